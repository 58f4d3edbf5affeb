//! The desk as browsers ask it: who sees what, sessions, forms, the log, and what it keeps.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc;
use std::thread::JoinHandle;

use careerpath::graph::Graph;
use careerpath::store::{
    Account, Assessment, Client, Duty, Made, Session, Spans, Store, StoreError, Verified,
};
use careerpath::units::CalendarMonth;
use careerpath::web::{Desk, Needs, ROUTES};
use tokio::sync::oneshot;

/// What the desks of these tests take for now; only later, never earlier.
static NOW: AtomicI64 = AtomicI64::new(1_790_000_000);

fn now() -> i64 {
    NOW.load(Ordering::SeqCst)
}

fn month() -> CalendarMonth {
    CalendarMonth::new(2026, 11).unwrap()
}

/// A desk that is served, with its folder open beside it.
struct Served {
    home: String,
    folder: tempfile::TempDir,
    store: Store,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Served {
    fn new() -> Self {
        let folder = tempfile::TempDir::new().unwrap();
        let graph = Graph::shipped("ca-ns-him").unwrap().unwrap();
        let desk = Desk::new(Store::open(folder.path()).unwrap(), vec![graph], now, month);
        let (stop, stopped) = oneshot::channel::<()>();
        let (tell, told) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            let stopped = async {
                let _ = stopped.await;
            };
            desk.serve("127.0.0.1:0".parse().unwrap(), stopped, |address| tell.send(address).unwrap())
                .unwrap();
        });
        let home = format!("http://{}", told.recv().unwrap());
        let store = Store::open(folder.path()).unwrap();
        Self { home, folder, store, stop: Some(stop), thread: Some(thread) }
    }

    fn account(&self, name: &str, duty: Duty) -> Account {
        self.store.write(|store| Account::make(store, name, duty, "no hash", "en", now())).unwrap().unwrap()
    }

    /// A session: its cookie and the token of its forms.
    fn session(&self, account: &Account) -> (String, String) {
        let secret = self.store.write(|store| Session::begin(store, account, now())).unwrap();
        let session =
            self.store.read(|store| Session::of(store, &secret, Spans::default(), now())).unwrap().unwrap();
        (format!("desk={}", secret.told()), session.form)
    }

    fn ask(&self, method: &str, path: &str, cookie: &str, form: &[(&str, &str)]) -> Told {
        self.ask_from(method, path, cookie, form, None)
    }

    fn ask_from(
        &self,
        method: &str,
        path: &str,
        cookie: &str,
        form: &[(&str, &str)],
        origin: Option<&str>,
    ) -> Told {
        asked(&self.home, method, path, cookie, form, origin).unwrap()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.stop.take().map(|stop| stop.send(()));
        self.thread.take().map(JoinHandle::join);
    }
}

struct Told {
    status: u16,
    location: String,
    set: String,
    policy: String,
    text: String,
}

