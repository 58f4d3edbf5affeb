//! How firm an order is: the weights at which another comes first.

use super::Weights;

/// What is weighed: the utilities of a pathway in the order of [`super::CRITERIA`], and what it leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighed {
    /// The destination: 0 for the one that comes first today.
    pub destination: usize,
    /// From -1 to 1; none where not known.
    pub utilities: [Option<f64>; 6],
}

/// A weight at which another destination comes first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Turn {
    /// The share of the criterion in all weights, the others in their old proportions.
    pub share: f64,
    /// The destination that comes first beyond it.
    pub then: usize,
}

/// The share of weight of a criterion, above (`up`) or below the one in force, beyond which another destination comes first
/// than does now; nothing where that never happens.
///
/// A score is a ratio of two straight lines in that share, so two pathways change places where a parabola is zero; from
/// there on the next one ahead is followed.
#[must_use]
pub fn turn(weighed: &[Weighed], weights: &Weights, criterion: usize, up: bool) -> Option<Turn> {
    let now = weights.all()[criterion];
    if 1.0 - now < 1e-9 {
        return None;
    }
    let lines: Vec<Line> = weighed.iter().map(|one| Line::of(one, weights, criterion)).collect();
    let end = if up { 1.0 } else { 0.0 };
    // measured from today's share towards the end
    let at = |step: f64| (end - now).mul_add(step, now);
    // what is as good today may be ahead at once
    let (mut step, mut ahead) = (0.0, best(&lines, at(STEP))?);
    if weighed[ahead].destination != 0 {
        return Some(Turn { share: now, then: weighed[ahead].destination });
    }
    // each pathway is ahead once at most between any two, so this ends
    for _ in 0..lines.len() * 2 {
        let next = (0..lines.len())
            .filter_map(|other| Some((lines[other].overtakes(&lines[ahead], step, &at)?, other)))
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let (crossing, _) = next?;
        let after = best(&lines, at((crossing + STEP).min(1.0)))?;
        if weighed[after].destination != 0 {
            return Some(Turn { share: at(crossing.max(0.0)), then: weighed[after].destination });
        }
        (step, ahead) = (crossing + STEP, after);
        if step >= 1.0 {
            return None;
        }
    }
    None
}

/// The least step that is looked at.
const STEP: f64 = 1e-6;
/// So near the end of the range, where all other weight is gone, a tie is no change.
const END: f64 = 1.0 - 1e-5;

/// The place of the best at a share; the first of those that are as good but for rounding.
fn best(lines: &[Line], share: f64) -> Option<usize> {
    let most = lines.iter().map(|line| line.score(share)).max_by(f64::total_cmp)?;
    lines.iter().position(|line| line.score(share) >= most - 1e-12)
}

/// A score by the share of one criterion: (`over` + `over_more` · share) / (`under` + `under_more` · share).
#[derive(Debug, Clone, Copy)]
struct Line {
    over: f64,
    over_more: f64,
    under: f64,
    under_more: f64,
}

impl Line {
    fn of(weighed: &Weighed, weights: &Weights, criterion: usize) -> Self {
        let all = weights.all();
        let rest = 1.0 - all[criterion];
        let others = || {
            let known = weighed.utilities.iter().zip(all).enumerate().filter(|(at, _)| *at != criterion);
            known.filter_map(|(_, (utility, weight))| Some((utility.as_ref()?, weight / rest)))
        };
        let over: f64 = others().map(|(utility, weight)| utility * weight).sum();
        let under: f64 = others().map(|(_, weight)| weight).sum();
        let own = weighed.utilities[criterion];
        let known = f64::from(u8::from(own.is_some()));
        Self { over, over_more: own.unwrap_or(0.0) - over, under, under_more: known - under }
    }

    fn score(&self, share: f64) -> f64 {
        let under = self.under_more.mul_add(share, self.under);
        if under > 1e-12 { self.over_more.mul_add(share, self.over) / under } else { 0.0 }
    }

    /// The first step after one at which this gets ahead of another.
    fn overtakes(&self, other: &Self, after: f64, at: &impl Fn(f64) -> f64) -> Option<f64> {
        // this minus other, over a positive whole: a parabola in the share
        let square = self.over_more.mul_add(other.under_more, -(other.over_more * self.under_more));
        let line = self.over * other.under_more + self.over_more * other.under
            - other.over * self.under_more
            - other.over_more * self.under;
        let constant = self.over.mul_add(other.under, -(other.over * self.under));
        let (now, end) = (at(0.0), at(1.0));
        let step = |share: f64| (share - now) / (end - now);
        let value = |share: f64| square.mul_add(share, line).mul_add(share, constant);
        roots(square, line, constant)
            .into_iter()
            .flatten()
            .map(step)
            .filter(|root| *root > after - STEP / 2.0 && *root < END)
            .filter(|root| {
                // it is behind before and ahead after
                let near = 1e-7;
                value(at(root - near)) <= 0.0 && value(at(root + near)) > 0.0
            })
            .min_by(f64::total_cmp)
    }
}

/// Where `square` x² + `line` x + `constant` is zero.
fn roots(square: f64, line: f64, constant: f64) -> [Option<f64>; 2] {
    if square.abs() < 1e-14 {
        return [(line.abs() > 1e-14).then(|| -constant / line), None];
    }
    let inside = line.mul_add(line, -(4.0 * square * constant));
    if inside < 0.0 {
        return [None, None];
    }
    // the larger in magnitude first, the other from the product of both
    let sum = -0.5 * (line + line.signum() * inside.sqrt());
    let first = sum / square;
    [Some(first), if sum == 0.0 { None } else { Some(constant / sum) }]
}
