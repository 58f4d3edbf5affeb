//! Why a role cannot be reached, and what would open it.

mod alone;
mod openings;
mod reasons;

pub use alone::{Bar, could_be_had};
pub use openings::{Limit, Opening, Openings, openings};
pub use reasons::{Reason, Way, reasons};
