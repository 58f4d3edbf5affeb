//! Kinds of people in a cohort: k-means on what they told, each measure brought to one scale.
//!
//! The number of kinds is that from two to six with the largest mean silhouette (Rousseeuw 1987) on at most four hundred
//! people evenly spaced, among those with no kind of fewer than ten. The draws of k-means follow from a seed.

use linfa::DatasetBase;
use linfa::metrics::SilhouetteScore;
use linfa::traits::{Fit, Predict};
use linfa_clustering::KMeans;
use ndarray::{Array1, Array2, Axis};
use rand_xoshiro::Xoshiro256Plus;
use rand_xoshiro::rand_core::SeedableRng;

use super::hide::{LEAST, group};
use super::person::{FEATURES, Person, SHARES};
use super::{every, mean};
use crate::report::Apart;

/// People on whom kinds are judged.
const JUDGED: u64 = 400;
/// A mean so many standard deviations from all sets a kind apart.
const FAR: f64 = 0.3;

/// Which kind each person is of, and how well the kinds are told apart.
pub(super) struct Found {
    pub of: Vec<usize>,
    pub count: usize,
    pub silhouette: f64,
}

/// Finds kinds among people; nothing where there are none that are large enough.
pub(super) fn kinds(people: &[Person], seed: u64) -> Option<Found> {
    if (people.len() as u64) < 2 * LEAST {
        return None;
    }
    let raw = Array2::from_shape_fn((people.len(), FEATURES.len()), |(at, which)| people[at].features[which]);
    let (mean, spread) = (raw.mean_axis(Axis(0))?, raw.std_axis(Axis(0), 0.0));
    let scale = spread.mapv(|spread| if spread > 0.0 { spread } else { 1.0 });
    let scaled = (raw - &mean) / &scale;
    let judged: Vec<usize> = (0..people.len()).step_by(every(people.len() as u64, JUDGED)).collect();
    let try_with = |count: usize| -> Option<Found> {
        let draws = Xoshiro256Plus::seed_from_u64(seed);
        let data = DatasetBase::from(scaled.clone());
        let model = KMeans::params_with_rng(count, draws).n_runs(8).tolerance(1e-4).fit(&data).ok()?;
        let of: Array1<usize> = model.predict(&scaled);
        let large = (0..count).all(|kind| of.iter().filter(|at| **at == kind).count() as u64 >= LEAST);
        let some = DatasetBase::new(scaled.select(Axis(0), &judged), of.select(Axis(0), &judged));
        let silhouette = some.silhouette_score().ok().filter(|score: &f64| large && score.is_finite())?;
        Some(Found { of: of.to_vec(), count, silhouette })
    };
    // of equals the fewest
    (2..=6)
        .filter_map(try_with)
        .reduce(|best, next| if next.silhouette > best.silhouette { next } else { best })
}

/// Which measures are told of kinds: a share is not where in some kind those whom it is true of, or the others, are too few.
pub(super) fn told(kinds: &[Vec<&Person>]) -> [bool; FEATURES.len()] {
    let few = |kind: &Vec<&Person>, which: usize| {
        let so = kind.iter().filter(|person| person.features[which] > 0.0).count();
        group(so as u64, kind.len() as u64).is_none()
    };
    std::array::from_fn(|which| !SHARES.contains(&which) || !kinds.iter().any(|kind| few(kind, which)))
}

/// What sets some people apart from all among what is told, most telling first; at most three.
pub(super) fn apart(some: &[&Person], all: &[Person], told: [bool; FEATURES.len()]) -> Vec<Apart> {
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    let mut told: Vec<(f64, Apart)> = FEATURES
        .iter()
        .enumerate()
        .filter(|(which, _)| told[*which])
        .filter_map(|(which, what)| {
            let theirs: Vec<f64> = all.iter().map(|person| person.features[which]).collect();
            let own: Vec<f64> = some.iter().map(|person| person.features[which]).collect();
            let (here, all) = (mean(&own), mean(&theirs));
            let spread = mean(&theirs.iter().map(|value| (value - all).powi(2)).collect::<Vec<_>>()).sqrt();
            let far = if spread > 0.0 { (here - all) / spread } else { 0.0 };
            (far.abs() >= FAR).then_some((far.abs(), Apart { what, here: tenth(here), all: tenth(all) }))
        })
        .collect();
    told.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    told.into_iter().take(3).map(|(_, apart)| apart).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(count: usize, with_a_job: usize) -> Vec<Person> {
        let person = |at: usize| {
            let mut features = [0.0; FEATURES.len()];
            features[SHARES[0]] = if at < with_a_job { 1.0 } else { 0.0 };
            Person { best: None, features, row: None }
        };
        (0..count).map(person).collect()
    }

    #[test]
    fn a_share_of_a_kind_tells_of_no_few() {
        let told_of = |kinds: &[(usize, usize)]| {
            let people: Vec<Vec<Person>> = kinds.iter().map(|(count, so)| people(*count, *so)).collect();
            told(&people.iter().map(|kind| kind.iter().collect()).collect::<Vec<_>>())[SHARES[0]]
        };
        assert!(told_of(&[(131, 131), (45, 0), (24, 12)]));
        assert!(!told_of(&[(131, 131), (45, 0), (24, 22)]));
        assert!(!told_of(&[(131, 100), (13, 3)]));
    }
}
