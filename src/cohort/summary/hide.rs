//! What a table must not tell: a group of fewer than ten, nor what would tell it by subtraction.

/// The smallest group that is told.
pub(in crate::cohort) const LEAST: u64 = 10;

/// The parts of a whole whose size is told, hidden where they are too small; where what is hidden could be had by
/// subtraction, the smallest of the others is hidden with it.
pub(in crate::cohort) fn parts(counts: &[u64]) -> Vec<Option<u64>> {
    let mut told: Vec<Option<u64>> =
        counts.iter().map(|count| Some(*count).filter(|n| *n == 0 || *n >= LEAST)).collect();
    loop {
        let hidden = told.iter().zip(counts).filter(|(told, _)| told.is_none()).map(|(_, count)| *count);
        let (some, sum) = hidden.fold((0, 0), |(some, sum), count| (some + 1, sum + count));
        if some == 0 || (some > 1 && sum >= LEAST) {
            return told;
        }
        let next = (0..told.len()).filter(|at| told[*at].is_some_and(|n| n > 0)).min_by_key(|at| counts[*at]);
        match next {
            Some(next) => told[next] = None,
            None => return told,
        }
    }
}

/// A group of a whole whose size is told, hidden where it or what is left without it is too small.
pub(in crate::cohort) const fn group(count: u64, whole: u64) -> Option<u64> {
    let left = whole.saturating_sub(count);
    let small = (count > 0 && count < LEAST) || (left > 0 && left < LEAST);
    if small { None } else { Some(count) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_parts_cannot_be_had_by_subtraction() {
        assert_eq!(parts(&[50, 30, 20]), [Some(50), Some(30), Some(20)]);
        assert_eq!(parts(&[50, 30, 3]), [Some(50), None, None]);
        assert_eq!(parts(&[50, 6, 7, 0]), [Some(50), None, None, Some(0)]);
        assert_eq!(parts(&[50, 12, 2, 3]), [Some(50), None, None, None]);
        assert_eq!(parts(&[4]), [None]);
        for counts in [[40, 1, 2, 3], [9, 9, 9, 9], [11, 1, 0, 0], [10, 10, 1, 1]] {
            let told = parts(&counts);
            let hidden: u64 =
                told.iter().zip(counts).filter(|(told, _)| told.is_none()).map(|(_, n)| n).sum();
            assert!(hidden == 0 || hidden >= LEAST, "{counts:?}");
            assert!(told.iter().flatten().all(|n| *n == 0 || *n >= LEAST), "{counts:?}");
        }
    }

    #[test]
    fn a_group_is_hidden_where_it_or_the_rest_is_small() {
        assert_eq!(
            (group(9, 100), group(95, 100), group(0, 100), group(100, 100)),
            (None, None, Some(0), Some(100))
        );
        assert_eq!(group(40, 100), Some(40));
    }
}
