//! What holds for every picture, whatever came in: the tests of bad input and the fuzzers ask for it.

use serde_json::Value as Json;
use village_charts::scene::{Scene, Shape};

/// Replaces the `at`-th node of a tree, counted in reading order.
pub fn replace(node: &mut Json, at: &mut usize, by: &Json) {
    if *at == 0 {
        *node = by.clone();
    }
    *at = at.wrapping_sub(1);
    match node {
        Json::Array(list) => list.iter_mut().for_each(|n| replace(n, at, by)),
        Json::Object(map) => map.values_mut().for_each(|n| replace(n, at, by)),
        _ => {}
    }
}

/// XML as far as these files use it: one root, tags that match, attributes in quotes, nothing that has to
/// be written as an entity, no character that XML does not have.
pub fn well_formed(svg: &str) {
    let forbidden =
        |c: char| (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    assert!(!svg.contains(forbidden), "an SVG file has no control characters");
    let references = |text: &str| {
        for after in text.split('&').skip(1) {
            let name = after.split(';').next().unwrap_or("");
            assert!(["lt", "gt", "amp", "quot", "apos"].contains(&name), "&{name} in {text}");
        }
    };
    let mut open: Vec<&str> = Vec::new();
    for (i, part) in svg.trim_end().split('<').skip(1).enumerate() {
        assert!(i == 0 || !open.is_empty(), "one root");
        let (tag, text) = part.split_once('>').expect("a tag ends");
        assert!(!text.contains('>'), "{text}");
        references(text);
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let inner = tag.strip_suffix('/').unwrap_or(tag);
        let name = inner.split_whitespace().next().expect("a tag has a name");
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric()), "{tag}");
        references(inner);
        assert!(inner.matches('"').count() % 2 == 0, "{tag}");
        if inner == tag {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

/// A canvas cannot be higher in every browser (Safari: 16,384 pixels).
pub const HIGHEST: f64 = 16_384.0;

/// Every coordinate is a number within the picture, give or take a hair.
pub fn sound(scene: &Scene) {
    let point = |(x, y): (f64, f64)| {
        assert!((-2.0..=scene.width + 2.0).contains(&x), "x {x} of {}", scene.width);
        assert!((-2.0..=scene.height + 2.0).contains(&y), "y {y} of {}", scene.height);
    };
    assert!((0.0..=HIGHEST).contains(&scene.height), "{} pixels high", scene.height);
    for item in &scene.items {
        let area = item.area;
        point((area.x, area.y));
        point((area.x + area.width, area.y + area.height));
    }
    for mark in &scene.marks {
        match &mark.shape {
            Shape::Rect(r) | Shape::Frame(r, _) => {
                assert!(r.width >= 0.0 && r.height >= 0.0);
                point((r.x, r.y));
                point((r.x + r.width, r.y + r.height));
            }
            Shape::Text(runs, at, anchor) => {
                assert!(!runs.is_empty() && runs.iter().all(|run| !run.text.is_empty()));
                let width: f64 = runs.iter().map(|run| run.gap + run.width).sum();
                // the type of an anchor has no public name
                let before = match format!("{anchor:?}").as_str() {
                    "End" => width,
                    "Middle" => width / 2.0,
                    _ => 0.0,
                };
                point((at.0 - before, at.1));
                point((at.0 - before + width, at.1));
            }
            shape => shape.points().into_iter().for_each(point),
        }
    }
}
