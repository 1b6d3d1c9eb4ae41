//! Charts of more figures than one picture can hold have pages: every figure is on one of them, and all are in the
//! table.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::platform::Native;
use village_charts::scene::{Mark, Role, Scene, Shape};
use village_charts::text::Locale;
use village_charts::view::{Action, Kind, View};
use village_charts::{card, chart, data, draw::Theme};

fn dataset(mut file: Json) -> data::Dataset {
    file["format"] = "village-charts/1".into();
    let reading = data::read(file.to_string().as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn pages(data: &data::Dataset, kind: Kind) -> Vec<Scene> {
    let mut view = View::new(kind, Locale::EN, 360.0);
    let mut scenes: Vec<Scene> = Vec::new();
    loop {
        let scene = chart::scene(data, &view, &Native::default()).expect("a scene");
        assert_eq!(scene.controls.page, scenes.len());
        let last = scene.controls.page + 1 >= scene.controls.pages;
        scenes.push(scene);
        if last {
            return scenes;
        }
        view.update(Action::Page(scenes.len()));
    }
}

fn titles(scenes: &[Scene]) -> Vec<&str> {
    scenes.iter().flat_map(|scene| &scene.items).map(|item| &*item.title).collect()
}

fn incomes(count: usize) -> data::Dataset {
    let row = |n: usize| match n % 10 {
        3 => json!({ "name": format!("No {n}"), "value": { "missing": "no survey" }, "per": "month" }),
        _ => {
            json!({ "name": format!("No {n}"), "value": n, "per": if n % 2 == 0 { "month" } else { "year" } })
        }
    };
    let rows: Vec<Json> = (1..=count).map(row).collect();
    dataset(json!({ "income": { "unit": "million_vnd", "rows": rows } }))
}

#[test]
fn one_hundred_rows_of_income_are_one_picture_and_more_have_pages() {
    assert_eq!(pages(&incomes(100), Kind::Income).len(), 1);
    let data = incomes(151);
    let scenes = pages(&data, Kind::Income);
    assert_eq!(scenes.len(), 8);
    // each once; those without a figure at the end
    let mut expected: Vec<usize> = (1..=151).filter(|n| n % 10 != 3).collect();
    expected.extend((1..=151).filter(|n| n % 10 == 3));
    assert_eq!(titles(&scenes), expected.iter().map(|n| format!("No {n}")).collect::<Vec<_>>());
    let table = chart::table(&data, &View::new(Kind::Income, Locale::EN, 360.0), &Native::default());
    assert_eq!(table.expect("a table").rows.len(), 151);
    // one who has no list hears that this is not all
    assert!(scenes[0].description.contains("Page 1 of 8"), "{}", scenes[0].description);
}

#[test]
fn a_bar_has_its_length_on_every_page() {
    let scenes = pages(&incomes(151), Kind::Income);
    let length = |scene: &Scene, title: &str| {
        let area = scene.items.iter().find(|item| item.title == title).expect("the row").area;
        let bar = |mark: &Mark| match mark.shape {
            Shape::Rect(rect)
                if mark.role == Role::Solid && rect.y >= area.y && rect.y < area.y + area.height =>
            {
                Some(rect.width)
            }
            _ => None,
        };
        scene.marks.iter().find_map(bar).expect("a bar")
    };
    let on = |title: &str| scenes.iter().position(|scene| scene.items.iter().any(|item| item.title == title));
    let places = ["No 12", "No 132"].map(|title| on(title).expect("a page"));
    assert_ne!(places[0], places[1]);
    let [twelve, last] =
        [(places[0], "No 12"), (places[1], "No 132")].map(|(page, title)| length(&scenes[page], title));
    assert!((last / twelve - 11.0).abs() < 0.1, "{twelve} {last}");
}

#[test]
fn the_subsets_of_a_whole_stay_together() {
    let count = |name: String, n: usize| json!({ "name": name, "value": n });
    let group = |g: usize| {
        let subsets: Vec<Json> = (0..g % 25).map(|s| count(format!("{g}.{s}"), s)).collect();
        json!({ "whole": count(format!("{g}"), 100), "subsets": subsets, "relation": "unknown" })
    };
    let groups: Vec<Json> = (1..=30).map(group).collect();
    let counts: Vec<Json> = (0..25).map(|n| count(format!("alone {n}"), n)).collect();
    for (kind, leads) in [(Kind::Villages, "1"), (Kind::Petitions, "alone 0")] {
        let data = dataset(json!({ kind.key(): { "groups": groups, "counts": counts } }));
        let scenes = pages(&data, kind);
        let all = titles(&scenes);
        assert_eq!(
            (all[0], all.len()),
            (leads, 25 + (1..=30).map(|g| 1 + g % 25).sum::<usize>()),
            "{kind:?}"
        );
        for scene in &scenes {
            for item in &scene.items {
                let whole = item.title.split('.').next().unwrap_or_default();
                assert!(
                    scene.items.iter().any(|item| item.title == whole),
                    "{} without its whole",
                    item.title
                );
            }
        }
    }
}

#[test]
fn what_no_page_can_hold_is_refused_where_it_stands() {
    let subsets: Vec<Json> = (0..101).map(|n| json!({ "name": format!("{n}"), "value": 1 })).collect();
    let whole = json!({ "name": "all", "value": 200 });
    let file = json!({
        "format": "village-charts/1",
        "village_counts": { "groups": [{ "whole": whole, "subsets": subsets, "relation": "unknown" }] },
    });
    let found = data::read(file.to_string().as_bytes(), &Native::default()).findings;
    let of = |finding: &data::Finding| (finding.code, finding.path.clone());
    assert_eq!(
        found.iter().map(of).collect::<Vec<_>>(),
        [("list_too_long", "$.village_counts.groups[0].subsets".to_owned())]
    );
    // a card has no pages
    let card =
        card::svg(&incomes(151), &View::new(Kind::Income, Locale::EN, 0.0), Theme::Light, &Native::default());
    assert_eq!(card.expect_err("too much").code, "too_long");
}
