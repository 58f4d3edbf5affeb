//! What goes and what comes back: clients who are erased, old databases, backups, and what is kept for some months.

use std::path::{Path, PathBuf};
use std::process::Command;

use careerpath::store::{
    Account, Assessment, Attempt, Client, Duty, Entry, MOST_A_DAY, Made, Old, Plan, PlanStep, Purpose,
    Remark, Remarked, Secret, Session, Spans, Store, StoreError, Swept, Verified, claim, keep_months,
    restore,
};

const NOW: i64 = 1_790_000_000;
const DAY: i64 = 24 * 3600;

/// Everything that may be kept of a client, with a word planted in all of it.
fn client(store: &Store, account: &Account, planted: &str) -> Client {
    let long = |kind: &str| format!("{kind} {planted} {}", "and more of it ".repeat(2_000));
    let made = Made {
        graph: ["g", "1", "d"].map(str::to_owned),
        profile: long("profile"),
        report: long("report"),
        page: long("page"),
        table: long("table"),
    };
    store
        .write(|store| {
            let id = Client::make(store, account, &format!("reference {planted}"), NOW)?;
            let client = Client::of(store, account, &id)?.unwrap();
            let open = Assessment::begin(store, &client, &long("draft"), NOW)?;
            let open = Assessment::of(store, &client, &open)?.unwrap();
            open.finish(store, &client, &made, NOW)?;
            client.remark(store, account, None, (Remarked::Note, "", &long("note")), NOW)?;
            let why = long("reason");
            client.remark(store, account, Some(&open), (Remarked::Exclude, "step", &why), NOW)?;
            let step = PlanStep {
                told: format!("step {planted}"),
                begins: "2026-11".to_owned(),
                ends: "2026-12".to_owned(),
                done: None,
            };
            let plan = Plan {
                assessment: open.id.clone(),
                pathway: "a@0".to_owned(),
                title: planted.to_owned(),
                made: NOW,
                steps: vec![step],
            };
            plan.keep(store, &client, &open)?;
            Ok(client)
        })
        .unwrap()
}

/// The files of a folder that have a word in them.
fn files_with(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, word));
        } else if std::fs::read(&path).unwrap().windows(word.len()).any(|part| part == word.as_bytes()) {
            found.push(path);
        }
    }
    found
}

fn opened(folder: &Path) -> (Store, Account) {
    let store = Store::open(folder).unwrap();
    let made = |store: &careerpath::store::Connection| {
        let known = Account::named(store, "ana")?.map(|(account, _)| account);
        match known {
            Some(account) => Ok(account),
            None => Ok(Account::make(store, "ana", Duty::Admin, "", "en", NOW)?.unwrap()),
        }
    };
    let account = store.write(|store| made(store)).unwrap();
    (store, account)
}

#[test]
fn an_erased_client_is_found_nowhere_in_the_folder_and_that_is_looked_for() {
    let folder = tempfile::TempDir::new().unwrap();
    let (store, account) = opened(folder.path());
    let mut clients: Vec<Client> =
        (0..12).map(|at| client(&store, &account, &format!("planted-{at:04}"))).collect();
    store.settle_log().unwrap();
    let written = client(&store, &account, "planted-0099");
    clients.push(written);
    for at in [3, 0, 11, 12, 6] {
        let planted = if at == 12 { "planted-0099".to_owned() } else { format!("planted-{at:04}") };
        assert!(!files_with(folder.path(), &planted).is_empty(), "it was there before");
        let erased = store.erase(&clients[at].id, account.id, NOW).unwrap().unwrap();
        assert!(erased.pieces > 10 && erased.files >= 2, "{erased:?}");
        assert_eq!((erased.assessments, &erased.left, &erased.unproved), (1, &Vec::new(), &None));
        assert_eq!(files_with(folder.path(), &planted), Vec::<PathBuf>::new(), "{planted}");
        assert!(store.erase(&clients[at].id, account.id, NOW).unwrap().is_none());
    }
    // what is in a file of the folder that the database knows nothing of is told
    let strange = folder.path().join("somebody copied this.txt");
    std::fs::write(&strange, "somebody wrote planted-0005 once").unwrap();
    let copied = store.erase(&clients[5].id, account.id, NOW).unwrap().unwrap();
    assert_eq!(copied.left, Vec::<PathBuf>::new(), "a piece is more than a word");
    std::fs::write(&strange, "reference planted-0007").unwrap();
    assert_eq!(store.erase(&clients[7].id, account.id, NOW).unwrap().unwrap().left, vec![strange]);
    let told = |action: &str| -> i64 {
        let sql = "SELECT COUNT(*) FROM audit WHERE action = ?1";
        store.read(|store| Ok(store.query_row(sql, [action], |row| row.get(0))?)).unwrap()
    };
    assert_eq!((told("erased"), told("erasure-proved"), told("erasure-left")), (7, 6, 1));
    assert!(matches!(store.verify().unwrap(), Verified::Whole(..)));
    // others are as they were
    assert!(!files_with(folder.path(), "planted-0001").is_empty());
}

