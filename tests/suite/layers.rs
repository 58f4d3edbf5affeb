//! Imports point one way: a module names only those below it.

use std::path::Path;

/// Lowest first; modules of one row do not name each other.
const LAYERS: [&[&str]; 16] = [
    &["units", "provenance", "finding", "seeded", "digest", "whole"],
    &["words", "read"],
    &["document"],
    &["table"],
    &["graph"],
    &["profile"],
    &["eligibility"],
    &["questions"],
    &["wages"],
    &["search"],
    &["rank"],
    &["report"],
    &["recommend"],
    &["render", "cohort", "store"],
    &["web"],
    &["cli"],
];

fn layer(module: &str) -> usize {
    LAYERS.iter().position(|row| row.contains(&module)).unwrap_or_else(|| panic!("no layer for `{module}`"))
}

pub fn sources(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

/// The modules of the crate that a source names, whether one by one or in braces.
fn named(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in source.match_indices("crate::") {
        let rest = &source[at + "crate::".len()..];
        let list = rest.strip_prefix('{').map_or(rest, |inner| inner.split('}').next().unwrap_or(""));
        let parts: Vec<&str> = if rest.starts_with('{') { list.split(',').collect() } else { vec![rest] };
        for part in parts {
            let name: String = part.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            names.push(name);
        }
    }
    names
}

#[test]
fn imports_point_one_way() {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    let mut seen = 0;
    for path in files {
        let inside = path.strip_prefix("src").unwrap();
        let module =
            inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs");
        if module == "lib" || module == "main" {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        for name in named(&source).into_iter().filter(|name| name != module) {
            seen += 1;
            assert!(layer(&name) < layer(module), "{} names `{name}`", path.display());
        }
    }
    assert!(seen > 50, "the reading of imports found only {seen}");
}

#[test]
fn petgraph_is_named_in_one_place() {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    for path in files.iter().filter(|path| std::fs::read_to_string(path).unwrap().contains("petgraph")) {
        assert!(path.starts_with("src/graph"), "{}", path.display());
    }
}
