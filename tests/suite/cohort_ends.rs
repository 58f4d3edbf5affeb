//! Whatever ends a run, nothing is lost: it is taken up where it was, or told why it cannot be.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::cohort::{HEADER, cohort, is_whole, ran, row, told};

#[test]
fn killed_at_any_moment_and_taken_up_a_run_gives_the_same_bytes() {
    kill_and_take_up("csv");
    kill_and_take_up("jsonl");
}

/// Kills runs that write files of a kind at any moment, takes them up, and compares what they give.
pub fn kill_and_take_up(kind: &str) {
    let folder = tempfile::TempDir::new().unwrap();
    let (whole, out) = (&format!("whole.{kind}"), &format!("out.{kind}"));
    let rows: String = (0..400).map(row).collect();
    std::fs::write(folder.path().join("in.csv"), format!("{HEADER}{rows}b,nowhere,,,,,,,,,,,\n")).unwrap();
    let begun = Instant::now();
    assert!(is_whole(&ran(folder.path(), &["in.csv", "-o", whole])));
    let took = begun.elapsed();
    let kills: u32 = std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(6);
    for kill in 0..kills {
        let mut run = cohort(folder.path(), &["in.csv", "-o", out, "--resume"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // at any moment of a run from its beginning to its end
        std::thread::sleep(took * (kill * 397 % 1000) / 1000);
        let _ = run.kill();
        run.wait().unwrap();
    }
    let run = ran(folder.path(), &["in.csv", "-o", out, "--resume"]);
    assert!(is_whole(&run), "{}", told(&run));
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert_eq!(read(out), read(whole));
    assert_eq!(read(&format!("{out}.rejects.csv")), read(&format!("{whole}.rejects.csv")));
    let left = |ending: &str| folder.path().join(format!("{out}.{ending}")).exists();
    assert!(!left("checkpoint") && !left("part") && !left("columns.part"));
}

#[test]
fn what_was_begun_otherwise_is_not_taken_up() {
    let folder = tempfile::TempDir::new().unwrap();
    let rows: String = (0..30).map(row).collect();
    let input = folder.path().join("in.csv");
    std::fs::write(&input, format!("{HEADER}{rows}b,nowhere,,,,,,,,,,,\n{}", row(31))).unwrap();
    let run = ran(folder.path(), &["in.csv", "-o", "out.csv", "--max-rejects", "0"]);
    assert_eq!(run.status.code(), Some(1), "{}", told(&run));
    assert!(!folder.path().join("out.csv").exists());
    let again = ran(folder.path(), &["in.csv", "-o", "out.csv"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(told(&again).contains("--resume"), "{}", told(&again));
    let other = ran(folder.path(), &["in.csv", "-o", "out.csv", "--resume", "--target", "him-manager"]);
    assert_eq!(other.status.code(), Some(2), "{}", told(&other));
    let whole = ran(folder.path(), &["in.csv", "-o", "out.csv", "--resume", "--max-rejects", "5"]);
    assert!(is_whole(&whole), "{}", told(&whole));
    let run = ran(folder.path(), &["in.csv", "-o", "out.csv", "--max-rejects", "0"]);
    assert_eq!(run.status.code(), Some(1));
    std::fs::write(&input, format!("{HEADER}{rows}")).unwrap();
    let changed = ran(folder.path(), &["in.csv", "-o", "out.csv", "--resume"]);
    assert_eq!(changed.status.code(), Some(2));
    assert!(told(&changed).contains("the input, the graph or the options"), "{}", told(&changed));
}

#[test]
fn a_disk_that_is_full_is_told_and_the_run_can_be_taken_up() {
    let folder = tempfile::TempDir::new().unwrap();
    let rows: String = (0..60).map(row).collect();
    std::fs::write(folder.path().join("in.csv"), format!("{HEADER}{rows}")).unwrap();
    assert!(is_whole(&ran(folder.path(), &["in.csv", "-o", "whole.csv"])));
    let graph = std::env::current_dir().unwrap().join("graphs/ca-ns-him");
    // no file may grow beyond eight kilobytes: what writing to a full disk comes to
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec {} cohort in.csv -o out.csv --today 2026-11 --top 2 --long --graph {}",
        env!("CARGO_BIN_EXE_careerpath"),
        graph.display()
    );
    let run = Command::new("bash").current_dir(folder.path()).args(["-c", &script]).output().unwrap();
    assert_eq!(run.status.code(), Some(2), "{}", told(&run));
    assert!(
        told(&run).contains("out.csv.part") && told(&run).contains("cannot be written"),
        "{}",
        told(&run)
    );
    assert!(!folder.path().join("out.csv").exists());
    let run = ran(folder.path(), &["in.csv", "-o", "out.csv", "--resume"]);
    assert!(is_whole(&run), "{}", told(&run));
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert_eq!(read("out.csv"), read("whole.csv"));
}

#[test]
fn what_a_run_had_written_must_still_be_there_when_it_is_taken_up() {
    let folder = tempfile::TempDir::new().unwrap();
    let rows: String = (0..60).map(row).collect();
    let bad = "b,nowhere,,,,,,,,,,,\n".repeat(4);
    std::fs::write(folder.path().join("in.csv"), format!("{HEADER}{rows}{bad}{rows}")).unwrap();
    let begin = || {
        let run = ran(folder.path(), &["in.csv", "-o", "out.csv", "--max-rejects", "3", "--threads", "1"]);
        assert_eq!(run.status.code(), Some(1), "{}", told(&run));
    };
    begin();
    let again =
        |rejects: &str| ran(folder.path(), &["in.csv", "-o", "out.csv", "--resume", "--rejects", rejects]);
    let elsewhere = again("other.csv");
    assert_eq!(elsewhere.status.code(), Some(2), "{}", told(&elsewhere));
    for name in ["out.csv.part", "out.csv.rejects.csv.part"] {
        let kept = std::fs::read(folder.path().join(name)).unwrap();
        for left in [None, Some(&kept[..0]), Some(&kept[..kept.len() / 2])] {
            match left {
                None => std::fs::remove_file(folder.path().join(name)).unwrap(),
                Some(left) => std::fs::write(folder.path().join(name), left).unwrap(),
            }
            let run = again("out.csv.rejects.csv");
            assert_eq!(run.status.code(), Some(2), "{name}: {}", told(&run));
            assert!(told(&run).contains("is not there, or not all of it"), "{}", told(&run));
        }
        std::fs::write(folder.path().join(name), kept).unwrap();
    }
    let run = again("out.csv.rejects.csv");
    assert!(is_whole(&run) && told(&run).contains("4 rejected"), "{}", told(&run));
    assert!(!std::fs::read(folder.path().join("out.csv")).unwrap().contains(&0));
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_takes_nothing_is_told_without_a_panic() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("in.csv"), format!("{HEADER}b,nowhere,,,,,,,,,,,\n")).unwrap();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = cohort(folder.path(), &["in.csv", "--dry-run"]).stdout(full).output().unwrap();
    assert_eq!(run.status.code(), Some(2), "{}", told(&run));
    assert!(told(&run).contains("standard output") && !told(&run).contains("panicked"), "{}", told(&run));
}

/// Runs a cohort that comes through a pipe.
fn piped(folder: &std::path::Path, bytes: &[u8], arguments: &[&str]) -> std::process::Output {
    let mut run = cohort(folder, arguments);
    let run = run.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut run = run.spawn().unwrap();
    // it may end before it has read all
    let _ = run.stdin.take().unwrap().write_all(bytes);
    run.wait_with_output().unwrap()
}

#[test]
fn what_comes_through_a_pipe_is_scored_and_taken_up_like_a_file() {
    let folder = tempfile::TempDir::new().unwrap();
    let people = |from: usize| {
        let rows: String = (from..from + 1_500).map(row).collect();
        let (first, rest) = rows.split_at(rows.len() / 3);
        let (end, more) = first.split_at(first.rfind('\n').unwrap() + 1);
        format!("{HEADER}{end}{}{more}{rest}", "b,nowhere,,,,,,,,,,,\n".repeat(5))
    };
    let (rows, others) = (people(0), people(7));
    std::fs::write(folder.path().join("in.csv"), &rows).unwrap();
    assert!(is_whole(&ran(folder.path(), &["in.csv", "-o", "whole.csv"])));
    let read = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    let given_up = piped(folder.path(), rows.as_bytes(), &["-", "-o", "out.csv", "--max-rejects", "2"]);
    assert_eq!(given_up.status.code(), Some(1), "{}", told(&given_up));
    let other = piped(folder.path(), others.as_bytes(), &["-", "-o", "out.csv", "--resume"]);
    assert_eq!(other.status.code(), Some(2), "{}", told(&other));
    let run = piped(folder.path(), rows.as_bytes(), &["-", "-o", "out.csv", "--resume"]);
    assert!(is_whole(&run) && told(&run).contains("1505 rows: 1500 scored"), "{}", told(&run));
    assert!(read("out.csv") == read("whole.csv"));
    // packed, and read again for a changed graph
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(rows.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    std::fs::write(
        folder.path().join("same.json"),
        r#"{"format": "careerpath.patch/1", "title": "nothing"}"#,
    )
    .unwrap();
    let run = piped(folder.path(), &packed, &["-", "-o", "gz.csv", "--what-if", "same.json"]);
    assert!(is_whole(&run), "{}", told(&run));
    assert!(read("gz.csv") == read("whole.csv") && read("gz.csv.what-if-1.csv") == read("whole.csv"));
    let checked = piped(folder.path(), &packed, &["-", "--dry-run"]);
    assert!(told(&checked).contains("1500 can be scored, 5 would be rejected"), "{}", told(&checked));
    let left = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(!left.into_iter().any(|name| name.to_string_lossy().contains("stdin")), "nothing of it is left");
}
