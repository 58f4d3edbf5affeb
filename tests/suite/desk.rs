//! The desk as browsers ask it: who sees what, sessions, forms, the log, and what it keeps.

use careerpath::store::{Account, Assessment, Client, Cohort, Duty, Made, Remarked};
use careerpath::web::{Needs, ROUTES, Route};

use crate::served::{Served, asked, cookie, now, set_up, token};

/// What there is of an account's, by the names that stand for it in paths.
type Things = [(&'static str, String); 5];

/// A client of an account's with an assessment under way, one that is finished, and a note; and a cohort.
fn client(desk: &Served, account: &Account, reference: &str) -> Things {
    let made = Made {
        graph: ["ca-ns-him", "1", "d"].map(str::to_owned),
        profile: r#"{"format": "careerpath.profile/1", "region": "Halifax", "education": "high_school"}"#
            .to_owned(),
        report: r#"{"settings": {"today": "2026-11", "weights": []}, "destinations": [], "blocked": []}"#
            .to_owned(),
        page: format!("<main id=\"content\">what came of {reference}</main>"),
        table: "a,b".to_owned(),
    };
    let draft = r#"{"format": "careerpath.draft/1", "language": "en", "quick": true, "answers": {}}"#;
    let (cohort, folder) = desk.store.new_cohort().unwrap();
    std::fs::write(folder.join("people.csv"), "id\n").unwrap();
    desk.store
        .write(|store| {
            let id = Client::make(store, account, reference, now())?;
            let client = Client::of(store, account, &id)?.unwrap();
            let open = Assessment::begin(store, &client, draft, now())?;
            let whole = Assessment::begin(store, &client, draft, now())?;
            let finished = Assessment::of(store, &client, &whole)?.unwrap();
            finished.finish(store, &client, &made, now())?;
            let remark = client.remark(store, account, None, (Remarked::Note, "", reference), now())?;
            Cohort::make(store, account, &cohort, (reference, "none"), now())?;
            Ok([("client", id), ("open", open), ("whole", whole), ("remark", remark), ("cohort", cohort)])
        })
        .unwrap()
}

fn of(things: &Things, name: &str) -> String {
    things.iter().find(|(known, _)| *known == name).unwrap().1.clone()
}

/// The path of a route for some things; each brace has something of them, or of nobody.
fn path(route: &Route, things: &Things, account: &Account) -> String {
    let finished = route.path.contains("/results/");
    let path = route.path.replace("{assessment}", &of(things, if finished { "whole" } else { "open" }));
    let path = ["client", "remark", "cohort"]
        .into_iter()
        .fold(path, |path, name| path.replace(&format!("{{{name}}}"), &of(things, name)));
    path.replace("{secret}", &"3".repeat(64)).replace("{account}", &account.id.to_string())
}

/// Routes that answer only where there is more than the things of these tests.
const MORE: [&str; 3] = [
    "/clients/{client}/results/{assessment}/why",
    "/clients/{client}/results/{assessment}/moved",
    "/clients/{client}/results/{assessment}/decisions/{remark}",
];

#[test]
fn every_route_answers_those_whom_the_table_lets_in_and_nobody_else() {
    let desk = Served::new();
    let [admin, counsellor, other, reader] = [
        ("admin", Duty::Admin),
        ("counsellor", Duty::Counsellor),
        ("other", Duty::Counsellor),
        ("reader", Duty::Reader),
    ]
    .map(|(name, duty)| desk.account(name, duty));
    let others = client(&desk, &other, "planted secret");
    let shared = client(&desk, &other, "shared with many");
    desk.store
        .write(|store| {
            let client = Client::of(store, &other, &of(&shared, "client"))?.unwrap();
            [&admin, &counsellor, &reader].into_iter().try_for_each(|with| client.share(store, with, true))
        })
        .unwrap();
    let absent = ["client", "open", "whole", "remark", "cohort"].map(|name| (name, "0".repeat(32)));
    let nobody = desk.ask("GET", "/nothing", "", &[]).text;
    let mut looked_at = 0;
    for route in ROUTES {
        for account in [None, Some(&admin), Some(&counsellor), Some(&reader)] {
            let own = account.map(|account| client(&desk, account, "own"));
            for (whose, ids) in [
                ("own", own.as_ref().unwrap_or(&absent)),
                ("shared", &shared),
                ("other", &others),
                ("absent", &absent),
            ] {
                let path = path(route, ids, &other);
                let (cookie, token) = account.map(|account| desk.session(account)).unwrap_or_default();
                let told = desk.sent(route, &path, &cookie, &token);
                let what = format!(
                    "{} {} as {:?} of {whose}",
                    route.method,
                    route.path,
                    account.map(|one| &one.name)
                );
                looked_at += 1;
                assert!(told.status < 500, "{what}: {}", told.status);
                assert!(told.policy.starts_with("default-src 'none'; style-src 'self';"), "{what}");
                assert!(
                    whose == "other" || !told.text.contains("planted secret") || route.path == "/clients",
                    "{what}"
                );
                let duty = account.map(|account| account.duty);
                let counsels = matches!(duty, Some(Duty::Admin | Duty::Counsellor));
                let of_client = (whose == "own" && account.is_some(), whose == "shared");
                let may = match route.needs {
                    Needs::Nothing => continue,
                    Needs::Somebody => true,
                    Needs::Counsels => counsels,
                    Needs::Administers => duty == Some(Duty::Admin),
                    Needs::SeesClient => of_client.0 || of_client.1,
                    Needs::WritesClient | Needs::OwnsClient => of_client.0 && counsels,
                    Needs::OwnsCohort => whose == "own" && counsels,
                    // only whoever was let in by a link, and nobody by an account
                    Needs::Answers => {
                        assert_eq!((told.status, &told.text), (404, &nobody), "{what}");
                        continue;
                    }
                };
                match (account, may) {
                    (None, _) => {
                        assert_eq!(
                            (told.status, told.location.as_str(), told.text.as_str()),
                            (303, "/sign-in", ""),
                            "{what}"
                        );
                    }
                    // what is there for them is shown, or is amiss with the form; a result of nothing has no more
                    (Some(_), true) if route.path.contains("/cohorts/{cohort}/") => {}
                    (Some(_), true) if MORE.contains(&route.path) => {}
                    (Some(_), true) => assert_ne!(told.status, 404, "{what}"),
                    // what may not be seen is as what there is not
                    (Some(_), false) => {
                        assert_eq!((told.status, &told.text), (404, &nobody), "{what}");
                    }
                }
                assert!(!told.text.contains("what came of planted secret"), "{what}");
            }
        }
    }
    assert_eq!(looked_at, ROUTES.len() * 16);
}

#[test]
fn signing_in_tells_nothing_of_names_and_begins_a_session_of_its_own() {
    let desk = Served::new();
    let first = set_up(&desk);
    assert_eq!((first.status, first.location.as_str()), (303, "/clients"));
    let sign_in = |cookie: &str, fields: &[(&str, &str)]| desk.ask("POST", "/sign-in", cookie, fields);
    let known = sign_in("", &[("name", "ana"), ("password", "not these words at all")]);
    let unknown = sign_in("", &[("name", "bob"), ("password", "not these words at all")]);
    assert_eq!((known.status, unknown.status), (422, 422));
    assert_eq!(known.text.replace("ana", ""), unknown.text.replace("bob", ""));
    // somebody else's session does not become theirs, and their own is a new one
    let before = cookie(&first);
    let form = token(&desk.ask("GET", "/clients", &before, &[]).text);
    let again = sign_in(&before, &[("name", "ANA"), ("password", "a few words in a row"), ("token", &form)]);
    let after = cookie(&again);
    assert_ne!(before, after);
    assert_eq!(desk.ask("GET", "/clients", &before, &[]).status, 303);
    assert_eq!(desk.ask("GET", "/clients", &after, &[]).status, 200);
    // a new password ends what was begun with the old one
    let elsewhere = cookie(&sign_in("", &[("name", "ana"), ("password", "a few words in a row")]));
    let form = token(&desk.ask("GET", "/account", &after, &[]).text);
    let new =
        [("password", "some more words in a row"), ("again", "some more words in a row"), ("token", &form)];
    let wrong = desk.ask("POST", "/account/password", &after, &[&new[..], &[("before", "wrong")]].concat());
    assert_eq!(wrong.status, 422);
    let changed = desk.ask(
        "POST",
        "/account/password",
        &after,
        &[&new[..], &[("before", "a few words in a row")]].concat(),
    );
    assert_eq!(desk.ask("GET", "/clients", &elsewhere, &[]).status, 303);
    assert_eq!(desk.ask("GET", "/clients", &after, &[]).status, 303);
    assert_eq!(desk.ask("GET", "/clients", &cookie(&changed), &[]).status, 200);
    // nobody tries many passwords
    let tries: Vec<u16> =
        (0..8).map(|_| sign_in("", &[("name", "ana"), ("password", "wrong")]).status).collect();
    assert_eq!((tries[0], tries[7]), (422, 429), "{tries:?}");
    // nor all at once
    let home = &desk.home;
    let tried: Vec<u16> = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..40)
            .map(|_| {
                let fields = [("name", "eve"), ("password", "wrong")];
                scope.spawn(move || asked(home, "POST", "/sign-in", "", &fields, None).unwrap().status)
            })
            .collect();
        tries.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(tried.iter().filter(|status| **status == 422).count() <= 6, "{tried:?}");
    let kept = std::fs::read(desk.folder.path().join("desk.sqlite")).unwrap();
    let log = std::fs::read(desk.folder.path().join("desk.sqlite-wal")).unwrap_or_default();
    for secret in ["words in a row", after.trim_start_matches("desk=")] {
        let has = |bytes: &[u8]| bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
        assert!(!has(&kept) && !has(&log), "{secret}");
    }
}

#[test]
fn forms_come_from_the_desk_s_own_pages_and_are_of_bounded_size() {
    let desk = Served::new();
    let account = desk.account("ana", Duty::Counsellor);
    let (cookie, token) = desk.session(&account);
    let new = |fields: &[(&str, &str)], origin: Option<&str>| {
        desk.ask_from("POST", "/clients", &cookie, fields, origin).status
    };
    let whole = [("reference", "C-1"), ("token", token.as_str())];
    assert_eq!(new(&[("reference", "C-1")], None), 403);
    assert_eq!(new(&[("reference", "C-1"), ("token", "0")], None), 403);
    assert_eq!(new(&whole, Some("http://elsewhere.example")), 403);
    assert_eq!(new(&whole, Some(&desk.home)), 303);
    assert_eq!(new(&[("reference", &"x".repeat(81)), ("token", &token)], None), 422);
    assert_eq!(new(&[("reference", &"x".repeat(100_000)), ("token", &token)], None), 413);
    let (found, all) = desk.store.read(|store| Client::found(store, &account, "c-", 10)).unwrap();
    assert_eq!((found.len(), all), (1, 1));
    assert_eq!(
        desk.ask("GET", "/clients?sought=%3Cscript%3E", &cookie, &[]).text.matches("<script>").count(),
        0
    );
}
