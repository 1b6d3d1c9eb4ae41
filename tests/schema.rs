//! The JSON Schema says the same as the reader, as far as a schema can.

#![cfg(feature = "tools")]

use serde_json::Value as Json;
use village_charts::data;
use village_charts::platform::Native;

fn published() -> Json {
    serde_json::from_str(include_str!("../www/schema/village-charts-1.json")).expect("JSON")
}

fn accepts(file: &Json) -> bool {
    jsonschema::validator_for(&published()).expect("a schema").is_valid(file)
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let hint = "write it anew: cargo run --quiet -- schema > www/schema/village-charts-1.json";
    assert!(published() == data::schema(), "{hint}");
}

#[test]
fn it_accepts_the_data_files() {
    for file in [include_str!("../www/data/hanoi-2024.json"), include_str!("data/qualifiers.json")] {
        assert!(accepts(&serde_json::from_str(file).expect("JSON")));
    }
}

#[test]
fn it_rejects_what_the_reader_rejects_by_its_shape() {
    // what only a reader can see: how numbers, names and periods stand to one another, blanks, real dates
    let beyond = [
        "range_upside_down",
        "duplicate_village",
        "duplicate_id",
        "unknown_source",
        "total_below_parts",
        "mixed_unit",
        "mixed_period",
        "stacked_overlap",
        "disjoint_above_whole",
        "subset_above_whole",
        "missing_section",
        "empty_text",
        "bad_date",
        "not_json",
        "number_too_small",
        "draws",
    ];
    let inputs: Vec<Json> = serde_json::from_str(include_str!("data/inputs.json")).expect("JSON");
    let (mut rejected, mut accepted) = (0, Vec::new());
    for input in inputs {
        if beyond.iter().all(|code| input["expect"] != *code) {
            let file = serde_json::from_str(input["json"].as_str().expect("a text")).expect("JSON");
            if accepts(&file) {
                accepted.push(input["what"].clone());
            }
            rejected += 1;
        }
    }
    assert!(accepted.is_empty(), "{accepted:?}");
    assert!(rejected >= 20, "{rejected}");
}

#[test]
fn it_accepts_what_is_drawn_but_for_unknown_keys() {
    let inputs: Vec<Json> = serde_json::from_str(include_str!("data/inputs.json")).expect("JSON");
    for input in inputs.iter().filter(|i| i["expect"] == "draws") {
        let text = input["json"].as_str().expect("a text");
        let file = serde_json::from_str(text).expect("JSON");
        let findings = data::read(text.as_bytes(), &Native::default()).findings;
        let unknown_key = findings.iter().any(|f| f.code == "unknown_key");
        assert_eq!(accepts(&file), !unknown_key, "{}", input["what"]);
    }
}
