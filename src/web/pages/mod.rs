//! What each page is made of, and what its forms do: one file a part of the desk.

pub mod account;
pub mod assessment;
pub mod caseload;
pub mod client;
pub mod cohort;
pub mod decision;
pub mod frame;
pub mod office;
pub mod plan;
pub mod record;
pub mod result;
pub mod student;
pub mod style;
