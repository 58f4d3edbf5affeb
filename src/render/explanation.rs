//! One role explained, for people.

use std::fmt::Write;

use super::{Look, cells};
use crate::report::{
    BlockedRole, CriterionReport, Explanation, LeftOut, Needed, Reached, ReasonReport, WayReport,
};
use crate::words::{Filled, Language};

/// Writes an explanation as text.
#[must_use]
pub fn explanation_text(explanation: &Explanation, look: Look) -> String {
    let mut page = Page { language: explanation.settings.language, look, out: String::new() };
    look.title(&mut page.out, &title(explanation));
    if let Some(told) = unsettled(explanation) {
        page.told(0, &told);
    }
    if let Some(reached) = &explanation.reached {
        page.reached(reached);
    }
    if let Some(blocked) = &explanation.blocked {
        page.blocked(blocked);
    }
    page.heading(&cells::stamp(&explanation.graph, explanation.settings.language));
    page.out
}

/// What is explained, and for where.
pub(super) fn title(explanation: &Explanation) -> String {
    let filled = [
        ("title", explanation.title.as_str().into()),
        ("region", explanation.profile.region_title.as_str().into()),
    ];
    explanation.settings.language.say("explained", filled)
}

/// Why what is told may be beaten, where it may.
pub(super) fn unsettled(explanation: &Explanation) -> Option<String> {
    let why = explanation.unsettled.as_deref()?;
    Some(explanation.settings.language.say("explained-unsettled", [("why", why.into())]))
}

/// The place of a pathway among those that nothing beats.
pub(super) fn place(reached: &Reached, language: Language) -> String {
    let all = ("all", reached.pathways_in_all.into());
    match reached.place {
        Some(place) => language.say("place-of", [("place", place.into()), all]),
        None => language.say("place-left-out", [all]),
    }
}

/// How many of those left out are told; nothing where none is.
pub(super) fn left_out_of(reached: &Reached, language: Language) -> Option<String> {
    let counts = [("shown", reached.left_out.len().into()), ("all", reached.left_out_in_all.into())];
    (!reached.left_out.is_empty()).then(|| language.say("left-out-of", counts))
}

/// A criterion's name, value, utility, weight and what it gives.
pub(super) fn row(part: &CriterionReport, language: Language) -> [String; 5] {
    [
        language.word(&format!("criterion-{}", part.id)),
        value(part, language),
        part.utility.map_or_else(String::new, |utility| language.decimal(utility, 3)),
        language.decimal(part.weight, 3),
        language.signed(part.contribution, 3),
    ]
}

/// What a step is for.
pub(super) fn needed(step: &Needed, last: bool, language: Language) -> String {
    let uses = step.uses.iter().map(|used| {
        let conditions = language.linked(&used.conditions, "or");
        language.say("asks-for", [("step", used.name.as_str().into()), ("conditions", conditions.into())])
    });
    let uses: Vec<String> = uses.collect();
    let what = match (uses.is_empty(), last) {
        (true, true) => language.word("the-target"),
        (true, false) => language.word("pay-while-studying"),
        (false, _) => language.clauses(&uses),
    };
    language.say("step-for", [("step", step.name.as_str().into()), ("what", what.into())])
}

/// A criterion's value in its unit.
fn value(part: &CriterionReport, language: Language) -> String {
    let Some(value) = part.value else { return language.word("value-not-known") };
    #[expect(clippy::cast_possible_truncation, reason = "amounts of money and months")]
    let whole = value.round() as i64;
    match part.unit.as_str() {
        "share" => language.decimal(value, 2),
        "months" => language.months(whole),
        unit => format!("{} {unit}", language.count(whole)),
    }
}

/// What beats a pathway that was left out, and on what.
pub(super) fn beaten(out: &LeftOut, language: Language) -> String {
    let Some(better) = &out.beaten_by_line else { return language.word("superfluous") };
    let on = if out.on.is_empty() { language.word("as-good") } else { language.list(&out.on) };
    let better = cells::line(better, language);
    language.say("beaten-by", [("line", better.into()), ("on", on.into())])
}

/// The sentence and the parts of a reason that has parts, or the sentence of one that has none.
pub(super) fn reason(reason: &ReasonReport, language: Language) -> (String, &[ReasonReport]) {
    match reason {
        ReasonReport::All { of } => (language.word("all-of"), of),
        ReasonReport::Any { of } => (language.word("one-of"), of),
        ReasonReport::More { n, of } => (language.say("n-more-of", [("n", (*n).into())]), of),
        ReasonReport::Lacks { what, ways } if ways.is_empty() => {
            (language.say("see-above", [("what", what.as_str().into())]), &[])
        }
        ReasonReport::Lacks { what, .. } => (what.clone(), &[]),
        ReasonReport::Late { month } => (language.say("too-late", [("month", (*month).into())]), &[]),
        ReasonReport::Together => (language.word("not-together"), &[]),
    }
}

