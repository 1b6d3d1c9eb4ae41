//! Groups of places: sums of what may be summed, ends and medians of what may not, counts of both.

#![cfg(feature = "tools")]

#[allow(dead_code)]
mod sound;

use proptest::prelude::*;
use serde_json::{json, Value as Json};
use sound::{sound, well_formed};
use village_charts::chart;
use village_charts::data::{self, Dataset};
use village_charts::draw::{self, Theme};
use village_charts::embed;
use village_charts::figure::{Domain, Interval, Value};
use village_charts::platform::{languages, Native};
use village_charts::scene::{Item, Role, Scene, Shape};
use village_charts::table::Form;
use village_charts::text::Locale;
use village_charts::view::{Action, Kind, Sort, View};

const COMMUNES: &str = include_str!("data/communes.json");

fn dataset(json: &str) -> Dataset {
    let reading = data::read(json.as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

/// Places of an indicator of a kind, each in a group, or in none where that has no name.
fn file(kind: &str, places: &[(&str, Json)]) -> Dataset {
    let villages: Vec<Json> = places
        .iter()
        .enumerate()
        .map(|(i, (group, figure))| {
            let mut village = json!({ "name": format!("Place {i}"), "id": format!("p{i}") });
            if !group.is_empty() {
                village["district"] = json!(group);
            }
            if !figure.is_null() {
                village["figures"] = json!({ "x": figure });
            }
            village
        })
        .collect();
    let indicator = json!({ "id": "x", "name": "Jobs", "kind": kind });
    dataset(
        &json!({ "format": "village-charts/1", "indicators": [indicator], "villages": villages }).to_string(),
    )
}

fn view(width: f64) -> View {
    View::new(Kind::Groups, Locale::EN, width)
}

fn asked(actions: &[Action]) -> View {
    let mut view = view(640.0);
    for action in actions {
        view.update(action.clone());
    }
    view
}

fn drawn(data: &Dataset, view: &View) -> Scene {
    chart::scene(data, view, &Native::default()).expect("a picture")
}

fn said(scene: &Scene) -> Vec<(&str, &str)> {
    scene.items.iter().map(|item| (&*item.title, &*item.value)).collect()
}

fn notes<'s>(scene: &'s Scene, group: &str) -> &'s [String] {
    let item = scene.items.iter().find(|item| item.title == group);
    &item.unwrap_or_else(|| panic!("{group}")).notes
}

fn words(scene: &Scene) -> Vec<String> {
    let text = |shape: &Shape| match shape {
        Shape::Text(runs, ..) => Some(runs.iter().map(|run| &*run.text).collect::<Vec<_>>().join(" ")),
        _ => None,
    };
    scene.marks.iter().filter_map(|mark| text(&mark.shape)).collect()
}

#[test]
fn what_may_be_summed_is_summed_as_far_as_its_figures_say() {
    let data = file(
        "count",
        &[
            ("All", json!(1200)),
            ("All", json!(100)),
            ("Over", json!({ "more_than": 1300 })),
            ("Over", json!(200)),
            ("Some", json!(900)),
            ("Some", Json::Null),
            ("Some", json!({ "missing": "not asked" })),
            ("Near", json!({ "about": 50 })),
            ("Near", json!(10)),
            ("Lone", json!({ "nearly": 40 })),
            ("Open", json!({ "about": 5 })),
            ("Open", Json::Null),
            ("Nothing", json!({ "missing": "not asked" })),
            ("Nothing", json!({ "missing": "not asked" })),
            ("", json!(7)),
        ],
    );
    let scene = drawn(&data, &view(640.0));
    assert_eq!(scene.title, "Jobs, by district");
    assert_eq!(
        said(&scene),
        [
            ("Over", "over 1,500"),
            ("All", "1,300"),
            ("Some", "900 or more"),
            ("Near", "about 60"),
            ("Lone", "nearly 40"),
            ("Without one", "7"),
            ("Nothing", "not asked"),
            ("Open", "sum left open by its figures"),
        ]
    );
    // how many of its places are in a sum, and that some have no figure, is said of each
    assert_eq!(notes(&scene, "Some")[0], "1 of 3 villages");
    assert!(notes(&scene, "Some").contains(&"2 of 3 villages have no figure.".to_owned()));
    assert_eq!(notes(&scene, "All")[0], "2 villages");
    let written = words(&scene);
    for text in ["1 of 3 villages", "not asked", "5 of 15 villages have no figure."] {
        assert!(written.iter().any(|line| line == text), "{text} in {written:?}");
    }
    // the places without a figure may have any: nothing is above what has some
    assert!(
        notes(&scene, "All").contains(&"Rank 2 to 5 of 7 groups".to_owned()),
        "{:?}",
        notes(&scene, "All")
    );
    assert!(!words(&scene).concat().to_lowercase().contains("total"));
}

