//! The JSON Schema of a row, from the table of columns.

use serde_json::{Map, Value, json};

use super::header::{COLUMNS, Column, ID, Kind};

/// The schema of a row as a JSON object, for those who write cohort files.
#[must_use]
pub fn schema() -> String {
    let properties: Map<String, Value> =
        COLUMNS.iter().map(|column| (column.name.to_owned(), property(column))).collect();
    let required: Vec<&str> =
        COLUMNS.iter().filter(|column| column.needed).map(|column| column.name).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "careerpath cohort row",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    });
    format!("{schema:#}\n")
}

fn property(column: &Column) -> Value {
    let kind = match column.kind {
        Kind::Text => json!({"type": "string"}),
        Kind::Number => json!({"type": ["number", "null"], "minimum": 0}),
        Kind::Flag => json!({"type": ["boolean", "null"]}),
        Kind::List => json!({"type": ["array", "string", "null"], "items": {"type": "string"}}),
        Kind::Pairs => {
            json!({"type": ["object", "string", "null"], "additionalProperties": {"type": "number"}})
        }
    };
    let Value::Object(mut told) = kind else { return kind };
    told.insert("description".to_owned(), column.about.into());
    if !column.example.is_empty() {
        let example = match column.kind {
            Kind::Number => column.example.parse::<u32>().map_or_else(|_| column.example.into(), Value::from),
            Kind::Flag => Value::from(column.example == "yes"),
            Kind::Text | Kind::List | Kind::Pairs => column.example.into(),
        };
        told.insert("examples".to_owned(), json!([example]));
    }
    if column.name == COLUMNS[ID].name {
        told.insert("type".to_owned(), json!(["string", "number"]));
    }
    if !column.needed && column.kind == Kind::Text {
        told.insert("type".to_owned(), json!(["string", "null"]));
    }
    Value::Object(told)
}
