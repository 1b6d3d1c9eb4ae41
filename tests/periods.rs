//! Every picture says what its numbers are: the unit, and of money the time that it is for.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::data::{self, Dataset};
use village_charts::draw::{self, Theme};
use village_charts::platform::Native;
use village_charts::text::Locale;
use village_charts::view::{Action, Kind, View};
use village_charts::{card, chart, embed};

fn dataset(file: &Json) -> Dataset {
    let reading = data::read(file.to_string().as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn revenues(per: &str, unit: &str, figures: &[Json]) -> Json {
    let village = |(i, f): (usize, &Json)| json!({ "name": format!("Làng {i}"), "revenue": f });
    let villages: Vec<Json> = figures.iter().enumerate().map(village).collect();
    json!({ "format": "village-charts/1", "villages": villages, "revenue": { "unit": unit, "per": per } })
}

/// The texts of an SVG with blanks between them.
fn texts(svg: &str) -> String {
    svg.split('<')
        .filter_map(|tag| tag.split_once('>'))
        .map(|(_, text)| text.trim_end_matches('\n'))
        .collect()
}

#[test]
fn the_picture_of_revenue_says_for_which_time_it_is() {
    let platform = Native::default();
    let lists: [&[Json]; 6] = [
        &[json!(620.592204), json!(589.286423), json!(427.45329), json!(372.9)],
        &[json!({ "at_least": 1234567.891 }), json!(1)],
        &[json!(0), json!(0)],
        &[json!({ "missing": "?" }), json!({ "range": [123456.789, 234567.89], "estimated": true })],
        &[json!({ "at_least": 123456789.123456, "estimated": true })],
        &[json!(1), json!(2), json!(3), json!(1000)],
    ];
    for (per, vi, en) in [("month", "/tháng", "a month"), ("year", "/năm", "a year")] {
        for (unit, figures) in
            ["billion_vnd", "million_vnd"].iter().zip([lists, lists]).flat_map(|(u, l)| l.map(|f| (u, f)))
        {
            let file = revenues(per, unit, figures);
            let data = dataset(&file);
            for (locale, period) in [(Locale::VI, vi), (Locale::EN, en)] {
                for width in [120.0, 160.0, 288.0, 320.0, 400.0, 559.0, 560.0, 608.0, 900.0] {
                    let view = View::new(Kind::Revenue, locale, width);
                    let scene = chart::scene(&data, &view, &platform).expect("a scene");
                    let said = texts(&draw::svg(&scene, &Theme::Light, locale, &platform));
                    assert!(said.contains(period), "{period} at {width}: {said}");
                }
                let view = View::new(Kind::Revenue, locale, 0.0);
                let card = card::svg(&data, &view, Theme::Light, &platform).expect("a card");
                assert!(texts(&card).contains(period), "{period} on the card: {}", texts(&card));
                let json = file.to_string();
                let html = embed::fragment(&data, &json, &view, &embed::Options::default(), &platform);
                for svg in html.expect("a fragment").split("<svg ").skip(1) {
                    let svg = svg.split_once("</svg>").expect("its end").0;
                    assert!(texts(svg).contains(period), "{period} in the fragment: {svg}");
                }
            }
        }
    }
}

#[test]
fn what_is_over_an_amount_is_said_with_its_time() {
    let data = dataset(&revenues("month", "billion_vnd", &[json!(3), json!(5)]));
    let mut view = View::new(Kind::Revenue, Locale::EN, 640.0);
    view.update(Action::Threshold(Some(4.0)));
    let scene = chart::scene(&data, &view, &Native::default()).expect("a scene");
    assert!(scene.answers[0].starts_with("Over 4 billion dong a month: 1 village."), "{:?}", scene.answers);
}
