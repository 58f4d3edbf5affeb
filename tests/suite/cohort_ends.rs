//! Whatever ends a run, nothing is lost: it is taken up where it was, or told why it cannot be.

use std::process::{Command, Stdio};
use std::time::Instant;

use crate::cohort::{HEADER, cohort, ran, row, told};

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
    assert!(ran(folder.path(), &["in.csv", "-o", whole]).status.success());
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
    assert!(run.status.success(), "{}", told(&run));
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
    assert!(whole.status.success(), "{}", told(&whole));
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
    assert!(ran(folder.path(), &["in.csv", "-o", "whole.csv"]).status.success());
    let graph = std::env::current_dir().unwrap().join("graphs/ca-ns-him");
    // no file may grow beyond eight kilobytes: what writing to a full disk comes to
    let script = format!(
        "trap '' XFSZ; ulimit -f 8; exec {} cohort in.csv -o out.csv --today 2026-11 --top 2 --graph {}",
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
    assert!(run.status.success(), "{}", told(&run));
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
    assert!(run.status.success() && told(&run).contains("4 rejected"), "{}", told(&run));
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
