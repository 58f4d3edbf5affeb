//! Scales with round marks.

/// Values from the lowest to the highest mark, laid out between two places.
#[derive(Debug, Clone)]
pub struct Axis {
    pub marks: Vec<f64>,
    from: f64,
    to: f64,
}

impl Axis {
    /// An axis around some values, with few round marks, from one place to another.
    pub fn around(low: f64, high: f64, from: f64, to: f64) -> Self {
        let step = step((high - low).max(1.0) / 4.0);
        let (first, last) = ((low / step).floor(), (high / step).ceil().max((low / step).floor() + 1.0));
        let mut marks = Vec::new();
        let mut mark = first;
        while mark <= last {
            marks.push(mark * step);
            mark += 1.0;
        }
        Self { marks, from, to }
    }

    /// Where a value lies.
    pub fn place(&self, value: f64) -> f64 {
        let (low, high) = (self.marks[0], self.marks[self.marks.len() - 1]);
        self.from + (value - low) / (high - low) * (self.to - self.from)
    }
}

/// The least of 1, 2, 2.5, 5 and 10 times a power of ten that is not less.
fn step(least: f64) -> f64 {
    let power = 10f64.powi(whole_log(least));
    let times = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|times| times * power >= least - 1e-9);
    times.unwrap_or(10.0) * power
}

#[expect(clippy::cast_possible_truncation, reason = "a small power of ten")]
fn whole_log(value: f64) -> i32 {
    libm::log10(value).floor() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round_and_hold_every_value_between_them() {
        let axis = Axis::around(34_210.0, 71_900.0, 100.0, 0.0);
        assert_eq!(axis.marks, [30_000.0, 40_000.0, 50_000.0, 60_000.0, 70_000.0, 80_000.0]);
        assert!((axis.place(30_000.0) - 100.0).abs() < 1e-9 && axis.place(80_000.0).abs() < 1e-9);
        let flat = Axis::around(50_000.0, 50_000.0, 0.0, 1.0);
        assert!(flat.marks.len() >= 2 && flat.place(50_000.0).is_finite());
    }
}
