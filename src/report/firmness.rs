//! How firm the order of the destinations is.

use serde::Serialize;

/// How firm the first place is.
#[derive(Debug, Clone, Serialize)]
pub struct Firmness {
    /// Id of the first role.
    pub first: String,
    /// Its title.
    pub title: String,
    /// Per criterion: the weights beyond which another role comes first.
    pub weights: Vec<WeightTurns>,
    /// The changes of one figure of the best pathway that put the second role first.
    pub figures: Vec<FigureTurn>,
    /// How often it comes first if figures and weights are drawn from ranges.
    pub draws: Draws,
}

/// The shares of a criterion in all weights beyond which another role comes first, the others in their proportions.
#[derive(Debug, Clone, Serialize)]
pub struct WeightTurns {
    /// The criterion.
    pub criterion: &'static str,
    /// Its share now.
    pub weight: f64,
    /// Above it; none where that never happens.
    pub above: Option<WeightTurn>,
    /// Below it.
    pub below: Option<WeightTurn>,
}

/// A share beyond which another role comes first.
#[derive(Debug, Clone, Serialize)]
pub struct WeightTurn {
    /// The share.
    pub share: f64,
    /// Id of the role that comes first beyond it.
    pub role: String,
    /// Its title.
    pub title: String,
}

/// The smallest change of one figure of the best pathway, all else as it is, that puts the second role first.
#[derive(Debug, Clone, Serialize)]
pub struct FigureTurn {
    /// `cost`, `earnings` or `months`.
    pub figure: &'static str,
    /// How much dearer, less paid over the horizon, or longer; none where no change within the limits does it.
    pub change: Option<f64>,
    /// Id of the role that comes first then.
    pub role: String,
    /// Its title.
    pub title: String,
}

/// Draws over ranges.
#[derive(Debug, Clone, Serialize)]
pub struct Draws {
    /// The seed.
    pub seed: u64,
    /// How many.
    pub draws: u32,
    /// What each draw moves, and how far either way.
    pub ranges: Ranges,
    /// The share of draws in which the first role comes first.
    pub first: f64,
    /// The others that come first at times: id, title, share; the most frequent first.
    pub others: Vec<(String, String, f64)>,
}

/// How far each figure is drawn either way, as a share of it; a judgement, but for imputed pay, which has its own.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Ranges {
    /// Of what each role pays; more where it is imputed with a wider band.
    pub pay: f64,
    /// Of what each course costs.
    pub cost: f64,
    /// Of the rate at which each course is finished or passed.
    pub rate: f64,
    /// Of each weight.
    pub weight: f64,
}
