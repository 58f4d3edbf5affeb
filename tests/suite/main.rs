//! Laws, scenario cases, data health and the program as people start it.

mod bad_input;
mod cases;
mod health;
mod laws;
mod layers;
mod oracle;
mod program;
mod world;
