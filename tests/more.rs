//! What the module for most charts does not read is left to the one that reads the whole format.

#![cfg(not(feature = "indicators"))]

use serde_json::{json, Value};
use village_charts::data::{self, Severity};
use village_charts::platform::Native;

fn found(file: &Value) -> Vec<(Severity, &'static str)> {
    let reading = data::read(file.to_string().as_bytes(), &Native::default());
    assert_eq!(reading.dataset.is_some(), reading.findings.iter().all(|f| f.severity != Severity::Error));
    reading.findings.iter().map(|f| (f.severity, f.code)).collect()
}

/// A file with one thing put in at a path.
fn with(path: &str, value: Value) -> Value {
    let mut file = json!({
        "format": "village-charts/1",
        "sources": [{ "id": "office", "name": "Office" }],
        "villages": [{ "name": "A", "revenue": { "exact": 5 } }, { "name": "B", "revenue": 3 }],
        "revenue": { "unit": "billion_vnd", "per": "year" },
        "income": { "unit": "million_vnd", "rows": [{ "name": "A", "value": { "exact": 5 }, "per": "month" }] },
        "clusters": { "groups": [{ "whole": { "name": "All", "value": { "exact": 5 } } }] },
    });
    let (parent, key) = path.rsplit_once('/').expect("a path");
    file.pointer_mut(parent).expect("its parent")[key] = value;
    file
}

#[test]
fn what_its_charts_draw_is_read() {
    assert_eq!(found(&with("/$schema", json!("x"))), []);
    assert_eq!(found(&with("/revenue/$note", json!("x"))), []);
    let hanoi = serde_json::from_str(include_str!("../www/data/hanoi-2024.json")).expect("JSON");
    assert_eq!(found(&hanoi), []);
}

#[test]
fn whatever_else_stands_in_a_file_is_left_to_the_other_module() {
    let nouns = json!({ "one": "commune", "many": "communes" });
    let currency = json!({ "currency": "IDR", "scale": "billion" });
    for (path, value) in [
        ("/places", nouns),
        ("/times", json!([])),
        ("/indicators", json!([])),
        ("/references", json!([])),
        ("/villages", json!({ "columns": ["name"], "rows": [["A"]] })),
        ("/villages/0/figures", json!({})),
        ("/revenue/unit", currency.clone()),
        ("/income/unit", currency),
        ("/villages/0/revenue", json!({ "estimate": 5, "interval": [4, 6] })),
        ("/villages/0/revenue/provisional", json!(true)),
        ("/villages/0/revenue/few_cases", json!(false)),
        ("/villages/0/revenue/unit", json!("billion_vnd")),
        ("/income/rows/0/value/per", json!("month")),
        ("/clusters/groups/0/whole/value/unit", json!("percent")),
        ("/clusters/groups/0/whole/value/revised", json!(true)),
        ("/clusters/nonsense", json!(1)),
        ("/nonsense", json!(null)),
    ] {
        assert_eq!(found(&with(path, value)), [(Severity::Error, "more")], "{path}");
    }
}

#[test]
fn lists_of_many_and_places_of_one_name_are_left_to_the_other_module() {
    let villages =
        |count: usize| (0..count).map(|i| json!({ "name": format!("V {i}"), "revenue": i })).collect();
    assert_eq!(found(&with("/villages", Value::Array(villages(90)))), []);
    assert_eq!(found(&with("/villages", Value::Array(villages(2000)))), []);
    assert_eq!(found(&with("/villages", Value::Array(villages(2001)))), [(Severity::Error, "more")]);
    let named = |a: Value, b: Value| found(&with("/villages", json!([{ "name": a }, { "name": b }])));
    assert_eq!(
        named(json!({ "vi": "Phú Đô", "en": "Phu Do" }), json!({ "vi": "Phú Mỹ", "en": "Phu My" })),
        []
    );
    assert_eq!(named(json!({ "vi": "An", "en": "An" }), json!("Bình")), []);
    for (a, b) in [
        (json!("An"), json!("an\u{a0}")),
        (json!({ "vi": "Phú Đô", "en": "Phu Do" }), json!({ "vi": "Phù Đổ", "en": "Phu Do" })),
    ] {
        assert_eq!(named(a.clone(), b.clone()), [(Severity::Error, "more")], "{a} {b}");
    }
}

/// Another module may know better what is wrong, or that nothing is.
#[test]
fn no_error_is_told_of_a_file_that_is_left() {
    let mut file = with("/places", json!("x"));
    file["villages"][0]["revenue"] = json!("1.300");
    assert_eq!(found(&file), [(Severity::Error, "more")]);
    assert_eq!(found(&with("/villages/0/revenue", json!("1.300"))), [(Severity::Error, "")]);
}
