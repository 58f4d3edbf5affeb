//! What each page is made of, and what its forms do: one file a part of the desk.

pub mod account;
pub mod assessment;
pub mod caseload;
pub mod client;
pub mod frame;
pub mod style;
