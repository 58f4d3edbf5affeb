//! When: the steps of a set on the two-track clock of the model (section 3), in every order and mode.

mod clock;
mod endings;
mod opens;
mod orders;
mod relaxed;
mod used;

pub(super) use clock::{Board, Clock, NEVER, Placed, Spell, Who};
pub(super) use opens::months_by;
pub(super) use orders::{Orders, Visit};
pub(super) use relaxed::{Earliest, earliest};
