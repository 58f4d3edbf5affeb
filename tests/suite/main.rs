//! Laws, scenario cases, data health and the program as people start it.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "tests stop where something is not as it must be, and count in small numbers"
)]

mod ask;
mod bad_input;
mod bounds;
mod cases;
mod cohort;
mod cohort_ends;
mod cohort_odd;
mod cohort_summary;
mod cohort_written;
#[cfg(feature = "columnar")]
mod columnar;
mod desk;
mod desk_cohort;
mod desk_gone;
mod desk_kept;
mod desk_tls;
mod desk_work;
mod formats;
mod frame;
mod generated;
mod health;
mod jobs;
mod laws;
mod layers;
mod moves;
mod openings;
mod oracle;
mod people;
mod places;
mod program;
mod readme;
mod scale;
mod schools;
mod served;
mod shortlist;
mod terminal;
mod wages;
mod words;
mod world;
