//! The work at the desk: students who answer alone, decisions, files that are handed in, and accounts that are closed.

use careerpath::document::Text;
use careerpath::graph::{Graph, SHIPPED, patched};
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, Side, moved, recommend};
use careerpath::render;
use careerpath::report::{Because, Stood};
use careerpath::search::{Choices, Fresh};
use careerpath::store::{Account, Assessment, Client, Duty, Guest, Purpose, Remark, Remarked};
use careerpath::units::CalendarMonth;
use careerpath::web::{Needs, ROUTES};
use serde_json::Value;

use crate::served::{Served, now};

const PROFILE: &str =
    r#"{"format": "careerpath.profile/1", "region": "Halifax", "education": "high_school"}"#;

/// A client with an assessment that nobody answered yet.
fn unanswered(desk: &Served, account: &Account) -> (Client, Assessment) {
    let draft = r#"{"format": "careerpath.draft/1", "language": "en", "quick": true, "answers": {}}"#;
    desk.store
        .write(|store| {
            let client = Client::make(store, account, "C-1", now())?;
            let client = Client::of(store, account, &client)?.unwrap();
            let assessment = Assessment::begin(store, &client, draft, now())?;
            let assessment = Assessment::of(store, &client, &assessment)?.unwrap();
            Ok((client, assessment))
        })
        .unwrap()
}

