//! A form that was sent.

/// The fields of a form, in order; there may be more of one name.
#[derive(Debug, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// The fields of a body or of what follows a question mark.
    #[must_use]
    pub fn of(sent: &[u8]) -> Self {
        Self(form_urlencoded::parse(sent).into_owned().collect())
    }

    /// The fields of a form that was sent part by part.
    #[must_use]
    pub const fn with(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// The first field of a name; empty where there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
    }

    /// All fields of a name.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, text)| text.as_str())
    }
}

/// Whether a sign is not seen where it stands, or turns what is around it: control signs, line breaks, signs of direction
/// and of no width.
pub(super) fn is_unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
