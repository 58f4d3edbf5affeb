//! Failed attempts to sign in, so that nobody can try many passwords, and nobody is locked out by others who do.
//!
//! They are counted by account and address together, and by address alone: whoever signs in from elsewhere does not wait
//! for what was tried here.

use rusqlite::{Connection, OptionalExtension, params};

use super::Stored;

/// Attempts that are free of waiting, by account and address.
const FREE: i64 = 5;
/// The same of an address, whatever the account.
const FREE_OF_ADDRESS: i64 = 20;
/// Seconds after which attempts are forgotten.
const FORGOTTEN: i64 = 15 * 60;
/// The longest wait in seconds.
const LONGEST: i64 = 5 * 60;

/// Somebody who tries.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Who counts, with how many are free.
    counted: [(String, i64); 2],
}

impl Attempt {
    /// An attempt of an address at an account.
    #[must_use]
    pub fn of(account: &str, address: &str) -> Self {
        let both = format!("{address} {}", account.to_lowercase());
        Self { counted: [(super::Secret::sent(&both).digest(), FREE), (address.to_owned(), FREE_OF_ADDRESS)] }
    }

    /// Seconds to wait before it may be made; 0 where it may be made now. Each failure more doubles the wait.
    fn wait(&self, store: &Connection, now: i64) -> Stored<i64> {
        let mut longest = 0;
        for (who, free) in &self.counted {
            let found = store
                .query_row("SELECT failures, last FROM attempt WHERE who = ?1", [who], |row| {
                    Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
                })
                .optional()?;
            let Some((failures, last)) = found.filter(|(_, last)| now - last < FORGOTTEN) else { continue };
            if failures >= *free {
                let wait = (1_i64 << (failures - free).min(20)).min(LONGEST);
                longest = longest.max(last + wait - now);
            }
        }
        Ok(longest.max(0))
    }

    /// Counts it as failed until it succeeds, so that many at once are counted too; or the seconds to wait before it may be made.
    ///
    /// # Errors
    /// What the database says.
    pub fn begin(&self, store: &Connection, now: i64) -> Stored<i64> {
        // what was tried while the clock was ahead was tried now
        store.execute("UPDATE attempt SET last = ?1 WHERE last > ?1", [now])?;
        let wait = self.wait(store, now)?;
        if wait > 0 {
            return Ok(wait);
        }
        store.execute("DELETE FROM attempt WHERE last <= ?1", [now - FORGOTTEN])?;
        for (who, _) in &self.counted {
            store.execute(
                "INSERT INTO attempt (who, failures, last) VALUES (?1, 1, ?2)
                 ON CONFLICT DO UPDATE SET failures = failures + 1, last = ?2",
                params![who, now],
            )?;
        }
        Ok(0)
    }

    /// Forgets what was tried at the account from the address, and that this one failed.
    ///
    /// # Errors
    /// What the database says.
    pub fn succeed(&self, store: &Connection) -> Stored<()> {
        let [(both, _), (address, _)] = &self.counted;
        store.execute("DELETE FROM attempt WHERE who = ?1", [both])?;
        store.execute(
            "UPDATE attempt SET failures = failures - 1 WHERE who = ?1 AND failures > 0",
            [address],
        )?;
        Ok(())
    }
}