/// A step that would bring something missing, and what stands in its way.
pub(super) fn way(way: &WayReport, language: Language) -> String {
    let bars: Vec<&str> = way.bars.iter().map(|bar| bar.words.as_str()).collect();
    let bars = if way.asks.is_some() { language.word("asks-what-cannot") } else { language.clauses(&bars) };
    let told = language.say("by-way", [("step", way.name.as_str().into()), ("bars", bars.into())]);
    if way.only_prepared { language.say("only-prepared", [("way", told.into())]) } else { told }
}

/// What would open a closed role, a line each, and how the lines belong together.
pub(super) fn openings(blocked: &BlockedRole, language: Language) -> (Vec<String>, Option<String>) {
    let single = blocked.openings.iter().map(|opening| opening.change.clone());
    let pairs = blocked.pairs.iter().map(|[one, other]| {
        let filled = [("one", one.change.as_str().into()), ("other", other.change.as_str().into())];
        language.say("opens-pair", filled)
    });
    let lines: Vec<String> = single.chain(pairs).collect();
    let note = match (blocked.openings.len(), blocked.pairs.len()) {
        (0, 0) => Some("no-opening"),
        (0, _) => Some("no-single"),
        (1, _) => None,
        (_, _) => Some("each-alone"),
    };
    (lines, note.map(|key| language.word(key)))
}

struct Page {
    language: Language,
    look: Look,
    out: String,
}

impl Page {
    fn say<'a>(&self, key: &str, filled: impl IntoIterator<Item = Filled<'a>>) -> String {
        self.language.say(key, filled)
    }

    /// A text under an indent, its following lines two further in.
    fn told(&mut self, indent: usize, text: &str) {
        self.look.wrap(&mut self.out, text, &" ".repeat(indent), &" ".repeat(indent + 2));
    }

    /// A text after an empty line.
    fn heading(&mut self, text: &str) {
        self.out.push('\n');
        self.look.wrap(&mut self.out, text, "", "");
    }

    fn reached(&mut self, reached: &Reached) {
        let (language, pathway) = (self.language, &reached.pathway);
        let place = place(reached, language);
        let score = language.decimal(pathway.score, 3);
        self.told(0, &self.say("placed", [("place", place.into()), ("score", score.into())]));
        self.told(2, &pathway.line);
        if let Some(out) = &reached.beaten {
            self.heading(&language.word("what-beats"));
            self.told(2, &beaten(out, language));
        }
        self.heading(&language.word("what-for"));
        for (at, step) in (1..).zip(&reached.needed) {
            self.told(2, &needed(step, at == reached.needed.len(), language));
        }
        self.heading(&language.word("score-of"));
        self.score(&pathway.criteria);
        if let Some(told) = left_out_of(reached, language) {
            self.heading(&told);
        }
        for out in &reached.left_out {
            self.told(2, &out.line);
            self.told(4, &beaten(out, language));
        }
    }

    fn score(&mut self, parts: &[CriterionReport]) {
        let language = self.language;
        let column = |key: &str| language.word(&format!("column-{key}"));
        let rows: Vec<[String; 5]> = parts.iter().map(|part| row(part, language)).collect();
        let wide = rows.iter().map(|[name, ..]| name.chars().count()).max().unwrap_or(0).max(9);
        let [value_is, utility, weight, gives] = ["value", "utility", "weight", "gives"].map(column);
        let _ = writeln!(self.out, "  {:<wide$} {value_is:>14}  {utility:>7} {weight:>6}  {gives:>6}", "");
        for [name, value, utility, weight, gives] in rows {
            let _ = writeln!(self.out, "  {name:<wide$} {value:>14}  {utility:>7} {weight:>6}  {gives:>6}");
        }
    }

    fn blocked(&mut self, blocked: &BlockedRole) {
        let language = self.language;
        self.told(0, &language.word("closed-here"));
        if blocked.by_choices {
            self.told(0, &language.word("only-choices-shut"));
            return;
        }
        self.heading(&language.word("why"));
        self.tree(2, &blocked.reasons);
        self.heading(&language.word("what-opens"));
        let (lines, note) = openings(blocked, language);
        for told in lines.iter().chain(&note) {
            self.told(2, told);
        }
    }

    /// A reason as an indented tree.
    fn tree(&mut self, indent: usize, told: &ReasonReport) {
        let (words, parts) = reason(told, self.language);
        self.told(indent, &words);
        for part in parts {
            self.tree(indent + 2, part);
        }
        if let ReasonReport::Lacks { ways, .. } = told {
            for by in ways {
                self.told(indent + 2, &way(by, self.language));
                if let Some(asks) = &by.asks {
                    self.tree(indent + 4, asks);
                }
            }
        }
    }
}
