//! Guests: students who answer one assessment, once, and see nothing else.

use rusqlite::{Connection, OptionalExtension, params};

use super::Stored;
use super::assessment::Assessment;
use super::client::Client;
use super::secret::Secret;

/// Somebody who answers an assessment without an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// The client whose assessment it is.
    pub client: Client,
    /// The assessment, not finished and not said to be answered.
    pub assessment: Assessment,
    /// What every form carries.
    pub form: String,
    /// When it ends, in seconds.
    pub until: i64,
    /// What is kept of the secret.
    digest: String,
}

impl Guest {
    /// Begins for an assessment, with a secret of its own.
    ///
    /// # Errors
    /// What the database says.
    pub fn begin(store: &Connection, assessment: &str, until: i64, now: i64) -> Stored<Secret> {
        let (secret, form) = (Secret::new()?, Secret::new()?);
        store.execute("DELETE FROM guest WHERE until <= ?1 OR assessment = ?2", params![now, assessment])?;
        store.execute(
            "INSERT INTO guest (digest, assessment, form, until) VALUES (?1, ?2, ?3, ?4)",
            params![secret.digest(), assessment, form.told(), until],
        )?;
        Ok(secret)
    }

    /// Whoever has a secret, while it lasts and while there is something to answer.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(store: &Connection, secret: &Secret, now: i64) -> Stored<Option<Self>> {
        let sql = "SELECT assessment.client, assessment.id, guest.form, guest.until
            FROM guest JOIN assessment ON assessment.id = guest.assessment
            WHERE guest.digest = ?1 AND guest.until > ?2 AND assessment.made IS NULL AND assessment.answered IS NULL";
        let found = store
            .query_row(sql, params![secret.digest(), now], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        let Some((client, assessment, form, until)) = found else { return Ok(None) };
        let Some(client) = Client::open(store, &client)? else { return Ok(None) };
        let assessment = Assessment::of(store, &client, &assessment)?;
        Ok(assessment.map(|assessment| Self { client, assessment, form, until, digest: secret.digest() }))
    }

    /// Tells that everything is answered: whoever has the secret sees nothing any more. False where the link was taken back
    /// meanwhile.
    ///
    /// # Errors
    /// What the database says.
    pub fn done(&self, store: &Connection, now: i64) -> Stored<bool> {
        if store.execute("DELETE FROM guest WHERE digest = ?1", [&self.digest])? == 0 {
            return Ok(false);
        }
        let sql = "UPDATE assessment SET answered = ?2, changed = ?2 WHERE id = ?1 AND made IS NULL";
        store.execute(sql, params![self.assessment.id, now])?;
        self.client.touch(store, now)?;
        Ok(true)
    }
}