#[test]
fn rates_have_ends_and_a_median_and_no_sum() {
    let mut places: Vec<(&str, Json)> = [4, 1, 9, 3, 5].map(|x| ("Five", json!(x))).to_vec();
    places.extend([("Two", json!(2)), ("Two", json!({ "more_than": 8 }))]);
    places.extend([("One", json!({ "range": [3, 4] })), ("Same", json!(6)), ("Same", json!(6))]);
    for kind in ["rate", "average", "index", "change"] {
        let data = file(kind, &places);
        let scene = drawn(&data, &view(640.0));
        let values = said(&scene);
        for (name, ends) in [("Five", "1–9"), ("Two", "2 to over 8"), ("One", "3–4"), ("Same", "6")] {
            assert!(values.contains(&(name, ends)), "{name} {ends}: {values:?}");
        }
        assert_eq!(notes(&scene, "Five")[..2], ["5 villages", "median 4"]);
        assert!(notes(&scene, "Five").iter().any(|note| note.starts_with("By median: Rank")));
        // of few places there is no number that would stand for them
        assert!(
            notes(&scene, "Two").iter().all(|note| !note.contains("median")),
            "{:?}",
            notes(&scene, "Two")
        );
    }
    // a figure that may be on either side of the middle leaves the median open
    let mut open = places.clone();
    open.push(("Five", json!({ "about": 4 })));
    let scene = drawn(&file("rate", &open), &view(640.0));
    assert!(notes(&scene, "Five").iter().all(|note| !note.contains("median")));
}

#[test]
fn each_exact_place_is_a_dot_while_they_fit() {
    let dots = |scene: &Scene| scene.marks.iter().filter(|m| matches!(m.shape, Shape::Dot(..))).count();
    let places = |count: usize| -> Vec<(&str, Json)> {
        (0..count).map(|i| (["A", "B"][i % 2], json!((i * 37) % 101))).collect()
    };
    let few = drawn(&file("rate", &places(30)), &view(640.0));
    assert_eq!(dots(&few), 30);
    assert!(words(&few).concat().contains("Each dot is one village"));
    let many = drawn(&file("rate", &places(3000)), &view(640.0));
    assert_eq!(dots(&many), 0);
    assert!(words(&many).concat().contains("The height of a column is the number of villages in it."));
}

#[test]
fn groups_are_those_of_the_first_dimension_that_places_have() {
    let villages = json!([
        { "name": "A", "craft": "wood", "dimensions": { "land": "hills" }, "figures": { "x": 3 } },
        { "name": "B", "craft": "clay", "dimensions": { "land": "coast" }, "figures": { "x": 2 } },
    ]);
    let file = |villages: &Json| {
        dataset(
            &json!({
                "format": "village-charts/1", "villages": villages,
                "indicators": [{ "id": "x", "name": "Jobs", "kind": "count" }],
                "dimensions": [{ "id": "land", "name": "Terrain" }],
            })
            .to_string(),
        )
    };
    let data = file(&villages);
    assert_eq!(drawn(&data, &view(640.0)).title, "Jobs, by craft");
    let by_land = asked(&[Action::Group(Some("land".to_owned()))]);
    let scene = drawn(&data, &by_land);
    assert_eq!(scene.title, "Jobs, by group: Terrain");
    assert_eq!(said(&scene), [("hills", "3"), ("coast", "2")]);
    let groups = scene.controls.list("group").expect("a choice");
    assert_eq!((&*groups.chosen, groups.ids.join(" ")), ("land", "craft land".to_owned()));
    let refused = |data: &Dataset, view: &View| {
        chart::scene(data, view, &Native::default()).expect_err("no picture").code
    };
    let none = file(&json!([{ "name": "A", "figures": { "x": 3 } }, { "name": "B", "figures": { "x": 3 } }]));
    assert_eq!(refused(&none, &view(640.0)), "no_groups");
    assert_eq!(refused(&data, &asked(&[Action::Group(Some("river".to_owned()))])), "unknown_dimension");
    assert_eq!(refused(&data, &asked(&[Action::Only(Some("glass".to_owned()))])), "unknown_group");
}

