//! Plans: the pathway that a client follows, with dated steps that are ticked off.

use rusqlite::{Connection, OptionalExtension, params};

use super::Stored;
use super::assessment::Assessment;
use super::client::Client;

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The assessment whose result it is from.
    pub assessment: String,
    /// The pathway's id.
    pub pathway: String,
    /// Where it leads.
    pub title: String,
    /// When it was made, in seconds.
    pub made: i64,
    /// Its steps in order.
    pub steps: Vec<PlanStep>,
}

/// A step of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStep {
    /// What is to be done, in words.
    pub told: String,
    /// The month in which it begins, such as `2026-11`.
    pub begins: String,
    /// The month by which it is done.
    pub ends: String,
    /// When it was ticked off, in seconds.
    pub done: Option<i64>,
}

impl Plan {
    /// The plan of a client; there is one at most.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(store: &Connection, client: &Client) -> Stored<Option<Self>> {
        let sql = "SELECT assessment, pathway, title, made FROM plan WHERE client = ?1";
        let plan = store.query_row(sql, [&client.id], |row| {
            let steps = Vec::new();
            Ok(Self {
                assessment: row.get(0)?,
                pathway: row.get(1)?,
                title: row.get(2)?,
                made: row.get(3)?,
                steps,
            })
        });
        let Some(mut plan) = plan.optional()? else { return Ok(None) };
        let sql = "SELECT told, begins, ends, done FROM plan_step WHERE client = ?1 ORDER BY place";
        let mut asked = store.prepare_cached(sql)?;
        let steps = asked.query_map([&client.id], |row| {
            Ok(PlanStep { told: row.get(0)?, begins: row.get(1)?, ends: row.get(2)?, done: row.get(3)? })
        })?;
        plan.steps = steps.collect::<Result<_, _>>()?;
        Ok(Some(plan))
    }

    /// Keeps it as the plan of a client, in place of another.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep(&self, store: &Connection, client: &Client, from: &Assessment) -> Stored<()> {
        store.execute("DELETE FROM plan WHERE client = ?1", [&client.id])?;
        store.execute(
            "INSERT INTO plan (client, assessment, pathway, title, made) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![client.id, from.id, self.pathway, self.title, self.made],
        )?;
        for (place, step) in (1_i64..).zip(&self.steps) {
            store.execute(
                "INSERT INTO plan_step (client, place, told, begins, ends, done) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![client.id, place, step.told, step.begins, step.ends, step.done],
            )?;
        }
        client.touch(store, self.made)
    }

    /// Ticks a step off, or not any more: true where there is such a step.
    ///
    /// # Errors
    /// What the database says.
    pub fn tick(
        store: &Connection,
        client: &Client,
        place: i64,
        done: Option<i64>,
        now: i64,
    ) -> Stored<bool> {
        let sql = "UPDATE plan_step SET done = ?3 WHERE client = ?1 AND place = ?2";
        let ticked = store.execute(sql, params![client.id, place, done])? > 0;
        client.touch(store, now)?;
        Ok(ticked)
    }

    /// Moves the months of a step: true where there is such a step.
    ///
    /// # Errors
    /// What the database says.
    pub fn date(
        store: &Connection,
        client: &Client,
        place: i64,
        (begins, ends): (&str, &str),
        now: i64,
    ) -> Stored<bool> {
        let sql = "UPDATE plan_step SET begins = ?3, ends = ?4 WHERE client = ?1 AND place = ?2";
        let moved = store.execute(sql, params![client.id, place, begins, ends])? > 0;
        client.touch(store, now)?;
        Ok(moved)
    }
}
