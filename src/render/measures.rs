//! The measured accuracy of the pay model, for people and as JSON.

use std::fmt::Write;

use serde::Serialize;

use crate::wages::study::measure::{Goal, Measure};

/// Writes measures as a table of two lines each: whether the goal is met, the figure, what it is and of how many cases;
/// then the goal and what simpler models reach.
#[must_use]
pub fn measures_text(measures: &[Measure]) -> String {
    let mut told = String::new();
    for measure in measures {
        let figure = |value: f64| match measure.unit {
            "%" => format!("{value:.1} %"),
            _ => format!("{value:.3}"),
        };
        let goal = match measure.goal {
            Goal::AtMost(most) => format!("goal: at most {}", figure(most)),
            Goal::Within(low, high) => format!("goal: {} to {}", figure(low), figure(high)),
            Goal::Best => "goal: better than".to_owned(),
        };
        let rivals: Vec<String> =
            measure.rivals.iter().map(|(name, value)| format!("{name} {}", figure(*value))).collect();
        let rivals = match (measure.goal, rivals.is_empty()) {
            (_, true) => String::new(),
            (Goal::Best, false) => format!(" {}", rivals.join(", ")),
            (Goal::AtMost(_) | Goal::Within(..), false) => format!("; {}", rivals.join(", ")),
        };
        let verdict = if measure.met() { "met" } else { "MISSED" };
        let _ = writeln!(told, "{verdict:<6} {:>8}  {}", figure(measure.ours), measure.what);
        let _ = writeln!(told, "{:17}{goal}{rivals}; {} cases held out", "", measure.cases);
    }
    let missed = measures.iter().filter(|measure| !measure.met()).count();
    let _ = writeln!(told, "{} of {} goals met", measures.len() - missed, measures.len());
    told
}

#[derive(Serialize)]
struct Evaluation<'m> {
    format: &'static str,
    seed: u64,
    measures: Vec<Judged<'m>>,
}

#[derive(Serialize)]
struct Judged<'m> {
    met: bool,
    #[serde(flatten)]
    measure: &'m Measure,
}

/// Writes measures as `careerpath.wages-evaluation/1`.
#[must_use]
pub fn measures_json(measures: &[Measure], seed: u64) -> String {
    let judged = measures.iter().map(|measure| Judged { met: measure.met(), measure });
    let all = Evaluation { format: "careerpath.wages-evaluation/1", seed, measures: judged.collect() };
    super::json(&all)
}
