//! What the desk keeps: sessions until they end, the log as it was written, and whatever was acknowledged.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;

use careerpath::store::{Account, Client, Duty, Session, Spans, Store, StoreError, Verified};

use crate::desk::{Served, asked, cookie, set_up, token};

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
