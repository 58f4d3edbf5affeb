//! Who a report is about.

use super::Sentences;
use crate::report::OutsideEcho;
use crate::units::Money;

impl Sentences<'_> {
    /// The person as the profile tells, and their limits.
    pub fn person(self) -> String {
        let profile = &self.report.profile;
        let mut person = vec![profile.education.clone()];
        if !profile.holdings.is_empty() {
            person.push(self.say("person-holds", [("names", self.names(&profile.holdings).into())]));
        }
        let outside = profile.outside.as_ref().map(|job| job.title.as_str());
        person.push(match profile.current.as_deref().map(|role| self.name(role)).or(outside) {
            Some(job) => self.say("person-works", [("role", job.into())]),
            None => self.word("person-no-job"),
        });
        person.push(self.say("opens-hours", [("n", profile.study_hours_per_week.into())]));
        if profile.current.is_some() || profile.outside.is_some() {
            let may = if profile.may_stop_working { "person-may-stop" } else { "person-may-not-stop" };
            person.push(self.word(may));
        }
        if profile.distance_only {
            person.push(self.word("person-distance"));
        }
        let at_most = |what: String| self.say("at-most", [("what", what.into())]);
        if profile.budget.is_some() {
            person.push(at_most(self.money(profile.budget)));
        }
        if profile.aid_per_year > Money::ZERO {
            person.push(self.amount("person-aid", profile.aid_per_year));
        }
        person.push(at_most(self.language.months(profile.max_months.into())));
        person.join(" · ")
    }

    /// The occupations that jobs outside the graph are taken for, and the skills they bring; none without such jobs.
    pub fn background(self) -> Option<String> {
        let profile = &self.report.profile;
        let jobs: Vec<String> =
            profile.outside.iter().chain(&profile.former).map(|job| self.taken_for(job)).collect();
        if jobs.is_empty() {
            return None;
        }
        let skill = |(id, level): &(String, u8)| format!("{} {level}", self.name(id));
        let skills: Vec<String> = profile.background.iter().map(skill).collect();
        let told: Vec<&str> = skills.iter().map(String::as_str).collect();
        let brings = match skills.len() {
            0 => self.word("background-none"),
            _ => self.say("background-brings", [("skills", self.language.list(&told).into())]),
        };
        let licence = profile.licence.as_ref();
        let licence = licence.map(|id| self.say("background-licence", [("name", self.name(id).into())]));
        let told = jobs.into_iter().chain(licence).chain([brings]);
        Some(told.collect::<Vec<_>>().join(" "))
    }

    /// That a job was not read, where one was not: the one of today first.
    pub fn unread(self) -> Option<String> {
        let profile = &self.report.profile;
        let mut jobs = profile.outside.iter().chain(&profile.former);
        let job = jobs.find(|job| job.occupation.is_none())?;
        Some(self.say("first-unread", [("said", job.title.as_str().into())]))
    }

    /// The occupation that a job outside the graph is taken for.
    fn taken_for(self, job: &OutsideEcho) -> String {
        let said = ("said", job.title.as_str().into());
        match &job.occupation_title {
            None => self.say("taken-for-unknown", [said]),
            Some(title) => self.say(
                if job.is_read { "taken-for" } else { "taken-as" },
                [said, ("title", title.as_str().into())],
            ),
        }
    }
}
