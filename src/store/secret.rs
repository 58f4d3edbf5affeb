//! What opens something to whoever has it: random, and kept as its digest only.

use sha2::{Digest, Sha256};

use super::{StoreError, Stored};
use crate::digest::hex;

/// Random bits as letters and digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one of 256 bits.
    ///
    /// # Errors
    /// Where the system gives no random bits.
    pub fn new() -> Stored<Self> {
        random(32).map(Self)
    }

    /// What somebody sent.
    #[must_use]
    pub fn sent(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// It, to be given away once.
    #[must_use]
    pub fn told(&self) -> &str {
        &self.0
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self) -> String {
        hex(&Sha256::digest(self.0.as_bytes()))
    }
}

/// An id that tells nothing: 128 random bits.
pub(super) fn id() -> Stored<String> {
    random(16)
}

fn random(bytes: usize) -> Stored<String> {
    let mut bits = vec![0; bytes];
    getrandom::fill(&mut bits).map_err(|error| StoreError::NoRandom(error.to_string()))?;
    Ok(hex(&bits))
}
