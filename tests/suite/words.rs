//! Every word in every language: the same keys, nothing left out, nothing left in English.

use std::collections::{BTreeMap, BTreeSet};

use careerpath::document::Text;
use careerpath::graph::{Graph, SHIPPED};
use careerpath::profile::Profile;
use careerpath::recommend::{Settings, compare, explain, map, recommend};
use careerpath::render::{self, Look};
use careerpath::report::Report;
use careerpath::search::Fresh;
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
const SAME: [&str; 10] = [
    "budget-short",
    "desk-client",
    "desk-notes",
    "desk-plan",
    "label-figures",
    "label-nominal",
    "no",
    "page-score",
    "row-score",
    "score",
];

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

/// The sources and pages that say messages.
fn files() -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    crate::layers::sources(std::path::Path::new("src"), &mut files);
    for folder in ["src/render/page", "src/web/html"] {
        let pages = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        files.extend(pages.filter(|path| path.extension().is_some_and(|ending| ending == "html")));
    }
    files
}

#[test]
fn every_key_that_is_said_is_written() {
    let english = messages(Language::En);
    let mut said = 0;
    for path in files() {
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

#[test]
fn every_message_that_is_written_is_said() {
    let sources: String = files().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    // a key may be put together: of what begins it, or of what ends it
    let begun =
        |key: &str| key.match_indices('-').any(|(at, _)| sources.contains(&format!("\"{}-{{", &key[..at])));
    for key in messages(Language::En).keys() {
        let stem =
            ["-help", "-skip", "-short"].into_iter().find_map(|end| key.strip_suffix(end)).unwrap_or(key);
        let said = sources.contains(&format!("\"{key}\"")) || sources.contains(&format!("\"{stem}\""));
        assert!(
            said || begun(key) || sources.contains(&format!("\"{}\"", key.trim_start_matches("label-"))),
            "nobody says `{key}`"
        );
    }
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

/// What of a text is English, but for the names of certificates and publications.
fn english(text: &str) -> Option<(&'static str, &str)> {
    let names = ["Records and Information", "Data and", "Certified", "Information and Management"];
    ENGLISH.into_iter().find_map(|word| {
        let said =
            |line: &&str| line.to_lowercase().contains(word) && !names.iter().any(|name| line.contains(name));
        text.lines().find(said).map(|line| (word, line))
    })
}

/// A profile of the folder with the shipped graph that knows its place.
fn person(name: &str) -> (Graph, Profile) {
    let bytes = std::fs::read(format!("profiles/{name}.json")).unwrap();
    let file = Text { name: "p.json".into(), bytes };
    let region = Profile::region_named(&file).unwrap();
    let mut graphs = SHIPPED.iter().map(|shipped| Graph::load(&shipped.texts()).unwrap());
    let graph = graphs.find(|graph| graph.regions.find(&region).is_some()).unwrap();
    let profile = Profile::check(&file, &graph).unwrap();
    (graph, profile)
}

#[test]
fn reports_in_other_languages_have_no_english_and_say_the_same_sums() {
    for name in ["school-leaver-inland-empire", "him-practitioner-cape-breton", "transcriptionist-displaced"]
    {
        let (graph, profile) = person(name);
        let of = |language| recommend(&graph, &profile, &Settings { language, ..Settings::default() });
        let scores = |report: &Report| -> Vec<(String, f64)> {
            report.destinations.iter().map(|found| (found.role.clone(), found.pathways[0].score)).collect()
        };
        let original = of(Language::En);
        for language in [Language::Fr, Language::Es] {
            let report = of(language);
            assert_eq!(scores(&report), scores(&original));
            let page = render::page(&report);
            let page = page.split("id=\"sources\"").next().unwrap().split("</style>").nth(1).unwrap();
            let told = [60, 80, 200].map(|width| (render::text(&report, Look::of(width, false)), width));
            for (text, width) in told.iter().map(|(text, width)| (text.as_str(), *width)).chain([(page, 0)]) {
                for names in graph.roles.iter().map(|role| &role.names) {
                    let other = graph.said(&names.title, language) != names.title;
                    assert!(!other || !text.contains(&names.title), "{language} {name}: {}", names.title);
                }
                assert_eq!(english(text), None, "{language} {name}");
                let wide = text.lines().map(|line| line.chars().count()).max().unwrap();
                assert!(
                    width == 0 || wide <= width,
                    "{language} {name}: {wide} columns where there are {width}"
                );
            }
        }
    }
}

#[test]
fn explanations_and_comparisons_in_other_languages_have_no_english() {
    for (name, roles) in [
        ("transcriptionist-displaced", ["cdi-specialist", "hospital-coder"]),
        ("records-clerk-halifax", ["him-manager", "him-supervisor"]),
    ] {
        let (graph, profile) = person(name);
        let roles = roles.map(|role| graph.role(role).unwrap());
        for language in [Language::Fr, Language::Es] {
            let settings = Settings { language, ..Settings::default() };
            for role in roles {
                let told = explain(&graph, &profile, &settings, role, None).unwrap();
                let text = render::explanation_text(&told, Look::default());
                let noted = render::explanation_markdown(&told);
                assert_eq!((english(&text), english(&noted)), (None, None), "{language} {name}");
            }
            let both = compare(&Fresh, &graph, &profile, &settings, &roles);
            for width in [60, 80, 200] {
                let text = render::comparison_text(&both, Look::of(width, false));
                assert_eq!(english(&text), None, "{language} {name}");
                let wide = text.lines().map(|line| line.chars().count()).max().unwrap();
                assert!(wide <= width, "{language} {name}: {wide} columns where there are {width}");
            }
            let drawn = map(&graph, language);
            assert_eq!(english(&render::map_svg(&drawn)), None, "{language} {name}");
        }
    }
}

/// The texts of a language as people read them: file, key and words, without what is filled in.
fn texts(language: &str) -> Vec<(String, String, String)> {
    let mut texts = Vec::new();
    for file in std::fs::read_dir(format!("src/words/{language}")).unwrap() {
        let path = file.unwrap().path();
        let mut key = String::new();
        for line in std::fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let said = match line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                Some((named, said)) => {
                    named.clone_into(&mut key);
                    said
                }
                None => line,
            };
            let filled = said.split('{').enumerate().map(|(at, part)| {
                if at == 0 { part } else { part.split_once('}').map_or("", |(_, after)| after) }
            });
            let words = filled.collect::<Vec<_>>().join(" ").to_lowercase();
            texts.push((path.file_name().unwrap().to_string_lossy().into_owned(), key.clone(), words));
        }
    }
    texts
}

/// Whether a text has some words in a row, each whole.
fn has(text: &str, words: &str) -> bool {
    let plain: String = text.chars().map(|sign| if sign.is_alphanumeric() { sign } else { ' ' }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    format!(" {plain} ").contains(&format!(" {words} "))
}

/// Where the texts of a language have one of some words.
fn with_words(language: &str, words: &[&str]) -> Vec<String> {
    let found = |(file, key, text): (String, String, String)| {
        let had = words.iter().filter(move |word| has(&text, word)).copied();
        had.map(|word| format!("{file} {key}: {word}")).collect::<Vec<_>>()
    };
    texts(language).into_iter().flat_map(found).collect()
}

#[test]
fn words_that_nobody_would_say_do_not_come_back() {
    let gone = [
        "premia",
        "sums",
        "told",
        "stays first until",
        "nothing beats",
        "beaten",
        "weight shared out",
        "draws",
        "makes it less",
        "ranks nothing",
        "start anew",
        "duty",
        "what it comes to",
        "hand a file in",
    ];
    let came = with_words("en", &gone);
    assert!(came.is_empty(), "{came:#?}");
    assert!(has("It stays first until 5.", "stays first until") && !has("a sumset", "sums"));
}

#[test]
fn spanish_says_usted_throughout() {
    let familiar = [
        "tú", "tu", "tus", "tuyo", "tuya", "tuyos", "tuyas", "ti", "contigo", "te", "puedes", "tienes",
        "quieres", "eres",
    ];
    let said = with_words("es", &familiar);
    assert!(said.is_empty(), "{said:#?}");
}
