//! What the README and the page of profiles show is what the program does.

use crate::program::careerpath;

/// The commands that the README shows with their output.
fn shown(readme: &str) -> Vec<(Vec<String>, String)> {
    let blocks = readme.split("```console\n$ ").skip(1);
    let blocks = blocks.map(|block| block.split("```").next().unwrap().split_once('\n').unwrap());
    let shown = blocks.map(|(command, output)| {
        (command.split_whitespace().map(str::to_owned).collect(), output.to_owned())
    });
    shown.collect()
}

#[test]
fn the_readme_shows_what_its_commands_print() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let shown = shown(&readme);
    assert!(shown.len() > 3);
    // what needs the raw files has a test of its own
    for (command, output) in shown.iter().filter(|(command, _)| !command.contains(&"--raw".to_owned())) {
        let words: Vec<&str> = command.iter().skip(1).map(String::as_str).collect();
        let (code, out, _) = careerpath(&words);
        assert_ne!(code, Some(2), "{command:?}");
        assert_eq!(&out, output, "{command:?}");
    }
}

#[test]
fn the_readme_s_two_commands_are_those_that_are_run_everywhere() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let block = readme.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    let run = std::fs::read_to_string(".ci/run").unwrap();
    let commands: Vec<&str> = block.lines().collect();
    assert_eq!(commands.len(), 2);
    assert!(commands.iter().all(|command| run.lines().any(|line| line == *command)));
}

#[test]
fn the_shipped_profiles_are_told_and_answered() {
    let told = std::fs::read_to_string("profiles/README.md").unwrap();
    let mut profiles = 0;
    for entry in std::fs::read_dir("profiles").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "json") {
            profiles += 1;
            assert!(told.contains(path.file_stem().unwrap().to_str().unwrap()), "{}", path.display());
        }
    }
    assert!(profiles >= 12);
    let rows = csv::Reader::from_path("profiles/cohort.csv").unwrap().records().count();
    assert_eq!(rows, 200);
}
