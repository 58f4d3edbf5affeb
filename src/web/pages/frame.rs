//! What stands around every page: who is signed in, where to go, and what was just done.

use askama::Template;

use crate::store::Duty;
use crate::units::CalendarMonth;
use crate::web::visit::Visit;
use crate::words::Language;

/// What every page has.
pub struct Frame {
    pub language: Language,
    pub title: String,
    /// Who is signed in.
    pub who: Option<Who>,
    /// What every form of the session carries.
    pub token: String,
    /// What is amiss with what was sent.
    pub amiss: Option<String>,
}

/// Somebody who is signed in.
pub struct Who {
    pub name: String,
    /// Whether they look after accounts.
    pub administers: bool,
    /// Whether they counsel.
    pub counsels: bool,
    /// Seconds until they are signed out, where nothing more is done.
    pub left: i64,
    /// The same as a time of the day.
    pub until: String,
}

impl Frame {
    /// Of a visit, with a title.
    pub fn of(visit: &Visit<'_>, title: String) -> Self {
        let who = visit.session.as_ref().map(|session| {
            let left = session.left(visit.desk.spans, visit.now);
            let duty = session.account.duty;
            Who {
                name: session.account.name.clone(),
                administers: duty == Duty::Admin,
                counsels: duty != Duty::Reader,
                left,
                until: visit.language.say("desk-until", [("time", time(visit.now + left).into())]),
            }
        });
        let guest = visit.guest.as_ref().map(|guest| &guest.form);
        let token =
            guest.or(visit.session.as_ref().map(|session| &session.form)).cloned().unwrap_or_default();
        Self { language: visit.language, title, who, token, amiss: None }
    }

    /// With what is amiss.
    pub fn with(self, amiss: Option<String>) -> Self {
        Self { amiss, ..self }
    }

    /// A word.
    pub fn word(&self, key: &str) -> String {
        self.language.word(key)
    }
}

/// A time of the day, from seconds since 1970.
fn time(seconds: i64) -> String {
    let at = jiff::Timestamp::from_second(seconds).unwrap_or_default().to_zoned(jiff::tz::TimeZone::system());
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// A day, from seconds since 1970, as year, month and day.
pub fn day(language: Language, seconds: i64) -> String {
    let Ok(at) = jiff::Timestamp::from_second(seconds) else { return String::new() };
    let date = at.to_zoned(jiff::tz::TimeZone::system()).date();
    let month = CalendarMonth::parse(&format!("{:04}-{:02}", date.year(), date.month()));
    let month = month.map_or_else(String::new, |month| language.month(month));
    language.say("desk-day", [("day", date.day().to_string().into()), ("month", month.into())])
}

#[derive(Template)]
#[template(path = "refused.html")]
struct Refused {
    frame: Frame,
    text: String,
}

/// A page that tells why there is none.
pub fn refused(language: Language, text: &str) -> String {
    let title = language.word("desk-refused");
    let frame = Frame { language, title, who: None, token: String::new(), amiss: None };
    written(&Refused { frame, text: text.to_owned() })
}

/// A page as written.
pub fn written(page: &impl Template) -> String {
    page.render().expect("a page is written to memory")
}
