//! Every word in every language: the same keys, nothing left out, nothing left in English.

use std::collections::{BTreeMap, BTreeSet};

use careerpath::document::Text;
use careerpath::graph::{Graph, SHIPPED};
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, recommend};
use careerpath::render::{self, Look};
use careerpath::words::Language;

/// Keys with what each is, as written: a key begins a line, its further lines are indented.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for (file, text) in language.written() {
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if line.starts_with([' ', '}']) {
                found.get_mut(&last).unwrap().extend(["\n", line]);
                continue;
            }
            let (key, value) = line.split_once(" =").unwrap_or_else(|| panic!("{language} {file}: {line}"));
            key.clone_into(&mut last);
            let again = found.insert(key.to_owned(), value.trim().to_owned());
            assert_eq!(again, None, "{language} {file}: {key} is told twice");
        }
    }
    found
}

/// What is filled into a message.
fn filled(message: &str) -> BTreeSet<&str> {
    message
        .split("{ $")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap())
        .collect()
}

#[test]
fn languages_have_the_same_keys_with_the_same_things_filled_in() {
    let english = messages(Language::En);
    for language in [Language::Fr, Language::Es] {
        let own = messages(language);
        let keys = |messages: &BTreeMap<String, String>| messages.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&own), keys(&english), "{language}");
        for (key, message) in &own {
            assert_eq!(filled(message), filled(&english[key]), "{language} {key}");
            assert!(message == key || language.word(key) != *key, "{language} {key} cannot be read");
        }
    }
}

/// Words that another language shares.
const SAME: [&str; 5] = ["budget-short", "label-nominal", "no", "row-score", "score"];

#[test]
fn no_sentence_stays_english() {
    let english = messages(Language::En);
    for language in [Language::Fr, Language::Es] {
        for (key, message) in messages(language) {
            let letters = message.split(['{', '}']).step_by(2).any(|part| part.contains(char::is_alphabetic));
            let same = message == english[&key] && letters;
            assert!(!same || SAME.contains(&key.as_str()), "{language} {key} = {message}");
        }
    }
}

#[test]
fn every_key_that_is_said_is_written() {
    let english = messages(Language::En);
    let mut files = Vec::new();
    crate::layers::sources(std::path::Path::new("src"), &mut files);
    let mut said = 0;
    for path in files {
        let source = std::fs::read_to_string(&path).unwrap();
        for call in [".word(\"", ".say(\""] {
            for (at, _) in source.match_indices(call) {
                let key = source[at + call.len()..].split('"').next().unwrap();
                assert!(english.contains_key(key), "{}: nobody has written `{key}`", path.display());
                said += 1;
            }
        }
    }
    assert!(said > 150, "{said} keys are said");
}

/// What a graph tells of itself that people read, and what may stay as it is: names.
fn told(graph: &Graph) -> Vec<&str> {
    let names = graph.nodes().map(|node| graph.names(node));
    let awards = graph.awards.iter().map(|award| &award.names);
    let skills = graph.skills.iter().map(|skill| &skill.names);
    let titles = names.chain(awards).chain(skills).flat_map(|names| [&names.title, &names.short]);
    // letters alone are the same everywhere
    let titles = titles.filter(|title| title.chars().any(char::is_lowercase));
    let abouts = graph.roles.iter().map(|role| &role.about);
    let anchors = graph.skills.iter().filter_map(|skill| skill.anchors.as_ref()).flatten();
    let premia =
        graph.occupations.iter().flat_map(|occupation| &occupation.premia).map(|premium| &premium.what);
    let all = titles.chain(abouts).chain(anchors).chain(premia).chain(&graph.notes);
    all.map(String::as_str).collect()
}

#[test]
fn what_shipped_graphs_tell_is_told_in_every_language() {
    for shipped in SHIPPED {
        let graph = Graph::load(&shipped.texts()).unwrap();
        let known: BTreeSet<&str> = graph.texts_said().collect();
        for text in told(&graph) {
            assert!(known.contains(text), "{}: words.csv lacks `{text}`", shipped.id);
            for language in [Language::Fr, Language::Es] {
                let same = graph.said(text, language) == text;
                // names of certificates and short names stay; whole sentences do not
                assert!(!same || text.split(' ').count() < 9, "{} {language}: `{text}`", shipped.id);
            }
        }
        for skill in &graph.skills {
            assert!(skill.anchors.is_some(), "{}: {} has no anchors", shipped.id, skill.names.id);
        }
    }
}

/// English words that no French or Spanish text has but in names.
const ENGLISH: [&str; 12] = [
    " the ",
    " and ",
    " with ",
    " what ",
    " which ",
    " not ",
    " of your ",
    " you ",
    " is ",
    " are ",
    " more ",
    " less ",
];

#[test]
fn reports_in_other_languages_have_no_english_and_say_the_same_sums() {
    for name in ["school-leaver-inland-empire", "him-practitioner-cape-breton", "transcriptionist-displaced"]
    {
        let bytes = std::fs::read(format!("profiles/{name}.json")).unwrap();
        let file = Text { name: "p.json".into(), bytes };
        let graph = SHIPPED.iter().map(|shipped| Graph::load(&shipped.texts()).unwrap()).find(|graph| {
            Profile::region_named(&file).is_some_and(|region| graph.regions.find(&region).is_some())
        });
        let graph = graph.unwrap();
        let profile = Profile::check(&file, &graph).unwrap();
        let of = |language| recommend(&graph, &profile, &Settings { language, ..Settings::default() });
        let english = of(Language::En);
        for language in [Language::Fr, Language::Es] {
            let report = of(language);
            let scores = |report: &careerpath::report::Report| -> Vec<(String, f64)> {
                report
                    .destinations
                    .iter()
                    .map(|found| (found.role.clone(), found.pathways[0].score))
                    .collect()
            };
            assert_eq!(scores(&report), scores(&english));
            for width in [60, 80, 200] {
                let text = render::text(&report, Look::of(width, false));
                for role in graph
                    .roles
                    .iter()
                    .filter(|role| graph.said(&role.names.title, language) != role.names.title)
                {
                    assert!(!text.contains(&role.names.title), "{language} {name}: {}", role.names.title);
                }
                for word in ENGLISH {
                    let names = ["Records and Information", "Data and", "Certified"];
                    let found = text.lines().find(|line| {
                        line.to_lowercase().contains(word) && !names.iter().any(|name| line.contains(name))
                    });
                    assert_eq!(found, None, "{language} {name}: `{word}`");
                }
                let wide = text.lines().map(|line| line.chars().count()).max().unwrap();
                assert!(wide <= width, "{language} {name}: {wide} columns where there are {width}");
            }
        }
    }
}
