//! Fitting the pay model to raw files and measuring it on what was held out.

pub mod cells;
pub mod evaluate;
pub mod fit;
pub mod graduates;
pub mod kinds;
pub mod measure;
pub mod missing;
pub mod own;
pub mod panels;
pub mod people;
pub mod raw;
pub mod shapes;
pub mod standing;
pub mod typical;
pub mod widths;
pub mod years;