#[test]
fn a_group_that_is_named_stands_out_and_none_is_left_out() {
    let data = file("count", &[("A", json!(3)), ("B", json!(2)), ("C", json!(1))]);
    let all = drawn(&data, &view(640.0));
    let one = drawn(&data, &asked(&[Action::Only(Some("B".to_owned()))]));
    assert_eq!(said(&all), said(&one));
    assert_eq!(one.title, all.title);
    let solid = |scene: &Scene| scene.marks.iter().filter(|mark| mark.role == Role::Solid).count();
    assert_eq!((solid(&all), solid(&one)), (3, 1));
}

#[test]
fn kept_places_are_named_in_their_row() {
    let places = [("A", json!(3)), ("A", json!(2)), ("B", json!(1))];
    for kind in ["count", "rate"] {
        let scene = drawn(&file(kind, &places), &asked(&[Action::Places(Some("p1".to_owned()))]));
        assert!(notes(&scene, "A").contains(&"Place 1: 2".to_owned()));
        assert!(words(&scene).iter().any(|line| line.contains("Place 1: 2")), "{:?}", words(&scene));
    }
}

#[test]
fn many_groups_have_pages_on_one_axis_and_names_have_an_order() {
    let names: Vec<String> = (0..45).map(|i| format!("Group {i:02}")).collect();
    let places: Vec<(&str, Json)> = names.iter().map(|name| (&**name, json!(name.len()))).collect();
    let data = file("count", &places);
    let page = |page| {
        let scene = drawn(&data, &asked(&[Action::Sort(Sort::Name), Action::Page(page)]));
        (scene.items.len(), scene.items[0].title.clone(), scene.controls.pages)
    };
    assert_eq!(page(0), (20, "Group 00".to_owned(), 3));
    assert_eq!(page(2), (5, "Group 40".to_owned(), 3));
    // beyond the last it is the last
    assert_eq!(page(9), page(2));
    let sheet = chart::sheet(&data, &view(640.0), &Native::default(), Form::Chart, "").expect("a table");
    assert_eq!(sheet.rows.len(), 45);
}

#[test]
fn the_table_and_csv_have_counts_ends_and_sums_in_columns_of_their_own() {
    let places = [("A", json!(3)), ("A", json!({ "more_than": 2 })), ("A", Json::Null), ("B", json!(1.5))];
    let platform = Native::default();
    let of = |kind: &str| {
        let data = file(kind, &places);
        let sheet = chart::sheet(&data, &view(640.0), &platform, Form::Chart, "").expect("a table");
        let csv = chart::csv(&data, &view(640.0), &platform, Form::Chart).expect("CSV");
        let head: Vec<String> = sheet.head.iter().map(|heading| heading.text.clone()).collect();
        (head.join("|"), sheet.rows, csv)
    };
    let (head, rows, csv) = of("amount");
    assert_eq!(head, "District|Number of villages|With a figure|Sum of the figures|In the sum");
    assert_eq!(rows[0], ["A", "3", "2", "over 5", "2 of 3 villages"]);
    assert!(csv.contains("A,3,2,over 5,over,5,,2 of 3 villages"), "{csv}");
    let (head, rows, csv) = of("rate");
    assert_eq!(
        head,
        "District|Number of villages|With a figure|Lowest number stated|Median|Highest number stated"
    );
    assert_eq!(rows[0], ["A", "3", "2", "over 2", "", "3"]);
    assert!(csv.contains("A,3,2,over 2,over,2,,,no number,,,3,as stated,3,"), "{csv}");
    assert_eq!(csv.lines().count(), 3);
}

