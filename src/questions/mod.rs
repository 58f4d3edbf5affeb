//! The questionnaire: one list of questions for the terminal and the web, and what follows from what was answered so far.
//!
//! Nothing is asked of anybody but what a profile holds. [`Flow`] is pure: from the answers so far it tells what to ask
//! next, what an answer amounts to, and the profile that the answers make.

mod answers;
mod doubts;
mod flow;
mod jobs;
mod likes;
mod place;
mod prompt;
mod review;
mod skills;
mod take;
mod walk;
mod written;

pub use answers::{Answers, Draft};
pub use flow::Flow;
pub use prompt::{Form, Offer, Prompt};
pub use review::Reviewed;
pub use take::Taken;

/// A question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Its id: its short name and its help stand under keys that begin with it.
    pub id: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// Whether it is among the eight of the short questionnaire.
    pub quick: bool,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Where somebody lives.
    Region,
    /// Highest schooling.
    Education,
    /// Courses finished.
    Awards,
    /// Certificates and licences held.
    Credentials,
    /// Jobs so far, in own words.
    Jobs,
    /// Wanted roles.
    Targets,
    /// Levels of skills.
    Skills,
    /// What somebody likes.
    Likes,
    /// Study hours a week.
    Hours,
    /// Whether a job may be given up to study.
    Stop,
    /// Studying on a campus, and moving for one elsewhere.
    Move,
    /// What may be spent.
    Budget,
    /// Grants and an employer's help.
    Aid,
    /// The longest time.
    Time,
    /// What matters most.
    Matters,
}

/// Every question, in the order asked.
pub const QUESTIONS: [Question; 15] = [
    Question { id: "region", topic: Topic::Region, quick: true },
    Question { id: "education", topic: Topic::Education, quick: true },
    Question { id: "awards", topic: Topic::Awards, quick: false },
    Question { id: "credentials", topic: Topic::Credentials, quick: true },
    Question { id: "job", topic: Topic::Jobs, quick: true },
    Question { id: "targets", topic: Topic::Targets, quick: true },
    Question { id: "skill", topic: Topic::Skills, quick: false },
    Question { id: "likes", topic: Topic::Likes, quick: false },
    Question { id: "hours", topic: Topic::Hours, quick: true },
    Question { id: "stop", topic: Topic::Stop, quick: false },
    Question { id: "move", topic: Topic::Move, quick: false },
    Question { id: "budget", topic: Topic::Budget, quick: true },
    Question { id: "aid", topic: Topic::Aid, quick: false },
    Question { id: "time", topic: Topic::Time, quick: false },
    Question { id: "matters", topic: Topic::Matters, quick: true },
];
