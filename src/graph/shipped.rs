//! The graphs that ship inside the program.

use crate::document::Text;

/// A graph embedded in the binary.
#[derive(Debug, Clone, Copy)]
pub struct Shipped {
    /// Its id.
    pub id: &'static str,
    /// Its files: name and content.
    pub files: &'static [(&'static str, &'static str)],
    /// Its packed tables: name and content.
    pub packed: &'static [(&'static str, &'static [u8])],
}

impl Shipped {
    /// Its files as they would be read from a folder.
    #[must_use]
    pub fn texts(&self) -> Vec<Text> {
        let files = self.files.iter().map(|(name, content)| (*name, content.as_bytes()));
        let all = files.chain(self.packed.iter().copied());
        all.map(|(name, bytes)| Text { name: format!("graphs/{}/{name}", self.id), bytes: bytes.to_vec() })
            .collect()
    }
}

macro_rules! embedded {
    ($id:literal: $($name:literal),*; $($packed:literal),*) => {
        Shipped {
            id: $id,
            files: &[$(($name, include_str!(concat!("../../graphs/", $id, "/", $name)))),*],
            packed: &[$(($packed, include_bytes!(concat!("../../graphs/", $id, "/", $packed)))),*],
        }
    };
}

/// Every embedded graph, in order of id.
pub const SHIPPED: &[Shipped] = &[
    embedded!("ca-ns-him":
        "graph.json", "sources.json", "regions.csv", "skills.json", "awards.json", "occupations.json", "roles.json",
        "credentials.json", "programs.json", "imputation.json", "pay.csv", "competition.csv", "tuition.csv", "wages.json",
        "facts.json", "words.csv", "outside.json", "schools.csv", "offerings.csv"; "titles.csv.gz", "outside_pay.csv.gz",
        "places.csv.gz"),
    embedded!("us-him":
        "graph.json", "sources.json", "regions.csv", "skills.json", "awards.json", "occupations.json", "roles.json",
        "credentials.json", "programs.json", "imputation.json", "pay.csv", "competition.csv", "tuition.csv", "wages.json",
        "facts.json", "words.csv", "outside.json", "fields.csv", "school_facts.csv", "moves.csv"; "titles.csv.gz", "outside_pay.csv.gz",
        "backgrounds.csv.gz", "places.csv.gz", "zips.csv.gz", "schools.csv.gz", "offerings.csv.gz", "centres.csv.gz"),
];