#[test]
fn a_student_sees_the_questions_and_nothing_else_until_they_are_answered() {
    let desk = Served::new();
    let account = desk.account("ana", Duty::Counsellor);
    let (cookie, token) = desk.session(&account);
    let (client, assessment) = unanswered(&desk, &account);
    let link = || {
        let path = format!("/clients/{}/assessments/{}/link", client.id, assessment.id);
        let told = desk.ask("POST", &path, &cookie, &[("token", &token)]).text;
        told.split("/student/").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let (first, second) = (link(), link());
    let open = |secret: &str| desk.ask("POST", &format!("/student/{secret}"), "", &[]);
    assert_eq!(open(&first).status, 404, "a new link takes the place of an old one");
    // looking at it uses nothing up
    for _ in 0..2 {
        assert_eq!(desk.ask("GET", &format!("/student/{second}"), "", &[]).status, 200);
    }
    // whoever hands the screen over is signed out there
    let (screen, form) = desk.session(&account);
    let opened = desk.ask("POST", &format!("/student/{second}"), &screen, &[("token", &form)]);
    assert_eq!((opened.status, opened.location.as_str()), (303, "/answers"));
    assert_eq!(desk.ask("GET", "/clients", &screen, &[]).status, 303);
    assert_eq!(open(&second).status, 404, "it opens once");
    let student = opened.set.lines().next().unwrap().split(';').next().unwrap().to_owned();
    assert_eq!(desk.ask("GET", "/answers", &student, &[]).status, 200);
    for route in ROUTES.iter().filter(|route| !matches!(route.needs, Needs::Nothing | Needs::Answers)) {
        let path = route.path.replace("{client}", &client.id).replace("{assessment}", &assessment.id);
        let told = desk.ask(route.method, &path, &student, &[]);
        assert_eq!((told.status, told.location.as_str()), (303, "/sign-in"), "{} {path}", route.method);
    }
    // a form without the token of the student is none of ours
    assert_eq!(desk.ask("POST", "/answers", &student, &[("do", "answer")]).status, 403);
    let until = now() + 12 * 3600;
    let guest = |at: i64| {
        let secret = careerpath::store::Secret::sent(student.trim_start_matches("answers="));
        desk.store.read(|store| Guest::of(store, &secret, at)).unwrap()
    };
    assert!(guest(until - 1).is_some() && guest(until).is_none(), "it ends by itself");
    desk.store.write(|store| guest(now()).unwrap().done(store, now())).unwrap();
    assert_eq!(desk.ask("GET", "/answers", &student, &[]).status, 404);
    // a link that nobody opened in time opens nothing
    let late =
        desk.store.write(|store| Purpose::Student.link(store, Some(&assessment.id), now() - 1)).unwrap();
    assert_eq!(open(late.told()).status, 404);
}

/// A client of an account's whose result is made; its path.
fn finished(desk: &Served, account: &Account, cookie: &str, token: &str) -> String {
    let (client, assessment) = unanswered(desk, account);
    let path = format!("/clients/{}/assessments/{}", client.id, assessment.id);
    let send = |fields: &[(&str, &str)]| {
        desk.ask("POST", &path, cookie, &[fields, &[("token", token)][..]].concat())
    };
    for _ in 0..40 {
        let page = desk.ask("GET", &path, cookie, &[]).text;
        let Some(key) = page.split("name=\"key\" value=\"").nth(1) else { break };
        let key = key.split('"').next().unwrap();
        let said = match key {
            "region" => "Halifax",
            "education" => "high_school",
            _ => "",
        };
        let act = if page.contains("value=\"skip\"") { "skip" } else { "answer" };
        send(&[("key", key), ("do", act), ("said", said)]);
    }
    let made = send(&[("do", "finish")]);
    assert_eq!(made.status, 303, "{}", made.text);
    made.location
}

/// A report without what a desk adds to it.
fn bare(report: &str) -> Value {
    let mut report: Value = serde_json::from_str(report).unwrap();
    let notes = report["notes"].as_array_mut().unwrap();
    notes.retain(|note| !note.as_str().unwrap().starts_with("Decision:"));
    report.as_object_mut().unwrap().remove("pinned");
    report
}

#[test]
fn a_decision_lists_what_the_engine_lists_with_it_and_taken_back_what_was_before() {
    let desk = Served::new();
    let account = desk.account("ana", Duty::Counsellor);
    let (cookie, token) = desk.session(&account);
    let path = finished(&desk, &account, &cookie, &token);
    let report = || desk.ask("GET", &format!("{path}/report"), &cookie, &[]).text;
    let decide = |fields: &[(&str, &str)]| {
        let all = [fields, &[("token", token.as_str()), ("reason", "planted reason")][..]].concat();
        let told = desk.ask("POST", &format!("{path}/decisions"), &cookie, &all);
        assert_eq!((told.status, told.location.as_str()), (303, path.as_str()), "{}", told.text);
    };
    let take_back = || {
        let page = desk.ask("GET", &format!("{path}/decisions"), &cookie, &[]).text;
        let id = page.split(&format!("{path}/decisions/")).nth(1).unwrap().split('"').next().unwrap();
        let to = format!("{path}/decisions/{id}");
        assert_eq!(desk.ask("POST", &to, &cookie, &[("token", &token), ("do", "remove")]).status, 303);
        desk.store.write(|store| Ok(store.execute("DELETE FROM remark WHERE id = ?1", [id])?)).unwrap();
    };
    let texts = SHIPPED.iter().find(|shipped| shipped.id == "ca-ns-him").unwrap().texts();
    let graph = Graph::load(&texts).unwrap();
    let written = || -> Vec<u8> {
        let record = format!("{}/record", path.split("/results").next().unwrap());
        let record: Value = serde_json::from_str(&desk.ask("GET", &record, &cookie, &[]).text).unwrap();
        record["assessments"][0]["result"]["profile"].to_string().into_bytes()
    };
    let file = Text { name: "profile".to_owned(), bytes: written() };
    let engine = |graph: &Graph, weights: &[(&str, f64)], choices: Choices| {
        let mut profile = Profile::check(&file, graph).unwrap();
        profile.weights = careerpath::rank::CRITERIA
            .iter()
            .filter_map(|entry| {
                let found = weights.iter().find(|(id, _)| *id == entry.criterion.id())?;
                Some((entry.criterion, found.1))
            })
            .collect();
        let today = CalendarMonth::new(2026, 11).unwrap();
        let settings = Settings { today, choices, ..Settings::default() };
        bare(&render::json(&recommend(graph, &profile, &settings)))
    };
    let before = report();
    assert_eq!(bare(&before), engine(&graph, &[], Choices::default()));
    let step = graph.nodes().find(|node| graph.names(*node).id == "management-training").or_else(|| {
        graph.nodes().find(|node| before.contains(&format!("\"node\": \"{}\"", graph.names(*node).id)))
    });
    let step = step.unwrap();
    let id = graph.names(step).id.clone();
    for (kind, exclude, require) in [("exclude", vec![step], vec![]), ("require", vec![], vec![step])] {
        decide(&[("kind", kind), ("step", &id)]);
        let with = report();
        assert!(with.contains("planted reason") && with != before, "{kind}");
        assert_eq!(bare(&with), engine(&graph, &[], Choices { exclude, require }), "{kind}");
        take_back();
        assert_eq!(report(), before, "{kind}");
    }
    let weights =
        [("earnings", 0.0), ("months", 0.0), ("cost", 70.0), ("chance", 0.0), ("fit", 30.0), ("demand", 0.0)];
    let fields = weights.map(|(id, weight)| (id, format!("{weight}")));
    let mut sent: Vec<(&str, &str)> = fields.iter().map(|(id, weight)| (*id, weight.as_str())).collect();
    sent.push(("kind", "weights"));
    decide(&sent);
    assert_eq!(bare(&report()), engine(&graph, &weights, Choices::default()));
    take_back();
    // a figure that the office knows better is as if the graph had it
    decide(&[("kind", "figure"), ("step", "him-diploma-nscc"), ("of", "price"), ("value", "5876.50")]);
    let with = report();
    assert!(with.contains("5876.5") && with.contains("\"id\": \"office\""), "the figure has a source");
    let patch = r#"{"format": "careerpath.patch/1", "title": "t",
        "sources": [{"id": "office", "title": "What the office knows better; the note beside each figure gives the reason",
            "publisher": "the office", "address": "", "period": "2026-11", "licence": ""}],
        "programs": [{"id": "him-diploma-nscc", "tuition": {"total": {"value": 5876.5, "unit": "cad", "missing": null,
            "source": "office", "basis": "assumed", "period": "2026-11", "note": "planted reason"}}}]}"#;
    let patch = Text { name: "patch".to_owned(), bytes: patch.as_bytes().to_vec() };
    let changed = Graph::load(&patched(&texts, &patch).unwrap().1).unwrap();
    let mut expected = engine(&changed, &[], Choices::default());
    let mut told = bare(&with);
    // the two are written in files of other names
    for report in [&mut expected, &mut told] {
        report["graph"].as_object_mut().unwrap().remove("digest");
    }
    assert_eq!(told, expected);
    take_back();
    assert_eq!(report(), before);
    // a reason is needed, and what is no step or no figure is refused
    let refused = |fields: &[(&str, &str)]| {
        let all = [fields, &[("token", token.as_str())][..]].concat();
        desk.ask("POST", &format!("{path}/decisions"), &cookie, &all).status
    };
    assert_eq!(refused(&[("kind", "exclude"), ("step", &id)]), 422);
    assert_eq!(refused(&[("kind", "exclude"), ("step", "nothing"), ("reason", "r")]), 403);
    assert_eq!(
        refused(&[("kind", "figure"), ("step", &id), ("of", "rate"), ("value", "101"), ("reason", "r")]),
        422
    );
}

