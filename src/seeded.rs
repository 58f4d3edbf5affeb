//! Numbers that follow from a seed alone, the same whatever the order in which they are asked for.

/// The number of a place in the stream of a seed: one round of `SplitMix64` (Steele, Lea & Flood 2014).
#[must_use]
pub const fn number(seed: u64, place: u64) -> u64 {
    let mut mixed = seed.wrapping_add(place.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// The group, of so many, that something with this number belongs to.
#[must_use]
pub const fn fold(seed: u64, place: u64, groups: u64) -> u64 {
    number(seed, place) % groups
}

/// A number from `low` to `high`, each as likely as another.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "53 bits are a float's own")]
pub fn between(seed: u64, place: u64, low: f64, high: f64) -> f64 {
    let share = (number(seed, place) >> 11) as f64 / (1u64 << 53) as f64;
    (high - low).mul_add(share, low)
}
