//! A quick hash for the small keys of the search, which nobody outside chooses.
//!
//! Method: multiply and rotate, word by word, as the Rust compiler does for its own tables.

use std::hash::{BuildHasherDefault, Hasher};

/// Makes such hashes.
pub(in crate::search) type Quick = BuildHasherDefault<Words>;

/// A hash by words.
#[derive(Debug, Default, Clone, Copy)]
pub(in crate::search) struct Words(u64);

const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;

impl Words {
    const fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(MULTIPLIER);
    }
}

impl Hasher for Words {
    fn finish(&self) -> u64 {
        // the upper bits are the mixed ones
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.add(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.add(u64::from(number));
    }

    fn write_u16(&mut self, number: u16) {
        self.add(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn write_u128(&mut self, number: u128) {
        let (upper, lower) = (number >> 64, number & u128::from(u64::MAX));
        self.add(u64::try_from(upper).expect("half of it"));
        self.add(u64::try_from(lower).expect("half of it"));
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }
}