#[test]
fn it_is_sound_at_every_width_and_its_texts_stand_apart() {
    let long = ["Huyện Phú Minh Thượng", "Thị xã Sơn Đông", "A"];
    let places: Vec<(&str, Json)> = (0..60)
        .map(|i| {
            let figure = match i % 9 {
                3 => json!({ "range": [i, i + 9] }),
                4 => json!({ "more_than": i }),
                5 => Json::Null,
                _ => json!(i * i),
            };
            (long[i % 3], figure)
        })
        .collect();
    for kind in ["amount", "rate", "change"] {
        let data = file(kind, &places);
        for width in [120.0, 192.0, 288.0, 328.0, 560.0, 700.0, 1168.0] {
            let mut view = view(width);
            view.update(Action::Places(Some("p1, p4, p6".to_owned())));
            let scene = drawn(&data, &view);
            sound(&scene);
            if width < 288.0 {
                continue;
            }
            let boxes = boxes(&scene);
            for (i, a) in boxes.iter().enumerate() {
                for b in &boxes[i + 1..] {
                    let apart = a.2 <= b.0 + 0.5 || b.2 <= a.0 + 0.5 || a.3 <= b.1 + 0.5 || b.3 <= a.1 + 0.5;
                    assert!(apart, "{kind} {width}: {a:?} {b:?} {:?}", words(&scene));
                }
            }
            // a thumb finds each row
            let is_group = |item: &&Item| item.id.starts_with("group-");
            assert!(scene.items.iter().filter(is_group).all(|item| item.area.height >= 44.0));
            well_formed(&draw::svg(&scene, &Theme::Light, Locale::EN, &Native::default()));
        }
    }
}

fn boxes(scene: &Scene) -> Vec<(f64, f64, f64, f64)> {
    let mut boxes = Vec::new();
    for mark in &scene.marks {
        let Shape::Text(runs, (x, y), anchor) = &mark.shape else { continue };
        let width: f64 = runs.iter().map(|run| run.gap + run.width).sum();
        let left = match format!("{anchor:?}").as_str() {
            "Start" => *x,
            "End" => x - width,
            _ => x - width / 2.0,
        };
        boxes.push((left, y - 7.0, left + width, y + 7.0));
    }
    boxes
}

#[test]
fn a_fragment_names_what_it_shows() {
    let view =
        asked(&[Action::Group(Some("district".to_owned())), Action::Indicator(Some("people".to_owned()))]);
    let options = embed::Options::default();
    let html =
        embed::fragment(&dataset(COMMUNES), COMMUNES, &view, &options, &Native::default()).expect("HTML");
    assert!(html.contains("type=\"groups\"") && html.contains("group=\"district\""));
    assert!(html.contains("<th scope=\"row\">Tây</th>"), "{html}");
}

#[test]
fn it_is_heard_in_words_in_every_language() {
    let mut all = String::new();
    for locale in languages() {
        let locale = Locale::new(locale).expect("a language");
        for indicator in ["people", "poor"] {
            let view = asked(&[
                Action::Locale(locale),
                Action::Indicator(Some(indicator.to_owned())),
                Action::Places(Some("An Bình".to_owned())),
            ]);
            let scene = drawn(&dataset(COMMUNES), &view);
            all += &format!("{}\n{}\n", scene.title, scene.summary);
            for item in &scene.items {
                all += &format!("- {}\n", item.spoken);
            }
            all += "\n";
        }
    }
    insta::assert_snapshot!("heard-groups", all.trim_end());
    let mut split = String::new();
    for locale in languages() {
        let locale = Locale::new(locale).expect("a language");
        let by = [Action::Locale(locale), Action::Split(Some("status".to_owned()))];
        let scene = drawn(&dataset(include_str!("../www/data/gallery/clusters.json")), &asked(&by));
        split += &format!("{}\n{}\n", scene.title, scene.summary);
        for item in scene.items.iter().take(2) {
            split += &format!("- {}\n", item.spoken);
        }
        split += "\n";
    }
    insta::assert_snapshot!("heard-split-groups", split.trim_end());
}