#[test]
fn what_is_removed_can_be_had_back_for_a_day_and_old_clients_go_after_some_months() {
    let folder = tempfile::TempDir::new().unwrap();
    let (store, account) = opened(folder.path());
    let [old, removed, back] = ["old", "removed", "back"].map(|word| client(&store, &account, word));
    let seen = |one: &Client| store.read(|store| Client::of(store, &account, &one.id)).unwrap();
    store.write(|store| removed.remove(store, Some(NOW))).unwrap();
    store.write(|store| back.remove(store, Some(NOW))).unwrap();
    assert!(seen(&removed).is_some_and(|client| !client.writes && client.owned));
    store.sweep(NOW + DAY - 1).unwrap();
    store.write(|store| back.remove(store, None)).unwrap();
    let note = store.read(|store| Remark::notes(store, &back)).unwrap().remove(0);
    store.write(|store| Remark::remove(store, &back, None, &note.id, Some(NOW))).unwrap();
    assert_eq!(store.sweep(NOW + DAY).unwrap().clients, 1);
    assert!(seen(&removed).is_none() && seen(&back).is_some_and(|client| client.writes));
    assert_eq!(store.read(|store| Remark::notes(store, &back)).unwrap(), Vec::new());
    let log = |at: i64| {
        let entry = Entry { at, account: account.id, action: "sign-in", subject: "" };
        store.write(|store| entry.add(store)).unwrap();
    };
    // for their age nobody goes unless somebody asks for it
    assert_eq!(store.old(NOW + 10_000 * DAY).unwrap(), Old::default(), "all are kept unless it is settled");
    store.write(|store| keep_months(store, Some(24))).unwrap();
    store.write(|store| back.touch(store, NOW + 400 * DAY)).unwrap();
    assert_eq!(store.old(NOW + 729 * DAY).unwrap(), Old::default());
    let now = NOW + 731 * DAY;
    log(now);
    assert_eq!(store.sweep(now).unwrap(), Swept::default());
    let due = store.old(now).unwrap();
    assert_eq!(due.clients, std::slice::from_ref(&old.id));
    assert_eq!(store.erase_old(&due, account.id, now).unwrap().clients, 1);
    assert!(seen(&old).is_none() && seen(&back).is_some());
}

#[test]
fn a_clock_that_is_wrong_takes_nothing_away_and_keeps_nobody_out() {
    let folder = tempfile::TempDir::new().unwrap();
    let (store, account) = opened(folder.path());
    let ids: Vec<String> = (0..130)
        .map(|at| store.write(|store| Client::make(store, &account, &format!("c-{at}"), NOW)).unwrap())
        .collect();
    let first = store.read(|store| Client::of(store, &account, &ids[0])).unwrap().unwrap();
    store.write(|store| keep_months(store, Some(24))).unwrap();
    store.write(|store| first.remove(store, Some(NOW))).unwrap();
    let entry = Entry { at: NOW, account: account.id, action: "sign-in", subject: "" };
    store.write(|store| entry.add(store)).unwrap();
    let (years, count) = (NOW + 3 * 365 * DAY, |at: i64| store.old(at).unwrap().clients.len());
    assert!(store.sweep(years).unwrap().waits, "nothing is removed before anybody was there");
    // nobody goes for their age without being asked about, and not all at once
    assert_eq!(count(years), MOST_A_DAY);
    let due = store.old(years).unwrap();
    assert_eq!(
        store.erase_old(&due, account.id, NOW).unwrap().clients,
        0,
        "with the clock right they are young"
    );
    assert_eq!(store.erase_old(&due, account.id, years).unwrap().clients, MOST_A_DAY);
    assert_eq!(count(years), 0, "the others wait for another day");
    assert_eq!(count(years + DAY), 130 - MOST_A_DAY);

    // a session of a time that has not come lasts no longer, and what was tried then is no longer ago than now
    let secret = store.write(|store| Session::begin(store, &account, years)).unwrap();
    let lasts =
        |at: i64| store.read(|store| Session::of(store, &secret, Spans::default(), at)).unwrap().is_some();
    assert!(lasts(years) && !lasts(NOW));
    let attempt = Attempt::of("ana", "10.0.0.1");
    for _ in 0..8 {
        store.write(|store| attempt.begin(store, years)).unwrap();
    }
    assert!(store.write(|store| attempt.begin(store, NOW)).unwrap() <= 300);
}

