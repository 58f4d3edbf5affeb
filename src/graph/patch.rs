//! A graph with some of its records changed or added, to see what that would come to.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::document::Text;
use crate::finding::{Fault, Finding, nearest};

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
/// Where the patch cannot be read, or a record of it has no id, or one that the graph does not have and no title.
pub fn patched(files: &[Text], patch: &Text) -> Result<(String, Vec<Text>), Vec<Finding>> {
    let wrong = |fault| vec![Finding::whole(&patch.name, fault)];
    let read: Patch = serde_json::from_slice(&patch.bytes)
        .map_err(|error| wrong(Fault::Syntax { detail: error.to_string() }))?;
    if read.format != FORMAT {
        let detail = format!("the format is `{}`, not `{FORMAT}`", read.format);
        return Err(wrong(Fault::WrongType { detail }));
    }
    let of_file = |name: &str| match name.rsplit(['/', '\\']).next().unwrap_or_default() {
        "awards.json" => ("award", &read.awards),
        "credentials.json" => ("credential", &read.credentials),
        "programs.json" => ("program", &read.programs),
        "skills.json" => ("skill", &read.skills),
        "sources.json" => ("source", &read.sources),
        _ => ("", const { &Vec::new() }),
    };
    let mut texts = Vec::with_capacity(files.len());
    let mut findings = Vec::new();
    for file in files {
        let (kind, records) = of_file(&file.name);
        let Ok(Value::Array(mut known)) = serde_json::from_slice::<Value>(&file.bytes) else {
            texts.push(file.clone());
            continue;
        };
        for record in records {
            let Some(id) = record.get("id").and_then(Value::as_str) else {
                findings.extend(wrong(Fault::MissingKey { key: "id".to_owned() }));
                continue;
            };
            let named = |known: &Value| known.get("id").and_then(Value::as_str) == Some(id);
            if let Some(known) = known.iter_mut().find(|known| named(known)) {
                merge(known, &Value::Object(record.clone()));
            } else if record.contains_key("title") {
                known.push(Value::Object(record.clone()));
            } else {
                // what is new has all of its keys
                let ids = known.iter().filter_map(|known| known.get("id")?.as_str());
                let near = nearest(id, ids);
                findings.extend(wrong(Fault::UnknownId { kind, id: id.to_owned(), near }));
            }
        }
        if records.is_empty() {
            texts.push(file.clone());
        } else {
            let bytes = format!("{:#}\n", Value::Array(known)).into_bytes();
            texts.push(Text { name: format!("{} on {}", patch.name, file.name), bytes });
        }
    }
    if findings.is_empty() { Ok((read.title, texts)) } else { Err(findings) }
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