/// Places that are what they are called by, each in a group; neither is said where it is empty.
fn split_file(places: &[(&str, &str)]) -> Dataset {
    let villages: Vec<Json> = places
        .iter()
        .enumerate()
        .map(|(i, (group, word))| {
            let mut village =
                json!({ "name": format!("Place {i}"), "id": format!("p{i}"), "figures": { "x": 1 } });
            if !group.is_empty() {
                village["district"] = json!(group);
            }
            if !word.is_empty() {
                village["dimensions"] = json!({ "status": word });
            }
            village
        })
        .collect();
    dataset(
        &json!({
            "format": "village-charts/1",
            "places": { "one": "cluster", "many": "clusters" },
            "dimensions": [{ "id": "status", "name": "Status" }],
            "indicators": [{ "id": "x", "name": "Jobs", "kind": "count" }],
            "villages": villages,
        })
        .to_string(),
    )
}

fn split(more: &[Action]) -> View {
    let by = Action::Split(Some("status".to_owned()));
    asked(&[&[Action::Group(Some("district".to_owned())), by], more].concat())
}

const CLUSTERS: [(&str, &str); 7] = [
    ("B", "operating"),
    ("A", "planned"),
    ("A", "operating"),
    ("A", ""),
    ("A", "operating"),
    ("B", "being built"),
    ("", "planned"),
];

#[test]
fn groups_that_are_split_count_what_their_places_are() {
    let data = split_file(&CLUSTERS);
    let scene = drawn(&data, &split(&[]));
    assert_eq!(scene.title, "Status, by district");
    assert_eq!(
        said(&scene),
        [
            ("A", "4: 2 operating, 1 planned, 1 not stated"),
            ("B", "2: 1 operating, 1 being built"),
            ("Without one", "1: 1 planned"),
        ]
    );
    let spoken = &scene.items[0].spoken;
    assert!(spoken.starts_with("A: 4 clusters, of them 2 operating, 1 planned, 1 not stated."), "{spoken}");
    assert!(spoken.contains("Rank 1 of 3 groups"), "{spoken}");
    let all = "7 clusters, of them 3 operating, 2 planned, 1 being built, 1 not stated.";
    assert!(scene.summary.contains(all), "{}", scene.summary);
    assert!(!scene.summary.contains("square"), "{}", scene.summary);
    // nothing of the indicator is said or can be chosen
    assert!(scene.controls.list("indicator").is_none() && scene.controls.list("time").is_none());
    let written = words(&scene);
    for text in
        ["Each square is one cluster.", "not stated", "4 clusters", "2 operating, 1 planned, 1 not stated"]
    {
        assert!(written.iter().any(|line| line == text), "{text} in {written:?}");
    }
    let by_name = drawn(&data, &split(&[Action::Sort(Sort::Name)]));
    assert_eq!(by_name.items.iter().map(|item| &*item.title).collect::<Vec<_>>(), ["A", "B", "Without one"]);
    let one = drawn(&data, &split(&[Action::Only(Some("B".to_owned()))]));
    assert_eq!(said(&one), said(&scene));
    let kept = drawn(&data, &split(&[Action::Places(Some("p1, p3".to_owned()))]));
    let notes = &kept.items[0].notes;
    for text in ["Place 1: planned", "Place 3: not stated"] {
        assert!(
            notes.iter().any(|note| note == text) && words(&kept).iter().any(|line| line == text),
            "{text}"
        );
    }
}

#[test]
fn what_groups_cannot_be_split_by_is_told() {
    let refused = |data: &Dataset, id: &str| {
        let view = split(&[Action::Split(Some(id.to_owned()))]);
        let finding = chart::scene(data, &view, &Native::default()).expect_err("no picture");
        (finding.code, finding.found, finding.expected)
    };
    let (code, found, expected) = refused(&split_file(&CLUSTERS), "stat");
    assert_eq!((code, &*found, &*expected), ("unknown_dimension", "\"stat\"", "one of: status"));
    let (code, _, expected) = refused(&file("count", &[("A", json!(1))]), "status");
    assert_eq!((code, &*expected), ("unknown_dimension", "no split: the file has no dimensions"));
    let names: Vec<String> = (0..9).map(|i| format!("status {i}")).collect();
    let of = |count: usize| split_file(&names[..count].iter().map(|name| ("A", &**name)).collect::<Vec<_>>());
    assert_eq!(refused(&of(9), "status").0, "too_many_parts");
    assert_eq!(drawn(&of(8), &split(&[])).items.len(), 1);
}

