//! Many people at once: rows in, pathways or a reason for every one of them out, in the order of the rows, with nothing lost.
//!
//! A bad row is a row: it is told with its line, column and reason, and the others come out as if it were not there. What is
//! written of a row depends on that row, the graph and the settings alone, whatever else is in the file and however many
//! threads there are.

mod cells;
mod checkpoint;
mod header;
mod input;
mod records;
mod row;
mod run;
mod score;
mod written;

pub use checkpoint::beside;
pub use header::{COLUMNS, Header};
pub use records::{Delimiter, Record, Records};
pub use row::Reject;
pub use run::{Came, Ended, Order};
pub use score::{Scored, Scorer};
pub use written::{out_header, rejects_header};
