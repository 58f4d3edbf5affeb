//! What people write, read: numbers, money, months and dates, levels of schooling, lists.
//!
//! One reader for the questionnaire, profiles and cohorts. It knows no graph; names are told by those that do.

mod blank;
mod list;
mod months;
mod number;
mod plain;
mod schooling;

pub use blank::is_blank;
pub use list::parts;
pub use months::{months, time};
pub use number::{bare, money, pay, whole};
pub use plain::plain;
pub use schooling::schooling;

/// What was read, and whether it can only mean that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read<T> {
    /// What it is taken for.
    pub value: T,
    /// Whether it might mean something else too.
    pub is_sure: bool,
}

impl<T> Read<T> {
    const fn sure(value: T) -> Self {
        Self { value, is_sure: true }
    }

    const fn likely(value: T) -> Self {
        Self { value, is_sure: false }
    }
}
