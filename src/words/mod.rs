//! Every word that people read, in each language: one folder of messages a language, the same keys in all.
//!
//! Messages are Fluent; numbers, money and dates are given to them written as the language writes them.

mod number;

use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};

/// What stands between the steps of a pathway in a line.
pub const ARROW: &str = " → ";

/// A language that everything is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French, as in Canada.
    Fr,
    /// Spanish, as in California.
    Es,
}

/// The messages of a language as written.
macro_rules! written {
    ($language:literal) => {
        [
            ("report.ftl", include_str!(concat!($language, "/report.ftl"))),
            ("answers.ftl", include_str!(concat!($language, "/answers.ftl"))),
            ("page.ftl", include_str!(concat!($language, "/page.ftl"))),
            ("questions.ftl", include_str!(concat!($language, "/questions.ftl"))),
            ("screen.ftl", include_str!(concat!($language, "/screen.ftl"))),
            ("desk.ftl", include_str!(concat!($language, "/desk.ftl"))),
        ]
    };
}

static EN: LazyLock<Messages> = LazyLock::new(|| Messages::of(Language::En));
static FR: LazyLock<Messages> = LazyLock::new(|| Messages::of(Language::Fr));
static ES: LazyLock<Messages> = LazyLock::new(|| Messages::of(Language::Es));

/// What is filled into a message, by name.
pub type Filled<'a> = (&'static str, FluentValue<'a>);

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Es];

    /// Its id in files, flags and pages.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
        }
    }

    /// What its speakers call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Es => "Español",
        }
    }

    /// Its files of messages, by name.
    #[must_use]
    pub const fn written(self) -> [(&'static str, &'static str); 6] {
        match self {
            Self::En => written!("en"),
            Self::Fr => written!("fr"),
            Self::Es => written!("es"),
        }
    }

    /// A message in which nothing is filled in; the key itself where there is none, which a test rules out.
    #[must_use]
    pub fn word(self, key: &str) -> String {
        self.say(key, [])
    }

    /// A message with what is filled in; a number chooses its plural.
    #[must_use]
    pub fn say<'a>(self, key: &str, filled: impl IntoIterator<Item = Filled<'a>>) -> String {
        let messages: &Messages = match self {
            Self::En => &EN,
            Self::Fr => &FR,
            Self::Es => &ES,
        };
        let mut args = FluentArgs::new();
        for (name, value) in filled {
            args.set(name, value);
        }
        messages.say(key, &args).unwrap_or_else(|| key.to_owned())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

struct Messages(FluentBundle<FluentResource>);

impl Messages {
    fn of(language: Language) -> Self {
        let id = language.id().parse().expect("ids are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for (_, text) in language.written() {
            let text = unbroken(text, language);
            // what cannot be read is missing, which a test finds
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    fn say(&self, key: &str, filled: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        Some(self.0.format_pattern(pattern, Some(filled), &mut Vec::new()).into_owned())
    }
}

/// Text whose signs stay with the word before them: the high ones of French, and what stands after a number in Spanish.
fn unbroken(text: &str, language: Language) -> String {
    let signs: &[&str] = match language {
        Language::En => return text.to_owned(),
        Language::Fr => &[":", ";", "?", "!", "%", "»"],
        Language::Es => &["%"],
    };
    let mut out = text.to_owned();
    for sign in signs {
        out = out.replace(&format!(" {sign}"), &format!("\u{a0}{sign}"));
    }
    out.replace("« ", "«\u{a0}")
}
