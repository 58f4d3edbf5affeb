//! Which sets of steps may make a pathway, with no clock yet.
//!
//! The requirements are an AND/OR graph: a step opens by one of several *supports*, each a set of courses to finish and of
//! months to wait for in some job. A set is listed if its steps can be given supports out of it, one each, so that every
//! course serves; whether the months work out is for the timeline to say. The list is complete: a pathway of which every
//! step is used has a listed set.

mod course_set;
mod list;
mod quick;
mod serving;
mod step_set;
mod support;

pub(super) use course_set::CourseSet;
pub(super) use list::{Lister, Recall, Supports, Take, spend};
pub(super) use quick::Quick;
pub(super) use step_set::{Condition, StepSet};
