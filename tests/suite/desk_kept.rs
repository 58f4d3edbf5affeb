//! What the desk keeps: sessions until they end, the log as it was written, and whatever was acknowledged.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;

use careerpath::store::{Account, Client, Duty, Remark, Session, Spans, Store, StoreError, Verified};

use crate::served::{Served, asked, cookie, handed_in, set_up, token};

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
    assert!(matches!(desk.store.verify().unwrap(), Verified::Whole(4, _)));
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

/// Writes clients, each with a note, until the desk is gone: what was acknowledged.
fn write(home: &str, session: &str, form: &str, who: &str) -> Vec<(String, bool)> {
    let send = |path: &str, name: &str, text: &str| {
        let told = asked(home, "POST", path, session, &[(name, text), ("token", form)], None)?;
        assert_eq!(told.status, 303, "{}", told.text);
        Some(told.location)
    };
    let mut made = Vec::new();
    for number in 0..10_000 {
        let reference = format!("{who}-{number}");
        let Some(client) = send("/clients", "reference", &reference) else { break };
        let noted = send(&format!("{client}/notes"), "note", &reference).is_some();
        made.push((reference, noted));
        if !noted {
            break;
        }
    }
    made
}

/// A file of invented people of Nova Scotia, and what the command line makes of it.
fn people(folder: &Path) -> (Vec<u8>, String) {
    let [people, out] = ["people.csv", "out.csv"].map(|name| folder.join(name));
    let run = |arguments: &[&str]| {
        let graph = ["cohort", "--graph", "graphs/ca-ns-him", "-o"];
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_careerpath"))
            .args(graph)
            .args(arguments)
            .output()
            .unwrap();
        assert!(run.status.code().is_some_and(|code| code < 2), "{}", String::from_utf8_lossy(&run.stderr));
    };
    let [people_path, out_path] = [&people, &out].map(|path| path.to_str().unwrap());
    run(&[people_path, "--generate", "1500", "--spoilt", "10"]);
    run(&[out_path, people_path]);
    (std::fs::read(&people).unwrap(), std::fs::read_to_string(&out).unwrap())
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill_and_a_cohort_goes_on() {
    let folder = tempfile::TempDir::new().unwrap();
    let data = &folder.path().join("desk");
    let (rows, expected) = people(folder.path());
    let (mut desk, link) = started(data, true);
    let (host, path) = link.split_once('/').unwrap();
    let words = "a few words in a row";
    let fields = [("name", "ana"), ("password", words), ("again", words)];
    let home = format!("http://{host}");
    let first = asked(&home, "POST", &format!("/{path}"), "", &fields, None).unwrap();
    let session = cookie(&first);
    let form = token(&asked(&home, "GET", "/clients", &session, &[], None).unwrap().text);
    let fields = [("token", form.as_str()), ("graph", "ca-ns-him")];
    let cohort = handed_in(&home, "/cohorts", &session, &fields, Some(("people.csv", &rows))).unwrap();
    assert_eq!(cohort.status, 303, "{}", cohort.text);
    let kills: u64 = std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(5);
    let (mut acknowledged, mut home) = (Vec::new(), home);
    for kill in 0..=kills {
        desk.kill().unwrap();
        desk.wait().unwrap();
        let (again, place) = started(data, false);
        (desk, home) = (again, format!("http://{}", place.trim_end_matches('/')));
        if kill == kills {
            break;
        }
        std::thread::scope(|scope| {
            let writers: Vec<_> = (0..4)
                .map(|writer| {
                    let (home, session, form) = (&home, &session, &form);
                    scope.spawn(move || write(home, session, form, &format!("C-{kill}-{writer}")))
                })
                .collect();
            std::thread::sleep(std::time::Duration::from_millis(20 + kill * 61 % 150));
            desk.kill().unwrap();
            for writer in writers {
                acknowledged.extend(writer.join().unwrap());
            }
        });
    }
    // whatever was done of the cohort when it was killed, it ends as if it never was
    let page = || asked(&home, "GET", &cohort.location, &session, &[], None).unwrap().text;
    for _ in 0..1_200 {
        if !page().contains("data-again") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let result = asked(&home, "GET", &format!("{}/result", cohort.location), &session, &[], None).unwrap();
    assert!(result.status == 200 && result.text == expected, "{}", page());
    desk.kill().unwrap();
    desk.wait().unwrap();
    assert!(acknowledged.iter().any(|(_, noted)| *noted));
    let store = Store::open(data).unwrap();
    let account = store.read(|store| Account::named(store, "ana")).unwrap().unwrap().0;
    let (all, _) = store.read(|store| Client::found(store, &account, "", usize::MAX)).unwrap();
    let kept: BTreeMap<&str, &Client> =
        all.iter().map(|client| (client.reference.as_str(), client)).collect();
    let lost = acknowledged.iter().filter(|(reference, noted)| {
        let Some(client) = kept.get(reference.as_str()) else { return true };
        let notes = store.read(|store| Remark::notes(store, client)).unwrap();
        *noted && notes.iter().all(|note| note.said != *reference)
    });
    let lost: Vec<_> = lost.collect();
    assert!(lost.is_empty(), "{} of {} are lost: {lost:?}", lost.len(), acknowledged.len());
    let sound =
        store.read(|store| Ok(store.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0))?));
    assert_eq!(sound.unwrap(), "ok");
    assert!(matches!(store.verify().unwrap(), Verified::Whole(..)));
}
