//! How much: pay over months, what comes of a list if a step fails, and bounds on both (section 4 of the model).

mod ceiling;
mod ledger;
mod outcomes;

pub(super) use ceiling::{Before, Ceiling, Most};
pub(super) use ledger::{Ledger, dues};
pub(super) use outcomes::{Earned, Judge};
