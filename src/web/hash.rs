//! Passwords, kept as Argon2id hashes; few are hashed at once.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

use super::Desk;
use super::answer::Refusal;

/// Seconds after which somebody may try again who found too many waiting.
const WAIT: i64 = 2;
/// The shortest password in letters, as NIST SP 800-63B asks of passwords used alone.
pub const SHORTEST: usize = 15;
/// The longest: what is hashed is bounded.
pub const LONGEST: usize = 200;

/// A hash that no password has, so that a name that nobody has takes as long as one that somebody has.
static NOBODY: LazyLock<String> = LazyLock::new(|| hashed("nobody has this password").unwrap_or_default());

impl Desk {
    /// The hash of a password, when its turn comes; refused where too many wait for theirs.
    pub(super) fn hash(&self, password: &str) -> Result<String, Refusal> {
        let _place = self.waiting.try_acquire().map_err(|_| Refusal::Wait(WAIT))?;
        Self::in_turn(&self.hashes, || hashed(password)).ok_or(Refusal::Form)
    }

    /// Whether a password has a hash; where there is none it takes as long and is not so.
    pub(super) fn fits(&self, password: &str, hash: Option<&str>) -> Result<bool, Refusal> {
        let _place = self.waiting.try_acquire().map_err(|_| Refusal::Wait(WAIT))?;
        Ok(Self::in_turn(&self.hashes, || {
            let known = PasswordHash::new(hash.unwrap_or(&NOBODY));
            let fits = known
                .is_ok_and(|known| Argon2::default().verify_password(password.as_bytes(), &known).is_ok());
            fits && hash.is_some()
        }))
    }
}

fn hashed(password: &str) -> Option<String> {
    Argon2::default().hash_password(password.as_bytes()).ok().map(|hash| hash.to_string())
}
