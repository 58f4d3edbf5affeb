//! Where everything in a JSON text stands.

use std::collections::BTreeMap;
use std::ops::Range;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;

use super::faults::escaped;

/// The places of values and keys by JSON pointer.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub values: BTreeMap<String, Range<usize>>,
    pub keys: BTreeMap<String, Range<usize>>,
    /// Keys that stand in their object already: place, pointer and name.
    pub repeated: Vec<(Range<usize>, String, String)>,
}

impl Places {
    /// Of a text that is known to be JSON.
    pub fn of(text: &str) -> Self {
        let strict = jsonc_parser::ParseOptions {
            allow_comments: false,
            allow_trailing_commas: false,
            allow_loose_object_property_names: false,
            ..Default::default()
        };
        let mut places = Self::default();
        let tree = jsonc_parser::parse_to_ast(text, &jsonc_parser::CollectOptions::default(), &strict);
        if let Some(value) = tree.ok().and_then(|tree| tree.value) {
            places.mark(String::new(), &value);
        }
        places
    }

    /// Remembers where a value and everything in it stands.
    fn mark(&mut self, pointer: String, value: &ast::Value<'_>) {
        let range = value.range();
        match value {
            ast::Value::Object(object) => {
                for property in &object.properties {
                    let key = property.name.as_str();
                    let inner = format!("{pointer}/{}", escaped(key));
                    let name = property.name.range();
                    if self.keys.insert(inner.clone(), name.start..name.end).is_some() {
                        self.repeated.push((name.start..name.end, inner.clone(), key.to_owned()));
                    }
                    self.mark(inner, &property.value);
                }
            }
            ast::Value::Array(array) => {
                for (index, element) in array.elements.iter().enumerate() {
                    self.mark(format!("{pointer}/{index}"), element);
                }
            }
            _ => {}
        }
        self.values.insert(pointer, range.start..range.end);
    }
}
