//! What the README, the documents and the page of profiles show is what the program does.

use std::path::PathBuf;

use crate::program::careerpath;

/// The README and every document.
fn documents() -> Vec<PathBuf> {
    let docs = std::fs::read_dir("docs").unwrap().map(|entry| entry.unwrap().path());
    std::iter::once(PathBuf::from("README.md")).chain(docs).collect()
}

/// The commands that a text shows with their output.
fn shown(text: &str) -> Vec<(Vec<String>, String)> {
    let blocks = text.split("```console\n$ ").skip(1);
    let blocks = blocks.map(|block| block.split("```").next().unwrap().split_once('\n').unwrap());
    let shown = blocks.map(|(command, output)| {
        (command.split_whitespace().map(str::to_owned).collect(), output.to_owned())
    });
    shown.collect()
}

#[test]
fn the_documents_show_what_their_commands_print() {
    let texts = documents().into_iter().map(|path| std::fs::read_to_string(path).unwrap());
    let shown: Vec<(Vec<String>, String)> = texts.flat_map(|text| shown(&text)).collect();
    assert!(shown.len() > 4);
    // what needs the raw files has a test of its own
    for (command, output) in shown.iter().filter(|(command, _)| !command.contains(&"--raw".to_owned())) {
        let words: Vec<&str> = command.iter().skip(1).map(String::as_str).collect();
        let (code, out, _) = careerpath(&words);
        assert_ne!(code, Some(2), "{command:?}");
        assert_eq!(&out, output, "{command:?}");
    }
}

#[test]
fn the_readme_is_short_and_every_document_that_is_named_is_there() {
    assert!(std::fs::read_to_string("README.md").unwrap().lines().count() <= 150);
    for path in documents() {
        let text = std::fs::read_to_string(&path).unwrap();
        for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            let file = link.split('#').next().unwrap();
            if !file.is_empty() && !file.contains("://") {
                assert!(path.parent().unwrap().join(file).exists(), "{}: {link}", path.display());
            }
        }
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
