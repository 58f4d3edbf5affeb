//! Who is held out: the same for the same seed, whatever the order of the rows.

/// The group, of so many, that something with this number belongs to: one round of `SplitMix64` (Steele, Lea & Flood 2014).
#[must_use]
pub const fn fold(seed: u64, number: u64, groups: u64) -> u64 {
    let mut mixed = seed.wrapping_add(number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)) % groups
}
