//! What a scene says, in words.

use serde_json::{json, Value as Json};
use village_charts::chart;
use village_charts::data;
use village_charts::platform::Native;
use village_charts::scene::{Scene, Shape};
use village_charts::text::Locale;
use village_charts::view::{Kind, View};

fn scene(kind: Kind, sections: Json) -> Scene {
    let mut file = json!({ "format": "village-charts/1" });
    for (key, section) in sections.as_object().expect("sections") {
        file[key] = section.clone();
    }
    let platform = Native::default();
    let reading = data::read(file.to_string().as_bytes(), &platform);
    let data = reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings));
    chart::scene(&data, &View::new(kind, Locale::En, 640.0), &platform).expect("a scene")
}

/// All texts of the picture, in drawing order.
fn texts(scene: &Scene) -> String {
    let texts = scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(text, ..) => Some(text.as_str()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

fn two_subsets(a: u32, b: u32, relation: &str) -> String {
    let subsets = json!([{ "name": "A", "value": a }, { "name": "B", "value": b }]);
    let group = json!({ "whole": { "name": "W", "value": 102 }, "relation": relation, "subsets": subsets });
    texts(&scene(Kind::Clusters, json!({ "clusters": { "groups": [group] } })))
}

#[test]
fn how_much_two_subsets_share_is_bounded_by_their_numbers() {
    let text = two_subsets(70, 43, "unknown");
    assert!(text.contains("In both groups: 11–43. In at least one: 70–102. The groups overlap"), "{text}");
    let text = two_subsets(30, 20, "unknown");
    assert!(text.contains("In both groups: 0–20. In at least one: 30–50. The groups may overlap"), "{text}");
}

#[test]
fn an_empty_subset_overlaps_nothing() {
    let text = two_subsets(70, 0, "overlapping");
    assert!(text.contains("In both groups: 0. In at least one: 70."), "{text}");
    assert!(!text.contains("overlap"), "{text}");
}
