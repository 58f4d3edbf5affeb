//! What somebody sends on purpose to take much of the machine, or another's place, is bounded or refused.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use careerpath::store::{Duty, Store, StoreError, Verified, backup, restore};

use crate::cohort::{HEADER, cohort, ran, row, told};
use crate::program::careerpath;
use crate::served::{Served, now};

#[test]
fn a_row_that_names_thousands_of_things_is_told_in_a_line_or_two() {
    let folder = tempfile::TempDir::new().unwrap();
    let long = [
        ("skills", vec!["x"; 15_000].join("|")),
        ("credentials", vec!["y"; 9_000].join(";")),
        ("region", "new york ".repeat(6_600)),
        ("current_role", "coder of ".repeat(700)),
    ];
    for (column, cell) in long {
        let header = if column == "region" { "id,region,education" } else { "id,region,education,it" };
        let rest = if column == "region" {
            format!("{cell},associate")
        } else {
            format!("Halifax,associate,{cell}")
        };
        let text = format!("{}\na,{rest}\n", header.replace("it", column));
        std::fs::write(folder.path().join("in.csv"), &text).unwrap();
        let run = ran(folder.path(), &["in.csv", "-o", "out.csv"]);
        assert_eq!(run.status.code(), Some(1), "{}", told(&run));
        let rejects = std::fs::read_to_string(folder.path().join("out.csv.rejects.csv")).unwrap();
        assert!(rejects.contains("too_long") && rejects.len() < 12_000, "{column}: {} bytes", rejects.len());
    }
    // of many things amiss twenty are told, and how many more there are
    let many = ",\"skills\":[[1]]".repeat(60);
    let line = format!("{{\"id\":\"a\",\"region\":\"Halifax\",\"education\":\"associate\"{many}}}\n");
    std::fs::write(folder.path().join("in.jsonl"), line).unwrap();
    ran(folder.path(), &["in.jsonl", "-o", "out.csv"]);
    let rejects = std::fs::read_to_string(folder.path().join("out.csv.rejects.csv")).unwrap();
    assert_eq!(rejects.lines().count(), 22, "{rejects}");
    assert!(rejects.contains("40 more things are amiss"), "{rejects}");
}