/// What the desk at an address answers; nothing where it does not.
fn asked(
    home: &str,
    method: &str,
    path: &str,
    cookie: &str,
    form: &[(&str, &str)],
    origin: Option<&str>,
) -> Option<Told> {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
    let url = format!("{home}{path}");
    let mut answer = if method == "GET" {
        agent.get(&url).header("cookie", cookie).call().ok()?
    } else {
        let request = agent.post(&url).header("cookie", cookie);
        let request = match origin {
            Some(origin) => request.header("origin", origin),
            None => request,
        };
        request.send_form(form.iter().copied()).ok()?
    };
    let header = |name: &str| {
        let value = answer.headers().get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let (location, set, policy) =
        (header("location"), header("set-cookie"), header("content-security-policy"));
    let status = answer.status().as_u16();
    Some(Told { status, location, set, policy, text: answer.body_mut().read_to_string().ok()? })
}

/// A client of an account's with an assessment under way and one that is finished.
fn client(desk: &Served, account: &Account, reference: &str) -> [String; 3] {
    let made = Made {
        graph: ["g", "1", "d"].map(str::to_owned),
        profile: "{}".to_owned(),
        report: "{}".to_owned(),
        page: format!("<main id=\"content\">what came of {reference}</main>"),
        table: "a,b".to_owned(),
    };
    let draft = r#"{"format": "careerpath.draft/1", "language": "en", "quick": true, "answers": {}}"#;
    desk.store
        .write(|store| {
            let id = Client::make(store, account, reference, now())?;
            let client = Client::of(store, account, &id)?.unwrap();
            let open = Assessment::begin(store, &client, draft, now())?;
            let whole = Assessment::begin(store, &client, draft, now())?;
            Assessment::of(store, &client, &whole)?.unwrap().finish(store, &client, &made, now())?;
            Ok([id, open, whole])
        })
        .unwrap()
}

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
            let client = Client::of(store, &other, &shared[0])?.unwrap();
            [&admin, &counsellor, &reader].into_iter().try_for_each(|with| client.share(store, with, true))
        })
        .unwrap();
    let absent = ["0".repeat(32), "1".repeat(32), "2".repeat(32)];
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
                let assessment = if route.path.contains("/results/") { &ids[2] } else { &ids[1] };
                let path = route.path.replace("{client}", &ids[0]).replace("{assessment}", assessment);
                let path = path.replace("{secret}", &"3".repeat(64));
                let (cookie, token) = account.map(|account| desk.session(account)).unwrap_or_default();
                let told = desk.ask(route.method, &path, &cookie, &[("token", &token)]);
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
                    Needs::WritesClient => of_client.0 && counsels,
                };
                match (account, may) {
                    (None, _) => {
                        assert_eq!(
                            (told.status, told.location.as_str(), told.text.as_str()),
                            (303, "/sign-in", ""),
                            "{what}"
                        );
                    }
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

/// Makes the first account through its link.
fn set_up(desk: &Served) -> Told {
    let link = Desk::new(Store::open(desk.folder.path()).unwrap(), Vec::new(), now, month)
        .set_up()
        .unwrap()
        .unwrap();
    let words = "a few words in a row";
    desk.ask("POST", &link, "", &[("name", "ana"), ("password", words), ("again", words)])
}

fn cookie(told: &Told) -> String {
    assert!(told.set.contains("HttpOnly") && told.set.contains("SameSite=Strict"), "{}", told.set);
    told.set.split(';').next().unwrap().to_owned()
}

fn token(text: &str) -> String {
    text.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
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

#[test]
fn sessions_end_when_nothing_is_done_and_when_they_are_old() {
    let folder = tempfile::TempDir::new().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let (spans, begun) = (Spans { idle: 100, whole: 250 }, 1_000);
    let account =
        store.write(|store| Account::make(store, "ana", Duty::Reader, "", "en", begun)).unwrap().unwrap();
    let secret = store.write(|store| Session::begin(store, &account, begun)).unwrap();
    let at = |now: i64| store.read(|store| Session::of(store, &secret, spans, now)).unwrap();
    assert!(at(begun + 99).is_some() && at(begun + 100).is_none());
    for seen in [90, 180, 240] {
        let session = at(begun + seen).unwrap();
        assert_eq!(session.left(spans, begun + seen), (250 - seen).min(100));
        store.write(|store| session.touch(store, begun + seen)).unwrap();
    }
    assert!(at(begun + 249).is_some() && at(begun + 250).is_none());
}

#[test]
fn only_browsers_on_this_machine_are_served_from_a_folder_that_nobody_else_reads() {
    let folder = tempfile::TempDir::new().unwrap();
    let data = folder.path().join("desk");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_careerpath"))
        .args(["serve", "--addr", "0.0.0.0:0", "--data"])
        .arg(&data)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("127.0.0.1") && !data.exists());
    Store::open(&data).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

#[test]
fn an_altered_byte_in_the_log_is_found_and_a_later_database_is_refused() {
    let desk = Served::new();
    set_up(&desk);
    let account = desk.store.read(|store| Account::named(store, "ana")).unwrap().unwrap().0;
    let (cookie, token) = desk.session(&account);
    for reference in ["A", "B", "C"] {
        desk.ask("POST", "/clients", &cookie, &[("reference", reference), ("token", &token)]);
    }
    assert_eq!(desk.store.verify().unwrap(), Verified::Whole(4));
    let path = desk.folder.path().join("desk.sqlite");
    let raw = rusqlite::Connection::open(&path).unwrap();
    // nothing of it can be changed or removed as things are
    assert!(raw.execute("UPDATE audit SET at = 0", []).is_err());
    assert!(raw.execute("DELETE FROM audit WHERE seq = 4", []).is_err());
    raw.execute_batch(
        "DROP TRIGGER audit_stays; UPDATE audit SET subject = substr(subject, 2) || 'x' WHERE seq = 3",
    )
    .unwrap();
    assert_eq!(desk.store.verify().unwrap(), Verified::Broken(3));
    raw.pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(Store::open(desk.folder.path()), Err(StoreError::Newer)));
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_careerpath"))
        .args(["audit", "verify", "--data"])
        .arg(Path::new(desk.folder.path()))
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("later version"));
}