#[test]
fn squares_become_bars_of_counts_in_all_rows_where_those_of_one_have_no_room() {
    let of = |most: usize| {
        let mut places = vec![("A", "operating"); most];
        places.extend([("B", "planned"), ("B", "")]);
        split_file(&places)
    };
    let is_of_squares = |most, width| {
        let scene = drawn(&of(most), &split(&[Action::Width(width)]));
        let written = words(&scene);
        let squares = written.iter().any(|line| line == "Each square is one cluster.");
        assert_eq!(!squares, written.iter().any(|line| line == "0"), "bars have an axis: {written:?}");
        squares
    };
    assert!(is_of_squares(60, 328.0) && !is_of_squares(70, 328.0) && is_of_squares(70, 640.0));
}

#[test]
fn the_table_of_split_groups_has_a_column_for_each_part() {
    let (data, platform) = (split_file(&CLUSTERS), Native::default());
    let sheet = chart::sheet(&data, &split(&[]), &platform, Form::Chart, "").expect("a table");
    let head: Vec<String> = sheet.head.iter().map(|heading| heading.text.clone()).collect();
    assert_eq!(head.join("|"), "District|Number of clusters|operating|planned|being built|not stated");
    assert_eq!(sheet.rows[0], ["A", "4", "2", "1", "0", "1"]);
    let csv = chart::csv(&data, &split(&[]), &platform, Form::Chart).expect("CSV");
    assert!(csv.contains("B,2,1,0,1,0,"), "{csv}");
}

#[test]
fn words_of_a_split_group_that_go_on_in_the_next_line_have_their_comma() {
    let scene = drawn(&split_file(&CLUSTERS), &split(&[Action::Width(200.0)]));
    let lines = words(&scene);
    let at = lines
        .iter()
        .position(|line| line == "2 operating, 1 planned,")
        .unwrap_or_else(|| panic!("{lines:?}"));
    assert_eq!(lines[at + 1], "1 not stated");
}

#[test]
fn split_groups_are_sound_at_every_width_and_their_texts_stand_apart() {
    const STATUS: [&str; 5] =
        ["đang hoạt động", "đang xây dựng", "quy hoạch", "tạm dừng, chờ ý kiến của huyện", ""];
    for many in [1, 9] {
        let groups = ["Huyện Phú Minh Thượng", "Thị xã Sơn Đông", "A", ""];
        let places: Vec<(&str, &str)> =
            (0..40 * many).map(|i| (groups[i % 7 % 4], STATUS[i * i % 11 % 5])).collect();
        let data = split_file(&places);
        for width in [120.0, 192.0, 288.0, 328.0, 560.0, 700.0, 1168.0] {
            let scene =
                drawn(&data, &split(&[Action::Width(width), Action::Places(Some("p1, p4, p6".to_owned()))]));
            sound(&scene);
            if width < 288.0 {
                continue;
            }
            let boxes = boxes(&scene);
            for (i, a) in boxes.iter().enumerate() {
                for b in &boxes[i + 1..] {
                    let apart = a.2 <= b.0 + 0.5 || b.2 <= a.0 + 0.5 || a.3 <= b.1 + 0.5 || b.3 <= a.1 + 0.5;
                    assert!(apart, "{many} {width}: {a:?} {b:?} {:?}", words(&scene));
                }
            }
            assert!(scene.items.iter().all(|item| item.area.height >= 44.0));
            well_formed(&draw::svg(&scene, &Theme::Light, Locale::EN, &Native::default()));
        }
    }
}

