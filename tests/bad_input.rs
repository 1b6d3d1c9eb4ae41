//! Whatever comes in: a clear error or a right picture, and never a panic. The same inputs go through a
//! real page in `tests/browser/bad-input.test.mjs`.

#![cfg(feature = "tools")]

mod sound;

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{json, Value as Json};
use sound::{replace, sound, well_formed, HIGHEST};
use village_charts::chart;
use village_charts::data::{self, Finding, Severity};
use village_charts::draw::{self, Theme};
use village_charts::platform::{Digits, Font, Native, Platform};
use village_charts::text::{Argument, Locale, Message};
use village_charts::view::{Action, Kind, Sort, View};

#[derive(Deserialize)]
struct Input {
    what: String,
    #[serde(rename = "type")]
    kind: String,
    json: String,
    /// The code of a finding, or "draws".
    expect: String,
}

/// Draws at several widths, in both languages and orders, and looks at every coordinate.
fn draw(json: &[u8], kind: Kind) -> Result<(), Vec<Finding>> {
    let platform = Native::default();
    let reading = data::read(json, &platform);
    let Some(dataset) = reading.dataset else {
        return Err(reading.findings);
    };
    for width in [120.0, 200.0, 320.0, 1200.0] {
        for (locale, sort) in [(Locale::VI, Sort::Value), (Locale::EN, Sort::Name)] {
            let mut view = View::new(kind, locale, width);
            view.update(Action::Sort(sort));
            let scene = chart::scene(&dataset, &view, &platform).map_err(|f| vec![f])?;
            sound(&scene);
            well_formed(&draw::svg(&scene, &Theme::Light, locale, &platform));
        }
    }
    Ok(())
}

