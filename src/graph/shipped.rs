//! The graphs that ship inside the program.

use crate::document::Text;

/// A graph embedded in the binary.
#[derive(Debug, Clone, Copy)]
pub struct Shipped {
    /// Its id.
    pub id: &'static str,
    /// Its files: name and content.
    pub files: &'static [(&'static str, &'static str)],
}

impl Shipped {
    /// Its files as they would be read from a folder.
    #[must_use]
    pub fn texts(&self) -> Vec<Text> {
        self.files
            .iter()
            .map(|(name, content)| Text {
                name: format!("graphs/{}/{name}", self.id),
                bytes: content.as_bytes().to_vec(),
            })
            .collect()
    }
}

macro_rules! embedded {
    ($id:literal: $($name:literal),* $(,)?) => {
        Shipped {
            id: $id,
            files: &[$(($name, include_str!(concat!("../../graphs/", $id, "/", $name)))),*],
        }
    };
}

/// Every embedded graph, in order of id.
pub const SHIPPED: &[Shipped] = &[
    embedded!("ca-ns-him":
        "graph.json", "sources.json", "regions.csv", "skills.json", "awards.json", "occupations.json", "roles.json",
        "credentials.json", "programs.json", "imputation.json", "pay.csv", "competition.csv", "tuition.csv", "wages.json",
        "facts.json", "words.csv"),
    embedded!("us-him":
        "graph.json", "sources.json", "regions.csv", "skills.json", "awards.json", "occupations.json", "roles.json",
        "credentials.json", "programs.json", "imputation.json", "pay.csv", "competition.csv", "tuition.csv", "wages.json",
        "facts.json", "words.csv"),
];