fn figure() -> impl Strategy<Value = Json> {
    (0..14, 0..500_i32, 1..90_i32).prop_map(|(kind, at, more)| {
        let (x, y) = (f64::from(at) / 10.0, f64::from(at + more) / 10.0);
        match kind {
            0 => json!({ "range": [x, y] }),
            1 => json!({ "more_than": x }),
            2 => json!({ "at_most": x }),
            3 => json!({ "about": x }),
            4 => json!({ "nearly": y }),
            5 => json!({ "at_least": x }),
            6 => json!({ "less_than": y }),
            7 => json!({ "estimate": x, "interval": [(x - 3.0).max(0.0), y] }),
            8 => json!({ "missing": "not asked" }),
            9 => Json::Null,
            _ => json!(x),
        }
    })
}

/// A number that an interval leaves possible, between its ends where `t` says.
fn picked(interval: Interval, t: f64) -> f64 {
    let low = if interval.low.is_finite() { interval.low } else { -1e4 };
    let high = if interval.high.is_finite() { interval.high } else { low + 1e4 };
    let x = low + (high - low) * t;
    if interval.contains(x) {
        x
    } else {
        (low + high) / 2.0
    }
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    (of[(of.len() - 1) / 2] + of[of.len() / 2]) / 2.0
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(500),
        ..ProptestConfig::default()
    })]

    /// Whatever numbers the figures leave possible, the places without one included: what a group makes lies within its
    /// sum, its median is the one that is said, its place within its ranks; and counts add up.
    #[test]
    fn groups_claim_no_more_than_their_figures_carry(
        kind in prop::sample::select(vec!["count", "amount", "rate", "average", "index", "change"]),
        places in prop::collection::vec((0..4_usize, figure(), 0.0..=1.0_f64), 1..40),
    ) {
        const NAMES: [&str; 4] = ["A", "B", "C", ""];
        let of: Vec<(&str, Json)> = places.iter().map(|(group, figure, _)| (NAMES[*group], figure.clone())).collect();
        let is_summed = ["count", "amount"].contains(&kind);
        let domain = if kind == "change" { Domain::Signed } else { Domain::FromZero };
        let data = file(kind, &of);
        let platform = Native::default();
        let Ok(scene) = chart::scene(&data, &view(640.0), &platform) else {
            let no_groups = of.iter().all(|(group, _)| group.is_empty());
            prop_assert!(no_groups || of.iter().all(|(_, figure)| figure.is_null()));
            return Ok(());
        };
        sound(&scene);
        let none = Value::default();
        let values: Vec<&Value> = data
            .villages
            .iter()
            .map(|v| v.figures.0.first().map_or(&none, |of| &of.figure.value))
            .collect();
        let numbers: Vec<f64> = values
            .iter()
            .zip(&places)
            .map(|(value, (.., t))| picked(value.interval().within(domain), *t))
            .collect();
        let members = |name: &str| -> Vec<usize> { (0..of.len()).filter(|i| of[*i].0 == name).collect() };
        let truth = |name: &str| {
            let all: Vec<f64> = members(name).into_iter().map(|i| numbers[i]).collect();
            if is_summed { all.iter().sum() } else { median(all) }
        };
        let csv = chart::csv(&data, &view(640.0), &platform, Form::Chart).expect("CSV");
        let names: Vec<&str> = NAMES.into_iter().filter(|name| !members(name).is_empty()).collect();
        let is_measured = |name: &&&str| members(name).iter().any(|i| values[*i].stated().is_some());
        let known: Vec<&str> = names.iter().filter(is_measured).copied().collect();
        prop_assert_eq!(scene.items.len(), names.len(), "a group without a figure is there, too");
        let (mut counted, mut measured) = (0, 0);
        for name in &names {
            let title = if name.is_empty() { "Without one" } else { name };
            let item = scene.items.iter().find(|item| item.title == title).expect("a row");
            let line = csv.lines().find(|line| line.starts_with(&format!("{title},"))).expect("a line");
            let cells: Vec<&str> = line.split(',').collect();
            let with: Vec<f64> =
                members(name).into_iter().filter(|i| values[*i].stated().is_some()).map(|i| numbers[i]).collect();
            prop_assert_eq!(cells[1], members(name).len().to_string());
            prop_assert_eq!(cells[2], with.len().to_string());
            counted += members(name).len();
            measured += with.len();
            let own = truth(name);
            if is_summed {
                let sum = item.cells.figure.value.interval().within(domain);
                // decimals are added by their binary forms
                let within = sum.low - 1e-6 <= own && own <= sum.high + 1e-6;
                prop_assert!(within, "{own} in {:?}", item.cells.figure);
            } else if let Some(note) = item.notes.iter().find_map(|note| note.strip_prefix("median ")) {
                let said: f64 = note.replace(',', "").replace('−', "-").parse().expect("a number");
                prop_assert!((said - median(with)).abs() < 1e-5, "{said}: {own}");
            }
            // "Rank 2 of 3 groups", "Rank 1 to 3 of 3 groups"
            let Some(rank) = item.notes.iter().find_map(|note| note.split_once("Rank ")).map(|(_, rank)| rank) else {
                continue;
            };
            let ends: Vec<usize> = rank.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
            prop_assert_eq!(*ends.last().unwrap(), known.len());
            let above = known.iter().filter(|other| truth(other) > own + 1e-9).count();
            let not_below = known.iter().filter(|other| truth(other) > own - 1e-9).count();
            if !rank.starts_with("left open") {
                let worst = if ends.len() > 2 { ends[1] } else { ends[0] };
                prop_assert!(ends[0] <= above + 1 && not_below <= worst, "{rank}: {above} above {own}");
            }
        }
        prop_assert_eq!((counted, measured), (of.len(), values.iter().filter(|v| v.stated().is_some()).count()));
    }

    /// Whatever places are, and wherever they lie: each is counted once, in words, in the table, and as a square.
    #[test]
    fn split_groups_count_each_place_once(
        places in prop::collection::vec((0..4_usize, 0..5_usize), 1..90),
        width in 240.0..1200.0_f64,
    ) {
        const NAMES: [&str; 4] = ["A", "B", "C", ""];
        const WORDS: [&str; 5] = ["on", "off", "soon", "late", ""];
        let of: Vec<(&str, &str)> = places.iter().map(|(group, word)| (NAMES[*group], WORDS[*word])).collect();
        let (data, platform) = (split_file(&of), Native::default());
        let view = split(&[Action::Width(width)]);
        let scene = chart::scene(&data, &view, &platform).expect("a picture");
        sound(&scene);
        let sheet = chart::sheet(&data, &view, &platform, Form::Chart, "").expect("a table");
        let mut all = 0;
        for (item, row) in scene.items.iter().zip(&sheet.rows) {
            let name = if item.title == "Without one" { "" } else { &*item.title };
            let count = |word: &str| of.iter().filter(|place| **place == (name, word)).count();
            let members = of.iter().filter(|place| place.0 == name).count();
            let mut said = Vec::new();
            for (heading, cell) in sheet.head.iter().zip(row).skip(2) {
                let word = if heading.text == "not stated" { "" } else { &*heading.text };
                prop_assert_eq!(cell, &count(word).to_string());
                if count(word) > 0 {
                    said.push(format!("{} {}", count(word), heading.text));
                }
            }
            prop_assert_eq!(&item.value, &format!("{members}: {}", said.join(", ")));
            prop_assert_eq!(&row[1], &members.to_string());
            // the ground of a square is a rectangle as high as it is wide
            let at = scene.items.iter().position(|other| std::ptr::eq(other, item));
            let is_square = |mark: &&village_charts::scene::Mark| match &mark.shape {
                Shape::Rect(of) => of.width == of.height && of.width >= 12.0,
                _ => false,
            };
            let mut squares: Vec<String> = scene
                .marks
                .iter()
                .filter(|mark| mark.item == at)
                .filter(is_square)
                .map(|mark| format!("{:?}", match &mark.shape { Shape::Rect(of) => (of.x, of.y), _ => (0.0, 0.0) }))
                .collect();
            squares.sort();
            squares.dedup();
            if words(&scene).iter().any(|line| line == "Each square is one cluster.") {
                prop_assert_eq!(squares.len(), members - count(""));
            }
            all += members;
        }
        prop_assert_eq!(all, of.len());
    }
}
