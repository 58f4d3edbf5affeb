//! The questionnaire and the results at a real terminal, driven as somebody would type.
#![cfg(unix)]

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use expectrl::process::unix::{PtyStream, UnixProcess, WaitStatus};
use expectrl::session::Session;
use expectrl::{Eof, Expect};

type Terminal = Session<UnixProcess, PtyStream>;

fn start(folder: &Path, arguments: &[&str]) -> Terminal {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careerpath"));
    command.args(arguments).current_dir(folder).env("NO_COLOR", "1").env("TERM", "xterm");
    let mut terminal = Session::spawn(command).unwrap();
    terminal.get_process_mut().set_window_size(100, 50).unwrap();
    terminal.set_expect_timeout(Some(Duration::from_mins(1)));
    terminal
}

/// Waits for each text in turn and types what stands beside it.
fn talk(terminal: &mut Terminal, lines: &[(&str, &str)]) {
    for (waited, typed) in lines {
        terminal.expect(*waited).unwrap_or_else(|error| panic!("`{waited}` did not come: {error}"));
        terminal.send(*typed).unwrap();
    }
}

fn ended(terminal: &mut Terminal) -> i32 {
    terminal.expect(Eof).unwrap();
    match terminal.get_process().wait().unwrap() {
        WaitStatus::Exited(_, code) => code,
        other => panic!("{other:?}"),
    }
}

const CTRL_C: &str = "\u{3}";
const ESCAPE: &str = "\u{1b}";

#[test]
fn a_questionnaire_is_left_taken_up_again_and_saved_and_lines_in_a_file_come_to_the_same() {
    let folder = tempfile::TempDir::new().unwrap();
    let arguments = ["ask", "--quick", "--save", "me.json", "--today", "2026-11"];
    let mut terminal = start(folder.path(), &arguments);
    talk(
        &mut terminal,
        &[
            ("Where do you live", "Qwzxv\r"),
            ("Name your state or province", ""),
            ("Where do you live", "Halifax\r"),
            ("highest schooling", "bachelor\r"),
            ("certificates and licences do you hold", ESCAPE),
            ("highest schooling", "high\r"),
            ("certificates and licences do you hold", "\r"),
            ("Say it in your own words", "?\r"),
            ("Months in a job", ""),
            ("Say it in your own words", "I check people in at a clinic\r"),
            ("comes nearest", "\r"),
            ("How long have you worked", "a while\r"),
            ("is not a number", ""),
            ("How long have you worked", CTRL_C),
            ("Your answers are saved in me.draft.json", ""),
        ],
    );
    assert_eq!(ended(&mut terminal), 2);
    assert!(folder.path().join("me.draft.json").exists() && !folder.path().join("me.json").exists());

    let mut terminal = start(folder.path(), &arguments);
    talk(
        &mut terminal,
        &[
            ("Continue your draft (5 answers)", "\r"),
            ("How long have you worked", "2 years\r"),
            ("your job today", "\r"),
            ("a job you want", "\r"),
            ("hours a week could you study", "1000000\r"),
            ("0 to 80", ""),
            ("hours a week could you study", "12\r"),
            ("How much could you spend", "5000\r"),
            ("What matters most", "\r"),
            ("Save them, or change one", "Budget\r"),
            ("How much could you spend", "60000\r"),
            ("Save them, or change one", "\r"),
            ("Your profile is saved in me.json", ""),
            ("Where you could go", ""),
            ("What now?", "what matters most\r"),
            ("What matters most to you?", "pay over\r"),
            ("Where you could go", ""),
            ("What now?", "\r"),
            ("Pay year by year", ""),
            ("What now?", "back\r"),
            ("What now?", "compare two\r"),
            ("Which one?", "\r"),
            ("With which?", "\u{1b}[B\r"),
            ("Roles side by side", ""),
            ("What now?", "save\r"),
            ("Save it as what?", "markdown\r"),
            ("Saved in my-pathways.md", ""),
            ("What now?", "done\r"),
        ],
    );
    assert_eq!(ended(&mut terminal), 0);
    let saved = std::fs::read_to_string(folder.path().join("me.json")).unwrap();
    assert!(!folder.path().join("me.draft.json").exists());
    assert!(std::fs::read_to_string(folder.path().join("my-pathways.md")).unwrap().starts_with("# Career"));

    let lines = "Qwzxv\nHalifax\nhigh school\n\nI check people in at a clinic\n1\n2 years\nyes\n\n12\n60000\nbalanced\n";
    std::fs::write(folder.path().join("answers.txt"), lines).unwrap();
    let from_file =
        ["ask", "--quick", "--save", "same.json", "--today", "2026-11", "--answers", "answers.txt"];
    let run =
        assert_cmd::Command::cargo_bin("careerpath").unwrap().current_dir(&folder).args(from_file).output();
    let run = run.unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(std::fs::read_to_string(folder.path().join("same.json")).unwrap(), saved);
    assert!(String::from_utf8_lossy(&run.stdout).starts_with("Career pathways for Halifax"));
}