#[test]
fn each_nasty_input_gives_its_error_or_a_picture() {
    let inputs: Vec<Input> =
        serde_json::from_str(include_str!("data/inputs.json")).expect("the list of inputs");
    assert!(inputs.len() >= 50);
    let mut wrong = Vec::new();
    for input in &inputs {
        let kind = Kind::from_name(&input.kind).expect("a type of chart");
        let outcome = std::panic::catch_unwind(|| {
            for (_, other) in Kind::ALL {
                let _ = draw(input.json.as_bytes(), other);
            }
            draw(input.json.as_bytes(), kind)
        });
        let codes = match outcome {
            Ok(Ok(())) => vec!["draws"],
            Ok(Err(findings)) => {
                for f in &findings {
                    assert!(f.path.starts_with('$') && !f.expected.is_empty(), "{f:?}");
                    let length = f.found.chars().count();
                    assert!((1..200).contains(&length), "a message is short: {}", input.what);
                }
                findings.iter().map(|f| f.code).collect()
            }
            Err(_) => vec!["panics, or draws beyond its picture"],
        };
        if !codes.contains(&input.expect.as_str()) {
            wrong.push(format!("{}: {codes:?}, not {}", input.what, input.expect));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Every item's id is its own: selecting one of two of a name must not mark the other.
#[test]
fn every_item_has_an_id_of_its_own() {
    let revenue = |villages: Json| {
        json!({ "format": "village-charts/1", "villages": villages,
            "revenue": { "unit": "billion_vnd", "per": "year", "total": 9 } })
    };
    let row = |value: u8| json!({ "name": "A", "value": value, "per": "year" });
    let mut shared = Vec::new();
    let two_districts = json!([
        { "name": "A", "district": "X", "revenue": 1 },
        { "name": "A", "district": "Y", "revenue": 2 },
    ]);
    for (what, kind, file) in [
        ("one name in two districts", Kind::Revenue, revenue(two_districts)),
        ("a village called Total", Kind::Revenue, revenue(json!([{ "name": "Total", "revenue": 1 }]))),
        (
            "an id that is another's name",
            Kind::Revenue,
            revenue(json!([{ "name": "A", "id": "b", "revenue": 1 }, { "name": "B", "revenue": 2 }])),
        ),
        (
            "two rows of a name",
            Kind::Income,
            json!({ "format": "village-charts/1", "income": { "unit": "million_vnd", "rows": [row(1), row(2)] } }),
        ),
        (
            "a subset called as its whole",
            Kind::Clusters,
            json!({ "format": "village-charts/1", "clusters": { "groups": [
                { "whole": { "name": "A", "value": 3 }, "subsets": [{ "name": "A", "value": 1 }] }] } }),
        ),
        (
            "an id made unique that is another's",
            Kind::Petitions,
            json!({ "format": "village-charts/1", "petitions": { "counts": [
                { "name": "B", "id": "a-3", "value": 1 },
                { "name": "A", "value": 1 },
                { "name": "A", "value": 2 }] } }),
        ),
    ] {
        let platform = Native::default();
        // an error would be as good
        let Some(dataset) = data::read(file.to_string().as_bytes(), &platform).dataset else { continue };
        let scene = chart::scene(&dataset, &View::new(kind, Locale::EN, 640.0), &platform).expect("a scene");
        let ids: std::collections::BTreeSet<&str> = scene.items.iter().map(|i| i.id.as_str()).collect();
        if ids.len() < scene.items.len() {
            shared.push(what);
        }
    }
    assert!(shared.is_empty(), "{shared:?}");
}

/// An id stays with its village: a selection must not jump to its namesake when the list is sorted or paged.
#[test]
fn an_id_stays_with_its_village_over_sorting_and_paging() {
    // two of one name in different districts, with a page of others between them
    let village =
        |district: &str, revenue: usize| json!({ "name": "A", "district": district, "revenue": revenue });
    let mut villages = vec![village("X", 1000), village("Y", 1), village("Z", 999)];
    villages.extend((0..30).map(|i| json!({ "name": format!("V{i}"), "revenue": 100 + i })));
    let file = json!({ "format": "village-charts/1", "villages": villages,
        "revenue": { "unit": "billion_vnd", "per": "year" } });
    let platform = Native::default();
    let Some(dataset) = data::read(file.to_string().as_bytes(), &platform).dataset else {
        return; // an error would be as good
    };
    let mut village_of = std::collections::BTreeMap::new();
    for sort in [Sort::Value, Sort::Name] {
        let mut view = View::new(Kind::Revenue, Locale::EN, 640.0);
        view.update(Action::Sort(sort));
        for page in 0..2 {
            view.update(Action::Page(page));
            for item in chart::scene(&dataset, &view, &platform).expect("a scene").items {
                let first = village_of.entry(item.id.clone()).or_insert(item.spoken.clone());
                assert_eq!(*first, item.spoken, "two villages share the id {}", item.id);
            }
        }
    }
    assert_eq!(village_of.len(), 33);
}

/// As many figures as a file may have, with names as long as they may be, on a small phone.
#[test]
fn a_hundred_long_names_are_no_picture_that_a_canvas_cannot_hold() {
    let row = |i: usize| {
        let name = format!("R{i} {}", "rất dài ".repeat(60).trim_end());
        json!({ "name": name, "value": i, "per": "month" })
    };
    let rows: Vec<Json> = (0..100).map(row).collect();
    let file = json!({ "format": "village-charts/1", "income": { "unit": "million_vnd", "rows": rows } });
    let _ = draw(file.to_string().as_bytes(), Kind::Income);
}

/// Thousands of anything: paged, or refused, but never a picture that no canvas can hold.
#[test]
fn thousands_of_rows_or_counts_are_no_picture_that_a_canvas_cannot_hold() {
    let list = |of: &dyn Fn(usize) -> Json| (0..3000).map(of).collect::<Vec<_>>();
    let rows = list(&|i| json!({ "name": format!("R{i}"), "value": i, "per": "month" }));
    let counts = list(&|i| json!({ "name": format!("C{i}"), "value": i }));
    let groups = list(&|i| json!({ "whole": { "name": format!("W{i}"), "value": i } }));
    let whole = json!({ "name": "W", "value": 5000 });
    let mut too_high = Vec::new();
    for (what, kind, section) in [
        ("rows", Kind::Income, json!({ "income": { "unit": "million_vnd", "rows": rows } })),
        ("counts", Kind::Petitions, json!({ "petitions": { "counts": counts } })),
        ("groups", Kind::Villages, json!({ "village_counts": { "groups": groups } })),
        (
            "subsets",
            Kind::Clusters,
            json!({ "clusters": { "groups": [{ "whole": whole, "subsets": counts }] } }),
        ),
    ] {
        let mut file = section;
        file["format"] = json!("village-charts/1");
        let platform = Native::default();
        let Some(dataset) = data::read(file.to_string().as_bytes(), &platform).dataset else { continue };
        if let Ok(scene) = chart::scene(&dataset, &View::new(kind, Locale::EN, 640.0), &platform) {
            if scene.height > HIGHEST {
                too_high.push(format!("{what}: {} pixels", scene.height));
            }
        }
    }
    assert!(too_high.is_empty(), "{too_high:?}");
}

#[test]
fn what_is_too_large_or_too_deep_is_refused() {
    let deep = "[".repeat(100_000);
    assert_eq!(draw(deep.as_bytes(), Kind::Revenue).expect_err("too deep")[0].code, "not_json");
    let name = format!(
        r#"{{ "format": "village-charts/1", "villages": [{{ "name": "{}" }}] }}"#,
        "x".repeat(100_000)
    );
    assert_eq!(draw(name.as_bytes(), Kind::Revenue).expect_err("too long")[0].code, "text_too_long");
    let key = format!(r#"{{ "format": "village-charts/1", "{}": 1 }}"#, "y".repeat(100_000));
    assert_eq!(data::read(key.as_bytes(), &Native::default()).findings[0].severity, Severity::Warning);
    let surrogate = br#"{ "format": "village-charts/1", "villages": [{ "name": "\ud800" }] }"#;
    assert_eq!(draw(surrogate, Kind::Revenue).expect_err("half a character")[0].code, "not_json");
    let huge = br#"{ "format": "village-charts/1", "villages": [{ "name": "A", "revenue": 1e999 }] }"#;
    assert_eq!(draw(huge, Kind::Revenue).expect_err("no finite number")[0].code, "not_json");
    let bytes = b"{ \"format\": \"\xff\xfe\" }";
    assert_eq!(draw(bytes, Kind::Revenue).expect_err("no UTF-8")[0].code, "not_utf8");
}

#[test]
fn a_byte_order_mark_is_no_error() {
    let json = "\u{FEFF}{ \"format\": \"village-charts/1\" }";
    assert!(data::read(json.as_bytes(), &Native::default()).dataset.is_some());
}

#[test]
fn thousands_of_villages_are_all_reached_page_by_page() {
    let villages: Vec<Json> =
        (0..1350).map(|i| json!({ "name": format!("V{i}"), "revenue": i % 97 })).collect();
    let revenue = json!({ "unit": "billion_vnd", "per": "year" });
    let file = json!({ "format": "village-charts/1", "revenue": revenue, "villages": villages });
    let platform = Native::default();
    let dataset = data::read(file.to_string().as_bytes(), &platform).dataset.expect("good data");
    let mut view = View::new(Kind::Revenue, Locale::VI, 360.0);
    let mut seen = std::collections::BTreeSet::new();
    loop {
        let scene = chart::scene(&dataset, &view, &platform).expect("a scene");
        sound(&scene);
        seen.extend(scene.items.iter().map(|i| i.id.clone()));
        view.update(Action::Page(view.page + 1));
        if view.page == scene.controls.pages {
            break;
        }
    }
    assert_eq!(seen.len(), 1350);
}

/// At the end of the axis there is no room beside a light part that is seen though its range is a hair.
#[test]
fn a_range_of_a_hair_stays_within_the_picture() {
    for value in [json!({ "range": [99.99, 100] }), json!({ "nearly": 100 }), json!({ "less_than": 0.001 })] {
        let row = json!({ "name": "A", "per": "month", "value": value });
        let file =
            json!({ "format": "village-charts/1", "income": { "unit": "million_vnd", "rows": [row] } });
        assert!(draw(file.to_string().as_bytes(), Kind::Income).is_ok(), "{value}");
    }
}

/// What fuzzers found; `scripts/fuzz` tries it in the module, too.
#[test]
fn what_fuzzers_found_is_not_found_again() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fuzz/found/text");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let json = std::fs::read(entry.expect("an entry").path()).expect("a file");
        for (_, kind) in Kind::ALL {
            let _ = draw(&json, kind);
        }
        count += 1;
    }
    assert!(count >= 3, "{count} files");
}

/// Junk to put anywhere into a file.
fn junk() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<f64>().prop_map(Json::from),
        (0.0..1e15).prop_map(Json::from),
        "\\PC{0,30}".prop_map(Json::from),
        any::<String>().prop_map(Json::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!({ "range": [0, 1e15] })),
        Just(json!({ "nearly": 1e-12 })),
        Just(json!({ "missing": "x" })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_with_junk_in_it_never_panics(changes in prop::collection::vec((0..260usize, junk()), 1..4)) {
        let mut file: Json = serde_json::from_str(include_str!("../www/data/hanoi-2024.json")).expect("JSON");
        for (mut at, by) in changes {
            replace(&mut file, &mut at, &by);
        }
        for (_, kind) in Kind::ALL {
            let _ = draw(file.to_string().as_bytes(), kind);
        }
    }

    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = draw(&bytes, Kind::Revenue);
    }
}

/// A card is tried in many sizes: none of them is a reason to go through all villages again.
#[test]
fn a_card_asks_for_as_much_whatever_the_number_of_villages() {
    struct Counting(Native, std::cell::Cell<usize>);
    impl Platform for Counting {
        fn text_width(&self, text: &str, font: Font) -> f64 {
            self.0.text_width(text, font)
        }
        fn message(&self, message: Message, arguments: &[(Argument, &str)], locale: Locale) -> String {
            self.1.set(self.1.get() + 1);
            self.0.message(message, arguments, locale)
        }
        fn number(&self, x: f64, digits: Digits, locale: Locale) -> String {
            self.1.set(self.1.get() + 1);
            self.0.number(x, digits, locale)
        }
        fn breaks(&self, text: &str, locale: Locale) -> Vec<usize> {
            self.0.breaks(text, locale)
        }
        fn sort(&self, names: &[&str], locale: Locale) -> Vec<usize> {
            self.1.set(self.1.get() + names.len());
            self.0.sort(names, locale)
        }
        fn fold(&self, name: &str) -> String {
            self.0.fold(name)
        }
        fn find(&self, texts: &[&str], query: &str) -> Vec<usize> {
            self.0.find(texts, query)
        }
    }
    let asked = |count: usize| {
        let villages: Vec<Json> =
            (0..count).map(|i| json!({ "name": format!("V{i}"), "revenue": 7 })).collect();
        let revenue = json!({ "unit": "billion_vnd", "per": "year" });
        let file = json!({ "format": "village-charts/1", "revenue": revenue, "villages": villages });
        let platform = Counting(Native::default(), std::cell::Cell::new(0));
        let dataset = data::read(file.to_string().as_bytes(), &platform).dataset.expect("good data");
        let view = View::new(Kind::Revenue, Locale::EN, 0.0);
        village_charts::card::svg(&dataset, &view, Theme::Light, &platform).expect("a card");
        platform.1.get()
    };
    let (few, many) = (asked(100), asked(2000));
    assert!(many < few * 2, "{few} for 100 villages, {many} for 2,000");
}

/// What a finding says behind a long name, such as where the other one is, is what helps.
#[test]
fn a_long_name_does_not_push_out_what_is_said_of_it() {
    let long = "Làng ".repeat(90);
    let name = long.trim_end();
    let villages = [json!({ "name": name }), json!({ "name": name })];
    let ids = [json!({ "name": "A", "id": name }), json!({ "name": "B", "id": name })];
    for (villages, end) in
        [(villages, "as in $.villages[0]"), (ids, "as number 0 of the list, counted from 0")]
    {
        let file = json!({ "format": "village-charts/1", "villages": villages }).to_string();
        let findings = data::read(file.as_bytes(), &Native::default()).findings;
        let finding = findings.iter().find(|f| f.severity == Severity::Error).expect("an error");
        assert!(finding.found.ends_with(end), "{finding:?}");
        assert!(finding.found.chars().count() <= 200, "{finding:?}");
    }
    // nor is any longer than the longest
    let figure = json!({ "unit": "billion_vnd", "per": "year" });
    let villages = [json!({ "name": "A", "revenue": { "exact": 1, "source": name } })];
    let file = json!({ "format": "village-charts/1", "revenue": figure, "villages": villages }).to_string();
    for finding in data::read(file.as_bytes(), &Native::default()).findings {
        assert!(finding.found.chars().count() <= 200, "{finding:?}");
    }
}
