//! Personalised career pathways in health information management.
//!
//! A [`graph`] says what exists: roles, credentials, programs, pay, each figure with its source. A [`profile`] says
//! where a person stands. [`recommend::recommend`] searches every pathway that no other beats, ranks them on fixed
//! scales and explains each one; [`render`] writes the [`report`] as text, JSON or CSV.
//!
//! ```
//! use careerpath::document::Text;
//! use careerpath::graph::Graph;
//! use careerpath::profile::Profile;
//! use careerpath::recommend::{Settings, recommend};
//!
//! let graph = Graph::shipped("ca-ns-him").expect("it ships").expect("it is sound");
//! let written = br#"{"region": "Halifax", "education": "high_school", "targets": ["him-practitioner"]}"#;
//! let file = Text { name: "me.json".into(), bytes: written.to_vec() };
//! let profile = Profile::check(&file, &graph).expect("it is sound");
//! let report = recommend(&graph, &profile, &Settings::default());
//! assert_eq!(report.destinations[0].role, "him-practitioner");
//! ```

pub mod cli;
pub mod cohort;
pub mod digest;
pub mod document;
pub mod eligibility;
pub mod finding;
pub mod graph;
pub mod profile;
pub mod provenance;
pub mod questions;
pub mod rank;
pub mod read;
pub mod recommend;
pub mod render;
pub mod report;
pub mod search;
pub mod seeded;
pub mod store;
pub mod table;
pub mod units;
pub mod wages;
pub mod web;
pub mod whole;
pub mod words;