/// The program serving a folder, with where; the first time with the set-up link.
fn started(data: &Path, first: bool) -> (std::process::Child, String) {
    let mut desk = std::process::Command::new(env!("CARGO_BIN_EXE_careerpath"))
        .args(["serve", "--addr", "127.0.0.1:0", "--data"])
        .arg(data)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(desk.stderr.take().unwrap()).lines().map(Result::unwrap);
    let mut said = lines.next().unwrap();
    // the set-up link stands on the second line
    if first {
        said = lines.next().unwrap();
    }
    // whatever else it says is read, so that it is never held up
    std::thread::spawn(move || lines.count());
    (desk, said.split("http://").nth(1).unwrap().split(' ').next().unwrap().to_owned())
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let folder = tempfile::TempDir::new().unwrap();
    let data = folder.path();
    let (mut desk, link) = started(data, true);
    let (host, path) = link.split_once('/').unwrap();
    let words = "a few words in a row";
    let fields = [("name", "ana"), ("password", words), ("again", words)];
    let first = asked(&format!("http://{host}"), "POST", &format!("/{path}"), "", &fields, None).unwrap();
    let session = cookie(&first);
    let form = token(&asked(&format!("http://{host}"), "GET", "/clients", &session, &[], None).unwrap().text);
    let kills: u64 = std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(5);
    let mut acknowledged = Vec::new();
    for kill in 0..kills {
        desk.kill().unwrap();
        desk.wait().unwrap();
        let (again, place) = started(data, false);
        desk = again;
        let home = format!("http://{}", place.trim_end_matches('/'));
        std::thread::scope(|scope| {
            let writers: Vec<_> = (0..4)
                .map(|writer| {
                    let (home, session, form) = (&home, &session, &form);
                    scope.spawn(move || {
                        let mut made = Vec::new();
                        for number in 0..10_000 {
                            let reference = format!("C-{kill}-{writer}-{number}");
                            let fields = [("reference", reference.as_str()), ("token", form)];
                            match asked(home, "POST", "/clients", session, &fields, None) {
                                Some(told) => {
                                    assert_eq!(told.status, 303, "{}", told.text);
                                    made.push(reference);
                                }
                                None => break,
                            }
                        }
                        made
                    })
                })
                .collect();
            std::thread::sleep(std::time::Duration::from_millis(20 + kill * 61 % 150));
            desk.kill().unwrap();
            for writer in writers {
                acknowledged.extend(writer.join().unwrap());
            }
        });
    }
    desk.wait().unwrap();
    assert!(!acknowledged.is_empty());
    let store = Store::open(data).unwrap();
    let account = store.read(|store| Account::named(store, "ana")).unwrap().unwrap().0;
    let (all, _) = store.read(|store| Client::found(store, &account, "", usize::MAX)).unwrap();
    let kept: BTreeSet<String> = all.into_iter().map(|client| client.reference).collect();
    let lost: Vec<&String> = acknowledged.iter().filter(|reference| !kept.contains(*reference)).collect();
    assert!(lost.is_empty(), "{} of {} are lost: {lost:?}", lost.len(), acknowledged.len());
    let sound =
        store.read(|store| Ok(store.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0))?));
    assert_eq!(sound.unwrap(), "ok");
    assert!(matches!(store.verify().unwrap(), Verified::Whole(_)));
}