#[test]
fn lists_are_searched_with_spaces_a_change_can_be_left_and_a_damaged_draft_is_put_aside() {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("me.draft.json"), "{\"format\": \"care").unwrap();
    let mut terminal = start(folder.path(), &["ask", "--quick", "--save", "me.json", "--language", "es"]);
    talk(
        &mut terminal,
        &[
            ("me.draft.json.damaged", ""),
            ("viv", "Halifax\r"),
            ("estudios", "licenciatura\r"),
            ("credenciales", "certified in\r"),
            ("Hasta ahora", "\r"),
            ("empleo", "\r"),
            ("puesto", "\r"),
            ("horas", "\r"),
            ("gastar", "\r"),
            ("importa", "\r"),
            ("Guardar", "Credenciales\r"),
            ("credenciales", ESCAPE),
            ("CHIM", ""),
            ("Guardar", CTRL_C),
        ],
    );
    assert_eq!(ended(&mut terminal), 2);
    let draft = std::fs::read_to_string(folder.path().join("me.draft.json")).unwrap();
    assert!(draft.contains("\"credentials\": \"chim\""), "{draft}");
    assert!(folder.path().join("me.draft.json.damaged").exists());
}

#[test]
fn answers_from_a_file_leave_the_draft_of_somebody_else() {
    let folder = tempfile::TempDir::new().unwrap();
    let draft = folder.path().join("my-profile.draft.json");
    std::fs::write(&draft, "somebody's").unwrap();
    let run = |lines: &str| {
        let mut command = assert_cmd::Command::cargo_bin("careerpath").unwrap();
        command
            .current_dir(&folder)
            .args(["ask", "--quick", "--answers", "-"])
            .write_stdin(lines)
            .output()
            .unwrap()
    };
    let short = run("Halifax\n");
    assert_eq!(short.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&short.stderr).contains("careerpath ask --save my-profile-2.json"));
    assert!(run("Halifax\nbachelor\n\n\n\n\n\n\n").status.success());
    assert_eq!(std::fs::read_to_string(&draft).unwrap(), "somebody's");
}

#[test]
fn answers_that_end_too_early_leave_a_draft_and_say_what_is_missing() {
    let folder = tempfile::TempDir::new().unwrap();
    let run = assert_cmd::Command::cargo_bin("careerpath")
        .unwrap()
        .current_dir(&folder)
        .args(["ask", "--answers", "-", "--language", "es"])
        .write_stdin("Halifax\nbachillerato inexistente\n")
        .output()
        .unwrap();
    let told = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{told}");
    assert!(run.stdout.is_empty() && told.contains("my-profile.draft.json"), "{told}");
    assert!(folder.path().join("my-profile.draft.json").exists());
    assert!(!folder.path().join("my-profile.json").exists());
}
