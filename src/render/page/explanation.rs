//! One role explained, as a page.

use std::fmt::Write;

use askama::Template;

use super::super::cells::stamp;
use super::super::chart::escaped;
use super::super::explanation::{
    beaten, left_out_of, needed, openings, place, reason, row, title, unsettled, way,
};
use super::{STYLE, made};
use crate::report::{BlockedRole, Explanation, Reached, ReasonReport};
use crate::words::Language;

/// Writes an explanation as one self-contained page of HTML.
#[must_use]
pub fn explanation_page(explanation: &Explanation) -> String {
    let language = explanation.settings.language;
    let page = Page {
        language,
        title: title(explanation),
        style: STYLE,
        unsettled: unsettled(explanation),
        reached: explanation.reached.as_ref().map(|reached| Told::of(reached, language)),
        closed: explanation.blocked.as_ref().map(|blocked| Closed::of(blocked, language)),
        graph: stamp(&explanation.graph, language),
        made: made(&explanation.settings.today, language),
    };
    page.render().expect("a page is written to memory")
}

#[derive(Template)]
#[template(path = "explanation.html")]
struct Page {
    language: Language,
    title: String,
    style: &'static str,
    unsettled: Option<String>,
    reached: Option<Told>,
    closed: Option<Closed>,
    graph: String,
    made: String,
}

struct Told {
    place: String,
    line: String,
    beaten: Option<String>,
    needed: Vec<String>,
    parts: Vec<Part>,
    score: String,
    left_out_of: Option<String>,
    left_out: Vec<(String, String)>,
}

struct Part {
    name: String,
    value: String,
    utility: String,
    weight: String,
    gives: String,
}

struct Closed {
    by_choices: bool,
    tree: String,
    openings: Vec<String>,
    note: Option<String>,
}

impl Told {
    fn of(reached: &Reached, language: Language) -> Self {
        let steps = (1..).zip(&reached.needed);
        let parts = reached.pathway.criteria.iter().map(|part| {
            let [name, value, utility, weight, gives] = row(part, language);
            Part { name, value, utility, weight, gives }
        });
        Self {
            place: place(reached, language),
            line: reached.pathway.line.clone(),
            beaten: reached.beaten.as_ref().map(|out| beaten(out, language)),
            needed: steps.map(|(at, step)| needed(step, at == reached.needed.len(), language)).collect(),
            parts: parts.collect(),
            score: language.decimal(reached.pathway.score, 3),
            left_out_of: left_out_of(reached, language),
            left_out: reached.left_out.iter().map(|out| (out.line.clone(), beaten(out, language))).collect(),
        }
    }
}

impl Closed {
    fn of(blocked: &BlockedRole, language: Language) -> Self {
        let (openings, note) = openings(blocked, language);
        let mut tree = String::from("<ul>\n");
        if !blocked.by_choices {
            branch(&mut tree, &blocked.reasons, language);
        }
        tree.push_str("</ul>");
        Self { by_choices: blocked.by_choices, tree, openings, note }
    }
}

/// A reason as an entry of a list, its parts as a list within it.
fn branch(tree: &mut String, told: &ReasonReport, language: Language) {
    let (words, parts) = reason(told, language);
    let _ = write!(tree, "<li>{}", escaped(&words));
    let ways = match told {
        ReasonReport::Lacks { ways, .. } => ways.as_slice(),
        _ => &[],
    };
    if !parts.is_empty() || !ways.is_empty() {
        tree.push_str("\n<ul>\n");
        for part in parts {
            branch(tree, part, language);
        }
        for by in ways {
            let _ = write!(tree, "<li>{}", escaped(&way(by, language)));
            if let Some(asks) = &by.asks {
                tree.push_str("\n<ul>\n");
                branch(tree, asks, language);
                tree.push_str("</ul>\n");
            }
            tree.push_str("</li>\n");
        }
        tree.push_str("</ul>\n");
    }
    tree.push_str("</li>\n");
}
