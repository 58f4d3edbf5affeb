//! A graph with some of its records changed or added, to see what that would come to.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::document::Text;
use crate::finding::{Fault, Finding};

const FORMAT: &str = "careerpath.patch/1";

type Record = Map<String, Value>;

/// `careerpath.patch/1`: records by id, each with the keys that are other than the graph's; a key that is null goes. A
/// record whose id the graph does not have is new. Roles are not patched: what there is to reach stays the same.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Patch {
    format: String,
    title: String,
    #[serde(default)]
    awards: Vec<Record>,
    #[serde(default)]
    credentials: Vec<Record>,
    #[serde(default)]
    programs: Vec<Record>,
    #[serde(default)]
    skills: Vec<Record>,
    #[serde(default)]
    sources: Vec<Record>,
}

/// The title of a patch, and the files of a graph as it changes them; the graph's own gate checks them.
///
/// # Errors
/// Where the patch cannot be read, or a record of it has no id.
pub fn patched(files: &[Text], patch: &Text) -> Result<(String, Vec<Text>), Vec<Finding>> {
    let wrong = |fault| vec![Finding::whole(&patch.name, fault)];
    let read: Patch = serde_json::from_slice(&patch.bytes)
        .map_err(|error| wrong(Fault::Syntax { detail: error.to_string() }))?;
    if read.format != FORMAT {
        let detail = format!("the format is `{}`, not `{FORMAT}`", read.format);
        return Err(wrong(Fault::WrongType { detail }));
    }
    let of_file = |name: &str| match name.rsplit(['/', '\\']).next().unwrap_or_default() {
        "awards.json" => &read.awards,
        "credentials.json" => &read.credentials,
        "programs.json" => &read.programs,
        "skills.json" => &read.skills,
        "sources.json" => &read.sources,
        _ => const { &Vec::new() },
    };
    let mut texts = Vec::with_capacity(files.len());
    for file in files {
        let records = of_file(&file.name);
        let Ok(Value::Array(mut known)) = serde_json::from_slice::<Value>(&file.bytes) else {
            texts.push(file.clone());
            continue;
        };
        for record in records {
            let Some(id) = record.get("id").filter(|id| id.is_string()) else {
                return Err(wrong(Fault::MissingKey { key: "id".to_owned() }));
            };
            match known.iter_mut().find(|known| known.get("id") == Some(id)) {
                Some(known) => merge(known, &Value::Object(record.clone())),
                None => known.push(Value::Object(record.clone())),
            }
        }
        if records.is_empty() {
            texts.push(file.clone());
        } else {
            let bytes = format!("{:#}\n", Value::Array(known)).into_bytes();
            texts.push(Text { name: format!("{} on {}", patch.name, file.name), bytes });
        }
    }
    Ok((read.title, texts))
}

/// Puts a value in place of another, object by object: RFC 7386.
fn merge(into: &mut Value, from: &Value) {
    let Value::Object(from) = from else {
        *into = from.clone();
        return;
    };
    if !into.is_object() {
        *into = Value::Object(Map::new());
    }
    if let Value::Object(into) = into {
        for (key, value) in from {
            if value.is_null() {
                into.remove(key);
            } else {
                merge(into.entry(key.clone()).or_insert(Value::Null), value);
            }
        }
    }
}
