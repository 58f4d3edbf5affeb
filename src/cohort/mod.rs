//! Many people at once: rows in, pathways or a reason for every one of them out, in the order of the rows, with nothing lost.
//!
//! A bad row is a row: it is told with its line, column and reason, and the others come out as if it were not there. What is
//! written of a row depends on that row, the graph and the settings alone, whatever else is in the file and however many
//! threads there are.

mod additions;
mod alike;
mod cells;
mod checkpoint;
mod columnar;
mod dry;
mod far;
mod files;
mod form;
mod generate;
mod header;
mod heading;
mod input;
mod manifest;
mod object;
mod outputs;
mod quotes;
mod reading;
mod records;
mod result;
mod row;
mod run;
mod schema;
mod score;
mod settled;
mod sheets;
mod summary;
mod what_if;
mod why;
mod workbook;
mod written;

pub use checkpoint::beside;
#[cfg(feature = "columnar")]
pub use columnar::{ScoredBatch, score_batch};
pub use dry::{Checked, Tally};
pub use far::Far;
pub use form::Form;
pub use generate::Invented;
pub use header::{COLUMNS, Column, Kind};
pub use heading::Header;
pub use input::{keep_standard, standard};
pub use quotes::Delimiter;
pub use records::{Cut, Record, Records};
pub use result::Layout;
pub use row::Reject;
pub use run::{Came, Ended, Order, Summed};
pub use schema::schema;
pub use score::{Scored, Scorer};
pub use settled::{Settled, Unsure, review};
pub use written::{Written, rejects_header};