#[test]
fn law_the_moves_between_two_results_are_the_whole_way_from_one_to_the_other() {
    let texts = SHIPPED.iter().find(|shipped| shipped.id == "ca-ns-him").unwrap().texts();
    let graph = Graph::load(&texts).unwrap();
    let person = |more: &str| {
        let written = format!("{}{more}}}", PROFILE.trim_end_matches('}'));
        Profile::check(&Text { name: "p".into(), bytes: written.into_bytes() }, &graph).unwrap()
    };
    let none = Settings::default();
    let without = Settings {
        choices: Choices { exclude: graph.nodes().skip(4).take(1).collect(), require: Vec::new() },
        ..Settings::default()
    };
    let people = [
        person(""),
        person(r#", "budget_cad": 300, "study_hours_per_week": 4, "preset": "cheapest""#),
        person(r#", "awards": ["him-diploma"], "may_stop_working": true, "max_months": 60"#),
    ];
    let mut answers = 0;
    for (before, old) in people.iter().flat_map(|one| [(one, &none), (one, &without)]) {
        for (after, new) in people.iter().flat_map(|one| [(one, &none), (one, &without)]) {
            let side = |profile, settings| Side { finder: &Fresh, graph: &graph, profile, settings };
            let report = recommend(&graph, before, old);
            let mut stood = Stood::of(&report);
            let told = stood.len();
            let moves = moved(&stood, side(before, old), side(after, new));
            // beyond what was told are those that nobody was told of
            stood = side(before, old).stood();
            assert_eq!(told, stood.len().min(3));
            for step in &moves {
                assert_ne!(step.because, Because::Figures, "the graph is the same");
                answers += usize::from(matches!(step.because, Because::Answer(_)));
                for (was, now) in &step.each {
                    let id = was.as_ref().or(now.as_ref()).unwrap().role.clone();
                    assert_eq!(
                        stood.iter().find(|one| one.role == id),
                        was.as_ref(),
                        "it begins where it was"
                    );
                    stood.retain(|one| one.role != id);
                    stood.extend(now.clone());
                }
            }
            stood.sort_by_key(|one| one.rank);
            assert_eq!(stood, side(after, new).stood());
            assert_eq!(moves.is_empty(), (before, old) == (after, new));
        }
    }
    assert!(answers > 20, "{answers}");
}

#[test]
fn a_result_is_of_the_answers_that_are_kept_and_a_note_is_no_decision() {
    let desk = Served::new();
    let account = desk.account("ana", Duty::Counsellor);
    let (cookie, token) = desk.session(&account);
    let (client, assessment) = unanswered(&desk, &account);
    let made = careerpath::store::Made {
        graph: ["g", "1", "d"].map(str::to_owned),
        profile: "{}".to_owned(),
        report: "{}".to_owned(),
        page: String::new(),
        table: String::new(),
    };
    let finish =
        |one: &Assessment| desk.store.write(|store| one.finish(store, &client, &made, now())).unwrap();
    desk.store.write(|store| assessment.keep(store, &client, "others", now())).unwrap();
    assert!(!finish(&assessment), "the answers are others by now");
    let kept = desk.store.read(|store| Assessment::of(store, &client, &assessment.id)).unwrap().unwrap();
    assert!(finish(&kept) && !finish(&kept), "and it is made once");
    let reason = (Remarked::Exclude, "step", "reason");
    let decision =
        desk.store.write(|store| client.remark(store, &account, Some(&kept), reason, now())).unwrap();
    let path = format!("/clients/{}/notes/{decision}", client.id);
    assert_eq!(desk.ask("POST", &path, &cookie, &[("token", &token), ("do", "remove")]).status, 403);
    let decisions = desk.store.read(|store| Remark::decisions(store, &kept.id)).unwrap();
    assert_eq!(decisions[0].removed, None);
}

#[test]
fn a_closed_account_signs_in_no_more_and_its_clients_go_to_another() {
    let desk = Served::new();
    let [admin, leaving, staying, reader] = [
        ("admin", Duty::Admin),
        ("leaving", Duty::Counsellor),
        ("staying", Duty::Counsellor),
        ("reader", Duty::Reader),
    ]
    .map(|(name, duty)| desk.account(name, duty));
    let (client, _) = unanswered(&desk, &leaving);
    desk.store.write(|store| client.share(store, &staying, true)).unwrap();
    let (cookie, token) = desk.session(&admin);
    let (gone, _) = desk.session(&leaving);
    let (heir, _) = desk.session(&staying);
    let close = |id: i64, heir: i64| {
        let heir = heir.to_string();
        let fields = [("token", token.as_str()), ("do", "close"), ("heir", &heir)];
        desk.ask("POST", &format!("/accounts/{id}"), &cookie, &fields).status
    };
    assert_eq!(close(leaving.id, reader.id), 422, "a reader counsels nobody");
    assert_eq!(close(leaving.id, leaving.id), 422);
    assert_eq!(close(admin.id, staying.id), 403, "nobody closes the door behind themselves");
    assert_eq!(close(leaving.id, staying.id), 303);
    assert_eq!(desk.ask("GET", "/clients", &gone, &[]).status, 303);
    assert!(desk.store.read(|store| Account::named(store, "leaving")).unwrap().is_none());
    let theirs = desk.store.read(|store| Client::of(store, &staying, &client.id)).unwrap().unwrap();
    assert!(theirs.writes && theirs.owned);
    assert!(desk.ask("GET", "/clients", &heir, &[]).text.contains("C-1"));
}
