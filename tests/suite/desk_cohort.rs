//! Files that are handed in at the desk and scored while others work.

use careerpath::store::{Account, Cohort, Duty, Stage};

use crate::served::{Served, now};

#[test]
fn a_file_is_taken_from_those_who_may_send_it_and_scored_as_on_the_command_line() {
    let desk = Served::new();
    let account = desk.account("ana", Duty::Counsellor);
    let (cookie, token) = desk.session(&account);
    let folders = || std::fs::read_dir(desk.folder.path().join("cohorts")).map_or(0, Iterator::count);
    let rows = "id,region,education\na,Halifax,high_school\nb,Brigadoon,high_school\nc,Halifax,associate\n";
    let file = Some(("people.csv", rows.as_bytes()));
    let fields = [("token", token.as_str()), ("graph", "ca-ns-him")];
    assert_eq!(desk.hand_in("/cohorts", "", &fields, file).status, 303);
    assert_eq!(desk.hand_in("/cohorts", &cookie, &[("graph", "ca-ns-him")], file).status, 403);
    assert_eq!(desk.hand_in("/cohorts", &cookie, &[("token", &token), ("graph", "none")], file).status, 403);
    assert_eq!(desk.hand_in("/cohorts", &cookie, &fields, None).status, 422);
    assert_eq!(desk.hand_in("/cohorts", &cookie, &fields, Some(("", b""))).status, 422);
    assert_eq!(folders(), 0, "nothing of it is left");
    let taken = desk.hand_in("/cohorts", &cookie, &fields, file);
    assert_eq!(taken.status, 303, "{}", taken.text);
    let page = || desk.ask("GET", &taken.location, &cookie, &[]).text;
    for _ in 0..600 {
        if !page().contains("data-again") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(page().contains("3 rows: 2 scored, 1 rejected."), "{}", page());
    let result = desk.ask("GET", &format!("{}/result", taken.location), &cookie, &[]).text;
    let folder = tempfile::TempDir::new().unwrap();
    let (people, out) = (folder.path().join("people.csv"), folder.path().join("out.csv"));
    std::fs::write(&people, rows).unwrap();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_careerpath"))
        .args(["cohort", "--graph", "graphs/ca-ns-him", "--today", "2026-09", "-o"])
        .args([&out, &people])
        .output()
        .unwrap();
    // some rows are rejected
    assert_eq!(run.status.code(), Some(1), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(result, std::fs::read_to_string(out).unwrap());
    let rejects = desk.ask("GET", &format!("{}/rejects", taken.location), &cookie, &[]);
    assert!(rejects.text.contains("Brigadoon"));
    // what another version began is begun anew, and what is left of an upload that was killed is not kept
    let (again, folder) = desk.store.new_cohort().unwrap();
    let stray = desk.store.new_cohort().unwrap().1;
    std::fs::write(stray.join("people.csv"), rows).unwrap();
    std::fs::write(folder.join("people.csv"), rows).unwrap();
    std::fs::write(folder.join("result.csv.checkpoint"), "of another version").unwrap();
    desk.store
        .write(|store| Cohort::make(store, &account, &again, ("again.csv", "ca-ns-him"), now()))
        .unwrap();
    let anew = || desk.ask("GET", &format!("/cohorts/{again}"), &cookie, &[]).text;
    for _ in 0..600 {
        if !anew().contains("data-again") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(desk.ask("GET", &format!("/cohorts/{again}/result"), &cookie, &[]).text, result, "{}", anew());
    desk.store.discard_strays().unwrap();
    assert!(!stray.exists() && folder.exists());
    desk.store.discard(&again).unwrap();
    // removed, it can be had back for a day, then its files are gone
    desk.ask("POST", &taken.location, &cookie, &[("token", &token), ("do", "remove")]);
    assert_eq!(desk.ask("GET", &format!("{}/result", taken.location), &cookie, &[]).status, 404);
    desk.ask("POST", &taken.location, &cookie, &[("token", &token), ("do", "undo")]);
    assert_eq!(desk.ask("GET", &format!("{}/result", taken.location), &cookie, &[]).status, 200);
    desk.ask("POST", &taken.location, &cookie, &[("token", &token), ("do", "remove")]);
    desk.store.sweep(now() + 24 * 3600).unwrap();
    assert_eq!((folders(), desk.ask("GET", &taken.location, &cookie, &[]).status), (0, 404));
}

#[test]
fn a_cohort_under_way_tells_how_much_of_its_file_is_read_and_stops_when_asked() {
    let desk = Served::new();
    let (cookie, token) = desk.session(&desk.account("ana", Duty::Counsellor));
    let row = |at: u32| {
        let (region, months) = (["Halifax", "Cape Breton"][at as usize % 2], at % 200);
        format!("P{at},{region},high_school,records-clerk,{months},{}\n", 5 + at / 400)
    };
    let rows: Vec<String> = (0..6_000).map(row).collect();
    let header = "id,region,education,current_role,months_in_role,study_hours_per_week\n";
    let file = format!("{header}{}", rows.concat());
    let fields = [("token", token.as_str()), ("graph", "ca-ns-him")];
    let taken = desk.hand_in("/cohorts", &cookie, &fields, Some(("people.csv", file.as_bytes())));
    let page = || desk.ask("GET", &taken.location, &cookie, &[]).text;
    let told = (0..3_000).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        page().contains(" % of the file is read: ").then_some(())
    });
    assert!(told.is_some(), "{}", page());
    desk.ask("POST", &taken.location, &cookie, &[("token", &token), ("do", "stop")]);
    for _ in 0..600 {
        if !page().contains("data-again") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let stopped = page();
    assert!(stopped.contains("Stopped after ") && !stopped.contains(" % of the file"), "{stopped}");
}

#[test]
fn what_somebody_asks_of_a_cohort_stands_whatever_is_told_of_it_meanwhile() {
    let folder = tempfile::TempDir::new().unwrap();
    let store = careerpath::store::Store::open(folder.path()).unwrap();
    let account =
        store.write(|store| Account::make(store, "ana", Duty::Counsellor, "", "en", 1)).unwrap().unwrap();
    store.write(|store| Cohort::make(store, &account, "c", ("c.csv", "g"), 1)).unwrap();
    let now = || store.read(|store| Cohort::of(store, &account, "c")).unwrap().unwrap();
    let waiting = now();
    let told = |stage: Stage| {
        let cohort = Cohort { stage, good: 7, ..waiting.clone() };
        store.write(|store| cohort.keep(store, 2)).unwrap();
    };
    store.write(|store| waiting.stop(store, 2)).unwrap();
    assert!(!store.write(|store| waiting.claim(store, 2)).unwrap(), "what is stopped is not begun");
    store.write(|store| waiting.go_on(store, 2)).unwrap();
    assert!(store.write(|store| waiting.claim(store, 2)).unwrap());
    store.write(|store| waiting.stop(store, 2)).unwrap();
    told(Stage::Running);
    assert_eq!((now().stage, now().good), (Stage::Stopped, 7));
    // it was gone on with before what was stopped had wound down
    store.write(|store| waiting.go_on(store, 2)).unwrap();
    told(Stage::Stopped);
    assert_eq!(now().stage, Stage::Waiting);
    // it was whole before it could be stopped
    assert!(store.write(|store| waiting.claim(store, 2)).unwrap());
    told(Stage::Whole);
    store.write(|store| waiting.stop(store, 2)).unwrap();
    assert_eq!(now().stage, Stage::Whole);
}