#[test]
fn a_database_of_the_first_version_is_brought_to_this_one_with_all_that_is_in_it() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("desk.sqlite");
    let old = rusqlite::Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../../src/store/schema/1.sql")).unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    let secret = Secret::sent("a secret of then");
    old.execute_batch(&format!(
        "INSERT INTO account VALUES (7, 'ana', 'admin', 'hash', 'fr', 1, NULL);
         INSERT INTO client VALUES ('c1', 7, 'C-1', 1, 2);
         INSERT INTO share VALUES ('c1', 7);
         INSERT INTO assessment (id, client, draft, begun, changed) VALUES ('a1', 'c1', 'answers of then', 3, 4);
         INSERT INTO link VALUES ('{}', 'set-up', {});",
        secret.digest(),
        NOW + 1
    ))
    .unwrap();
    drop(old);
    let store = Store::open(folder.path()).unwrap();
    let (account, hash) = store.read(|store| Account::named(store, "ana")).unwrap().unwrap();
    assert_eq!((account.id, account.language.as_str(), hash.as_str()), (7, "fr", "hash"));
    let client = store.read(|store| Client::of(store, &account, "c1")).unwrap().unwrap();
    assert_eq!((client.reference.as_str(), client.made, client.changed, client.removed), ("C-1", 1, 2, None));
    let assessment = store.read(|store| Assessment::of(store, &client, "a1")).unwrap().unwrap();
    assert_eq!((assessment.draft.as_str(), assessment.answered), ("answers of then", None));
    let opens = |now: i64| store.read(|store| Purpose::SetUp.opened_by(store, &secret, now)).unwrap();
    assert!(opens(NOW) && !opens(NOW + 1));
    store.write(|store| client.remark(store, &account, None, (Remarked::Note, "", "new"), NOW)).unwrap();
    let version: i64 =
        store.read(|store| Ok(store.pragma_query_value(None, "user_version", |row| row.get(0))?)).unwrap();
    assert_eq!(version, 2);
}

#[test]
fn a_backup_comes_back_without_whoever_was_erased_since_and_a_damaged_one_changes_nothing() {
    let (folder, other) = (tempfile::TempDir::new().unwrap(), tempfile::TempDir::new().unwrap());
    let (store, account) = opened(folder.path());
    let [kept, erased] = ["kept-word", "erased-word"].map(|word| client(&store, &account, word));
    let secret = store.write(|store| Session::begin(store, &account, NOW)).unwrap();
    let file = other.path().join("backup.sqlite");
    let run = |arguments: &[&str], path: Option<&Path>| {
        Command::new(env!("CARGO_BIN_EXE_careerpath"))
            .args(arguments)
            .args(path)
            .arg("--data")
            .arg(folder.path())
            .output()
            .unwrap()
    };
    let serving = claim(folder.path()).unwrap();
    // while it is served it can be backed up, and not restored
    let made = run(&["backup", "-o"], Some(&file));
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(run(&["backup", "-o"], Some(&file)).status.code(), Some(2), "a backup is never written over");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(matches!(claim(folder.path()), Err(StoreError::InUse)));
    let refused = run(&["restore"], Some(&file));
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("in use"));
    drop(serving);
    // since then one was erased and one was added
    store.erase(&erased.id, account.id, NOW).unwrap();
    client(&store, &account, "later-word");
    drop(store);
    let whole = std::fs::read(&file).unwrap();
    let damaged = other.path().join("damaged.sqlite");
    for spoil in [100, whole.len() / 3, whole.len() / 2] {
        let mut bytes = whole.clone();
        bytes[spoil..spoil + 3_000].fill(7);
        std::fs::write(&damaged, &bytes).unwrap();
        let before = std::fs::read(folder.path().join("desk.sqlite")).unwrap();
        assert_eq!(run(&["restore"], Some(&damaged)).status.code(), Some(2), "at {spoil}");
        assert!(before == std::fs::read(folder.path().join("desk.sqlite")).unwrap(), "at {spoil}");
    }
    std::fs::write(&damaged, "").unwrap();
    assert_eq!(run(&["restore"], Some(&damaged)).status.code(), Some(2), "an empty file is no backup");
    let restored = restore(&file, folder.path(), NOW).unwrap();
    assert_eq!((restored.clients, restored.erased, restored.told), (1, 1, true));
    let (store, account) = opened(folder.path());
    let seen = |one: &Client| store.read(|store| Client::of(store, &account, &one.id)).unwrap();
    assert!(seen(&kept).is_some() && seen(&erased).is_none());
    assert!(files_with(folder.path(), "erased-word").is_empty());
    assert!(files_with(folder.path(), "later-word").is_empty());
    let session = store.read(|store| Session::of(store, &secret, Spans::default(), NOW)).unwrap();
    assert!(session.is_none(), "nobody is signed in any more");
    assert!(matches!(store.verify().unwrap(), Verified::Whole(..)));
    // a folder that is not there is made, to move a desk elsewhere, unless there is nothing to move
    let moved = other.path().join("moved");
    assert!(restore(&damaged, &moved, NOW).is_err() && !moved.exists());
    assert_eq!(restore(&file, &moved, NOW).unwrap().clients, 2);
    assert_eq!(run(&["backup", "-o"], Some(Path::new("/nowhere/at/all"))).status.code(), Some(2));
}