#[test]
fn a_profile_of_very_much_is_told_at_once() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("me.json");
    let list = |of: &str, many: usize| format!("[{}]", vec![format!("\"{of}\""); many].join(","));
    for (profile, about) in [
        (format!(r#"{{"region":"{}","education":"associate"}}"#, "x".repeat(900_000)), "region"),
        (
            format!(r#"{{"region":"Halifax","education":"associate","awards":{}}}"#, list("u", 80_000)),
            "200 things",
        ),
        (
            format!(r#"{{"region":"Halifax","education":"associate","targets":{}}}"#, list("u", 25_000)),
            "200 things",
        ),
    ] {
        std::fs::write(&path, profile).unwrap();
        let (code, _, said) = careerpath(&["check", path.to_str().unwrap()]);
        assert_eq!(code, Some(1), "{}", &said[..said.len().min(400)]);
        assert!(said.contains(about) && said.len() < 10_000);
    }
}

#[test]
fn two_runs_that_write_one_result_do_not_mix() {
    let folder = tempfile::TempDir::new().unwrap();
    for name in ["a", "b"] {
        let rows: String = (0..300).map(row).collect();
        std::fs::write(
            folder.path().join(format!("{name}.csv")),
            format!("{HEADER}{}", rows.replace("P0", &format!("{name}0"))),
        )
        .unwrap();
    }
    let run = |name: &str, out: &str| {
        let arguments = [&format!("{name}.csv"), "-o", out];
        cohort(folder.path(), &arguments).stderr(std::process::Stdio::piped()).spawn().unwrap()
    };
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert!(run("a", "whole-a.csv").wait().unwrap().success());
    assert!(run("b", "whole-b.csv").wait().unwrap().success());
    for _ in 0..3 {
        let both = ["a", "b"].map(|name| run(name, "same.csv"));
        let ended = both.map(|run| run.wait_with_output().unwrap());
        assert!(ended.iter().any(|one| one.status.success()), "{ended:?}");
        let same = read("same.csv");
        assert!(same == read("whole-a.csv") || same == read("whole-b.csv"));
        for refused in ended.iter().filter(|one| !one.status.success()) {
            let said = String::from_utf8_lossy(&refused.stderr);
            assert!(said.contains("another run writes it") || said.contains("not finished"), "{said}");
        }
    }
}

#[test]
fn a_cohort_never_writes_over_the_graph_that_it_reads() {
    let folder = tempfile::TempDir::new().unwrap();
    let graph = folder.path().join("g");
    std::fs::create_dir(&graph).unwrap();
    for file in std::fs::read_dir("graphs/ca-ns-him").unwrap().map(Result::unwrap) {
        std::fs::copy(file.path(), graph.join(file.file_name())).unwrap();
    }
    let people = folder.path().join("in.csv");
    std::fs::write(&people, "id,region,education\na,CA-NS,associate\n").unwrap();
    let (of_graph, people) = (graph.to_str().unwrap(), people.to_str().unwrap());
    let pay = graph.join("pay.csv");
    let before = std::fs::read(&pay).unwrap();
    let pay = pay.to_str().unwrap();
    for arguments in [
        vec!["cohort", "--generate", "5", "--graph", of_graph, "-o", pay],
        vec!["cohort", people, "--graph", of_graph, "-o", pay],
        vec!["cohort", people, "--graph", of_graph, "-o", "target/never.csv", "--rejects", pay],
        vec!["cohort", people, "--graph", of_graph, "-o", "target/never.csv", "--summary", pay],
    ] {
        let (code, _, said) = careerpath(&arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {said}");
        assert_eq!(std::fs::read(pay).unwrap(), before);
    }
}

/// What the desk answers to some bytes, as far as it comes within a time.
fn raw(desk: &Served, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(desk.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let _ = stream.write_all(bytes);
    let mut told = Vec::new();
    let _ = stream.read_to_end(&mut told);
    String::from_utf8_lossy(&told).into_owned()
}

#[test]
fn a_page_that_gives_its_name_to_this_machine_is_not_answered() {
    let desk = Served::new();
    let port = desk.address().rsplit(':').next().unwrap().to_owned();
    let ask = |host: &str| {
        raw(&desk, format!("GET /sign-in HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
    };
    for host in ["evil.example", &format!("evil.example:{port}"), "127.0.0.1.evil.example", ""] {
        assert!(ask(host).starts_with("HTTP/1.1 421"), "{host}");
    }
    for host in [&format!("127.0.0.1:{port}"), &format!("localhost:{port}"), "LOCALHOST"] {
        assert!(ask(host).starts_with("HTTP/1.1 200"), "{host}");
    }
}

#[test]
fn passwords_that_everybody_would_try_and_names_that_cannot_be_seen_are_refused() {
    let desk = Served::new();
    let (cookie, token) = desk.session(&desk.account("ada", Duty::Admin));
    let made = |name: &str, password: &str| {
        let fields = [
            ("token", token.as_str()),
            ("name", name),
            ("duty", "counsellor"),
            ("password", password),
            ("again", password),
        ];
        desk.ask("POST", "/accounts", &cookie, &fields).status
    };
    let good = "seven grey boats at noon";
    for password in
        ["passwordpassword", "aaaaaaaaaaaaaaa", "123456789012345", "careerpathcareerpath", "qwertyuiopasdfgh"]
    {
        assert_eq!(made("bea", password), 422, "{password}");
    }
    for name in ["be\u{202e}a", "be\u{200b}a", "be\na", "be\u{0}a"] {
        assert_eq!(made(name, good), 422, "{name:?}");
    }
    assert_eq!(made("bea", good), 303);
    // an open session is no place to try passwords at
    let tried: Vec<u16> = (0..8)
        .map(|_| {
            let fields =
                [("token", token.as_str()), ("before", "a guess"), ("password", good), ("again", good)];
            desk.ask("POST", "/account/password", &cookie, &fields).status
        })
        .collect();
    assert!(tried.starts_with(&[422]) && tried.ends_with(&[429]), "{tried:?}");
}

#[test]
fn a_form_of_very_many_fields_is_refused_before_much_of_it_is_taken() {
    let desk = Served::new();
    let (cookie, _) = desk.session(&desk.account("ana", Duty::Counsellor));
    let field = format!("--B\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n\r\n", "n".repeat(1_000));
    let endless = format!("--B\r\nX: {}", "y".repeat(1_000));
    for piece in [field.repeat(500), endless.repeat(500)] {
        let mut stream = TcpStream::connect(desk.address()).unwrap();
        stream.set_write_timeout(Some(Duration::from_secs(5))).unwrap();
        let head = format!(
            "POST /cohorts HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nContent-Type: multipart/form-data; boundary=B\r\nTransfer-Encoding: chunked\r\n\r\n",
            desk.address()
        );
        stream.write_all(head.as_bytes()).unwrap();
        let chunk = format!("{:x}\r\n{piece}\r\n", piece.len());
        let mut sent = 0;
        while sent < 100 && stream.write_all(chunk.as_bytes()).is_ok() {
            sent += 1;
        }
        assert!(sent < 60, "{sent} pieces of half a megabyte were taken");
    }
}

#[test]
fn who_takes_nothing_of_what_they_asked_for_keeps_no_connection() {
    let desk = Served::new();
    let ask = format!("GET /style.css HTTP/1.1\r\nHost: {}\r\n\r\n", desk.address()).repeat(600);
    let mut held: Vec<TcpStream> = (0..60).filter_map(|_| TcpStream::connect(desk.address()).ok()).collect();
    for stream in &mut held {
        stream.set_nonblocking(true).unwrap();
        let _ = stream.write(ask.as_bytes());
    }
    let begun = Instant::now();
    assert_eq!(desk.ask("GET", "/sign-in", "", &[]).status, 200);
    assert!(begun.elapsed() < Duration::from_mins(1), "others are answered beside them");
    // longer than a browser may take nothing
    std::thread::sleep(Duration::from_secs(20));
    for mut stream in held.into_iter().take(3) {
        stream.set_nonblocking(false).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let mut told = Vec::new();
        let _ = stream.read_to_end(&mut told);
        let answers = String::from_utf8_lossy(&told).matches("HTTP/1.1 200").count();
        assert!(answers < 600, "{answers} of 600 answers were sent to somebody who took none");
    }
}

#[test]
fn a_folder_that_was_there_is_narrowed_and_a_log_that_is_cut_off_is_told() {
    let folder = tempfile::TempDir::new().unwrap();
    let data = folder.path().join("d");
    std::fs::create_dir(&data).unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(&data, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let store = Store::open(&data).unwrap();
    #[cfg(unix)]
    for path in [data.clone(), data.join("desk.sqlite")] {
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&path).unwrap().permissions());
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
    let log = |action: &str| {
        let entry = careerpath::store::Entry { at: now(), account: 0, action, subject: "c" };
        store.write(|store| entry.add(store)).unwrap();
    };
    log("seen");
    let copy = folder.path().join("day.sqlite");
    backup(&data, &copy).unwrap();
    for _ in 0..3 {
        log("export-record");
    }
    drop(store);

    // its own database is no backup, and what a planted trigger came with is refused
    assert!(matches!(restore(&data.join("desk.sqlite"), &data, now()), Err(StoreError::Own)));
    let planted = folder.path().join("planted.sqlite");
    std::fs::copy(&copy, &planted).unwrap();
    let open = rusqlite::Connection::open(&planted).unwrap();
    open.execute_batch("CREATE TRIGGER gone AFTER INSERT ON audit BEGIN DELETE FROM client; END").unwrap();
    drop(open);
    assert!(matches!(restore(&planted, &data, now()), Err(StoreError::Damaged)));

    // what was disclosed since the backup stays told
    restore(&copy, &data, now()).unwrap();
    let store = Store::open(&data).unwrap();
    let count = |action: &str| -> i64 {
        let sql = "SELECT COUNT(*) FROM audit WHERE action = ?1";
        store.read(|store| Ok(store.query_row(sql, [action], |row| row.get(0))?)).unwrap()
    };
    assert_eq!((count("export-record"), count("restored")), (3, 1));
    assert!(matches!(store.verify().unwrap(), Verified::Whole(5, _)));

    let open = rusqlite::Connection::open(data.join("desk.sqlite")).unwrap();
    open.execute_batch("DROP TRIGGER audit_remains; DELETE FROM audit WHERE seq > 1").unwrap();
    assert!(matches!(store.verify().unwrap(), Verified::Broken(2)));
}

#[test]
fn a_run_stops_within_a_line_that_never_ends() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("long.csv.gz");
    let file = std::fs::File::create(&path).unwrap();
    let mut packed = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    packed.write_all(b"id,region,education\n").unwrap();
    let piece = vec![b'\n'; 1 << 20];
    for _ in 0..1_500 {
        packed.write_all(&piece).unwrap();
    }
    packed.finish().unwrap();
    let mut run = Command::new(assert_cmd::cargo::cargo_bin("careerpath"))
        .args(["cohort", "long.csv.gz", "-o", "out.csv"])
        .current_dir(folder.path())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_secs(2));
    assert!(Command::new("kill").args(["-INT", &run.id().to_string()]).status().unwrap().success());
    let begun = Instant::now();
    while run.try_wait().unwrap().is_none() && begun.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(50));
    }
    let ended = run.try_wait().unwrap();
    let _ = run.kill();
    assert!(ended.is_some(), "it went on for a minute after it was told to stop");
}
