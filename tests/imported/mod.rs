//! What tests of imported tables ask of them.

use serde_json::Value as Json;
use village_charts::import::mapping::Mapping;
use village_charts::import::{import, Outcome};

pub fn outcome(text: &str, set: Mapping) -> Outcome {
    import(text.into(), set, false).expect("a table")
}

pub fn file(text: &str) -> Json {
    of(outcome(text, Mapping::default()))
}

pub fn of(outcome: Outcome) -> Json {
    assert_eq!(outcome.problems, [], "{}", said(&outcome));
    serde_json::from_str(&outcome.text).expect("JSON")
}

pub fn said(outcome: &Outcome) -> String {
    outcome.understood.iter().map(|line| format!("{line}\n")).collect()
}

pub fn names(data: &Json, list: &str) -> Vec<String> {
    let all = data[list].as_array().into_iter().flatten();
    all.filter_map(|place| place["name"].as_str().map(str::to_owned)).collect()
}
