//! What places are made of: what a file may call parts, what is stacked, what is not, and what is said of it.

#![cfg(feature = "tools")]

#[allow(dead_code)]
mod sound;

use serde_json::{json, Value as Json};
use sound::{sound, well_formed};
use village_charts::chart;
use village_charts::data::{self, Dataset};
use village_charts::draw::{self, Theme};
use village_charts::embed;
use village_charts::platform::{languages, Native};
use village_charts::scene::{Item, Rect, Role, Scene, Shape};
use village_charts::table::Form;
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, Sort, View};

const PARTS: &str = include_str!("../www/data/gallery/makeup.json");

/// The codes and paths of a file's errors.
fn errors(file: &Json) -> Vec<(&'static str, String)> {
    let reading = data::read(file.to_string().as_bytes(), &Native::default());
    reading.findings.into_iter().map(|found| (found.code, found.path)).collect()
}

fn dataset(json: &str) -> Dataset {
    let reading = data::read(json.as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn drawn(data: &Dataset, width: f64, actions: &[Action]) -> Scene {
    let mut view = View::new(Kind::Makeup, Locale::EN, width);
    for action in actions {
        view.update(action.clone());
    }
    let scene = chart::scene(data, &view, &Native::default()).expect("a picture");
    sound(&scene);
    scene
}

/// Places of a whole `w` with parts `a`, `b` and `c`: of each the whole and the parts; `null` where it has none.
fn file(kind: &str, decimals: Option<u8>, places: &[[Json; 4]]) -> Json {
    let unit = if kind == "rate" { "percent" } else { "people" };
    let mut indicators = Vec::new();
    for (id, name) in [("w", "Whole"), ("a", "First"), ("b", "Second"), ("c", "Third")] {
        let mut of = json!({ "id": id, "name": name, "kind": kind, "unit": unit });
        if let Some(decimals) = decimals {
            of["decimals"] = json!(decimals);
        }
        if id == "w" {
            of["parts"] = json!(["a", "b", "c"]);
        }
        indicators.push(of);
    }
    let mut villages = Vec::new();
    for (i, place) in places.iter().enumerate() {
        let mut figures = json!({});
        for (id, figure) in ["w", "a", "b", "c"].into_iter().zip(place) {
            if !figure.is_null() {
                figures[id] = figure.clone();
            }
        }
        villages.push(json!({ "name": format!("Place {i}"), "id": format!("p{i}"), "figures": figures }));
    }
    json!({ "format": "village-charts/1", "indicators": indicators, "villages": villages })
}

/// The stacked parts of an item: their rectangles, from the left to the right.
fn stacked(scene: &Scene, item: &str) -> Vec<Rect> {
    let at = scene.index_of(item);
    let mut parts = Vec::new();
    for mark in scene.marks.iter().filter(|mark| mark.item == at) {
        if let Shape::Rect(rect) = mark.shape {
            let is_ground = matches!(mark.role, Role::Solid | Role::Soft | Role::Muted | Role::Whole);
            // words stand on lower ones
            if is_ground && rect.height >= 18.0 {
                parts.push(rect);
            }
        }
    }
    parts
}

fn item<'s>(scene: &'s Scene, id: &str) -> &'s Item {
    scene.items.iter().find(|item| item.id == id).expect("an item")
}

/// All that a picture says.
fn words(scene: &Scene) -> String {
    let mut words = String::new();
    for mark in &scene.marks {
        if let Shape::Text(runs, ..) = &mark.shape {
            for run in runs {
                words += &run.text;
                words += " ";
            }
        }
    }
    words
}

#[test]
fn only_what_can_be_parts_is() {
    let good = file("count", None, &[[json!(10), json!(5), json!(3), json!(2)]]);
    assert_eq!(errors(&good), []);
    let with = |change: &dyn Fn(&mut Json)| {
        let mut file = good.clone();
        change(&mut file["indicators"]);
        errors(&file)
    };
    let at = |code, path: &str| vec![(code, format!("$.indicators{path}"))];
    assert_eq!(with(&|all| all[0]["parts"][1] = json!("x")), at("unknown_indicator", "[0].parts[1]"));
    assert_eq!(with(&|all| all[0]["parts"][1] = json!("a")), at("duplicate_part", "[0].parts[1]"));
    assert_eq!(with(&|all| all[0]["parts"][2] = json!("w")), at("parts_in_circle", "[0].parts[2]"));
    let found = with(&|all| all[3]["parts"] = json!(["w"]));
    assert_eq!(found.iter().map(|found| found.0).collect::<Vec<_>>(), ["parts_in_circle"; 2]);
    assert_eq!(with(&|all| all[1]["kind"] = json!("amount")), at("mixed_kind", "[0].parts[0]"));
    assert_eq!(with(&|all| all[1]["unit"] = json!("houses")), at("mixed_unit", "[0].parts[0]"));
    assert_eq!(with(&|all| all[1]["per"] = json!("year")), at("mixed_period", "[0].parts[0]"));
    assert_eq!(with(&|all| all[0]["parts"] = json!("a"))[0].0, "wrong_type");
    let nine: Vec<String> = (0..9).map(|i| format!("x{i}")).collect();
    assert_eq!(with(&|all| all[0]["parts"] = json!(nine)), at("too_many_parts", "[0].parts"));
    // what is meant is told
    let mut meant = file("count", None, &[]);
    for (i, id) in ["Wages", "farming"].into_iter().enumerate() {
        meant["indicators"][i + 1]["id"] = json!(id);
    }
    meant["indicators"][0]["parts"] = json!(["wages"]);
    meant["indicators"][1]["part_of"] = json!("w");
    let found = data::read(meant.to_string().as_bytes(), &Native::default()).findings;
    let expected: Vec<&str> = found.iter().map(|found| &*found.expected).collect();
    assert_eq!(expected.len(), 2, "{expected:?}");
    assert_eq!(expected[0], "one of: w, Wages, farming, c (\"Wages\", perhaps)");
    assert!(expected[1].ends_with("(\"parts\", perhaps)"), "{expected:?}");
    // a part may have parts of its own
    assert_eq!(with(&|all| all[1]["parts"] = json!(["c"])), []);
    for (kind, unit) in [("index", "index"), ("change", "percent"), ("rate", "permille")] {
        let found = with(&|all| {
            for of in all.as_array_mut().expect("a list") {
                of["kind"] = json!(kind);
                of["unit"] = json!(unit);
            }
        });
        assert_eq!(found, at("parts_of_none", "[0].parts"), "{kind}");
    }
}

#[test]
fn parts_that_make_more_than_the_whole_are_an_error_beyond_rounding() {
    let found = |kind, decimals, place: [Json; 4]| errors(&file(kind, decimals, &[place]));
    let above = vec![("parts_above_whole", "$.villages[0].figures.a".to_owned())];
    assert_eq!(found("count", None, [json!(10), json!(5), json!(3), json!(3)]), above);
    // what was rounded to one decimal may make 0.15 more, and the whole be 0.05 less than it is
    assert_eq!(found("average", Some(1), [json!(10), json!(5), json!(3), json!(2.2)]), []);
    assert_eq!(found("average", Some(1), [json!(10), json!(5), json!(3), json!(2.3)]), above);
    // shares without a whole are of 100
    let none = Json::Null;
    assert_eq!(found("rate", Some(1), [none.clone(), json!(50.1), json!(30), json!(20)]), []);
    assert_eq!(found("rate", Some(1), [none.clone(), json!(50.1), json!(30), json!(20.1)]), above);
    assert_eq!(found("rate", None, [none.clone(), json!(34), json!(34), json!(33)]), []);
    // what is not certain is none
    let about = json!({ "about": 90 });
    assert_eq!(found("rate", None, [none.clone(), about, json!(50), json!(40)]), []);
    let over = json!({ "more_than": 11 });
    assert_eq!(found("rate", None, [none.clone(), over, json!(50), json!(41)]), above);
    // of a whole that is open upwards nothing is too much
    assert_eq!(found("count", None, [json!({ "more_than": 5 }), json!(50), json!(4), json!(1)]), []);
    assert_eq!(found("count", None, [json!({ "at_most": 5 }), json!(3), json!(4), none]), above);
    // at the time that it is of
    let mut timed = file("count", None, &[]);
    let figures = json!({ "w": { "2020": 9, "2024": 9 }, "a": { "2020": 9, "2024": 9 }, "b": { "2024": 1 } });
    timed["villages"] = json!([{ "name": "A", "figures": figures }]);
    assert_eq!(errors(&timed), [("parts_above_whole", "$.villages[0].figures.a.2024".to_owned())]);
}

#[test]
fn exact_parts_are_stacked_in_the_order_of_the_file() {
    let data = dataset(&file("count", None, &[[json!(10), json!(5), json!(3), json!(2)]]).to_string());
    for width in [320.0, 360.0, 720.0, 1200.0] {
        let scene = drawn(&data, width, &[]);
        let parts = stacked(&scene, "p0");
        let unit = parts[0].width / 5.0;
        for (part, (from, number)) in parts.iter().zip([(0.0, 5.0), (5.0, 3.0), (8.0, 2.0)]) {
            assert!((part.x - parts[0].x - from * unit).abs() < 1e-6, "{part:?}");
            assert!((part.width - number * unit).abs() < 1e-6, "{part:?}");
        }
        assert_eq!(parts.len(), 3);
        let said = item(&scene, "p0");
        assert_eq!((&*said.title, &*said.value), ("Place 0", "10 people"));
        assert_eq!(said.notes, ["First: 5 people, 50%", "Second: 3 people, 30%", "Third: 2 people, 20%"]);
        assert!(said.spoken.contains("First: 5 people, 50%"), "{}", said.spoken);
        assert!(scene.summary.starts_with("Parts: First; Second; Third."), "{}", scene.summary);
    }
}

#[test]
fn a_part_that_is_not_exact_has_a_bar_of_its_own_and_so_have_the_others() {
    let places = [
        [json!(20), json!(5), json!({ "more_than": 3 }), json!(2)],
        [json!(20), json!(5), json!({ "range": [3, 4] }), json!(2)],
        [json!(20), json!(5), json!({ "exact": 3, "estimated": true }), json!(2)],
        [json!(20), json!(5), json!({ "exact": 3, "few_cases": true }), json!(2)],
        [json!(20), json!(5), json!({ "exact": 3, "provisional": true }), json!(2)],
        [json!(20), json!(5), json!(3), json!(2)],
    ];
    let data = dataset(&file("count", None, &places).to_string());
    for width in [360.0, 720.0] {
        let scene = drawn(&data, width, &[]);
        for id in ["p0", "p1", "p2", "p3"] {
            assert!(stacked(&scene, id).is_empty(), "{id}");
        }
        for id in ["p4", "p5"] {
            assert_eq!(stacked(&scene, id).len(), 3, "{id}");
        }
        let words = words(&scene);
        for said in ["over 3 people", "3–4 people", "estimated 3 people", "each part has a bar of its own"]
        {
            assert!(words.contains(said), "{said} in {words}");
        }
        assert_eq!(item(&scene, "p0").notes[1], "Second: over 3 people, over 15%");
        assert_eq!(item(&scene, "p1").notes[1], "Second: 3–4 people, 15–20%");
        assert!(item(&scene, "p4").notes[1].ends_with("provisional"), "{:?}", item(&scene, "p4").notes);
    }
}

#[test]
fn a_missing_part_is_a_gap_in_words_and_never_zero() {
    let missing = json!({ "missing": "not surveyed" });
    let places = [
        [json!(20), json!(5), missing, json!(2)],
        [json!(20), json!(5), Json::Null, json!(2)],
        [json!({ "about": 20 }), json!(5), Json::Null, json!(2)],
        [Json::Null, json!(5), Json::Null, json!(2)],
        [json!(20), json!(5), json!(0), json!(15)],
    ];
    let data = dataset(&file("count", None, &places).to_string());
    let scene = drawn(&data, 720.0, &[]);
    let rest = |id: &str| item(&scene, id).notes.iter().any(|note| note == "Not stated: 13 people");
    assert_eq!(["p0", "p1", "p2", "p3", "p4"].map(rest), [true, true, false, false, false]);
    assert!(item(&scene, "p0").notes.contains(&"Second: not surveyed".to_owned()));
    assert!(item(&scene, "p1").notes.contains(&"Second: no figure".to_owned()));
    assert_eq!(words(&scene).matches("No figure: Second").count(), 4);
    assert_eq!(item(&scene, "p4").notes[1], "Second: 0 people, 0%");
    // without a whole its parts are the figure, and it is not among the ranked
    assert_eq!(item(&scene, "p3").value, "First: 5 people; Second: no figure; Third: 2 people");
    assert!(words(&scene).contains("whole not stated"));
}

#[test]
fn sums_that_rounding_has_moved_are_drawn_to_the_whole_and_it_is_said() {
    let none = || Json::Null;
    let places = [
        [none(), json!(50.1), json!(30), json!(20)],
        [none(), json!(49.9), json!(30), json!(20)],
        [none(), json!(50), json!(30), json!(20)],
        [none(), json!(45), json!(30), json!(20)],
    ];
    let data = dataset(&file("rate", Some(1), &places).to_string());
    let scene = drawn(&data, 720.0, &[]);
    let end = |id: &str| stacked(&scene, id).last().map_or(0.0, |part| part.x + part.width);
    assert!((end("p0") - end("p2")).abs() < 1e-6 && (end("p1") - end("p2")).abs() < 1e-6);
    // what misses by more is not stretched
    let start = stacked(&scene, "p3")[0].x;
    assert!(((end("p3") - start) / (end("p2") - start) - 0.95).abs() < 1e-6);
    assert!(item(&scene, "p3").value.contains("First: 45.0%"), "{}", item(&scene, "p3").value);
    assert!(item(&scene, "p3").value.ends_with("Not stated: 5.0%"), "{}", item(&scene, "p3").value);
    let said = "Where shares add up to 99.9% to 100.1% because of rounding, bars are drawn to 100%.";
    assert!(words(&scene).contains(said), "{}", words(&scene));
    let note = "The parts add up to 100.1% because of rounding; the bar is drawn to the whole";
    assert!(item(&scene, "p0").notes.iter().any(|said| said == note), "{:?}", item(&scene, "p0").notes);
    assert!(item(&scene, "p0").spoken.contains("add up to 100.1% because of rounding"));
    assert!(!item(&scene, "p0").spoken.contains("the bar"));
    // the numbers stay those that were published
    assert!(words(&scene).contains("50.1"));
    // rounding may explain three per cent of whole numbers, but no bar is drawn to other numbers than these
    let data = dataset(&file("rate", Some(0), &[[none(), json!(35), json!(34), json!(32)]]).to_string());
    assert!(words(&drawn(&data, 720.0, &[])).contains("100%"));
    let above = [[json!(50), json!(20), json!(16), json!(16)]];
    let data = dataset(&file("rate", Some(0), &above).to_string());
    let scene = drawn(&data, 720.0, &[]);
    assert!(words(&scene).contains("The parts add up to 52%, more than the whole"), "{}", words(&scene));
}

#[test]
fn shares_are_of_the_whole_of_each_place() {
    let shares = Action::Shown(Some("shares".to_owned()));
    let places = [
        [json!(200), json!(150), json!(30), json!(20)],
        [json!(10), json!(5), json!(3), json!(2)],
        [json!({ "more_than": 300 }), json!(100), json!(100), json!(100)],
        [json!(0), json!(0), json!(0), json!(0)],
        [json!(1000), json!(1), json!(998), json!(1)],
    ];
    let data = dataset(&file("count", None, &places).to_string());
    for width in [320.0, 720.0] {
        let scene = drawn(&data, width, std::slice::from_ref(&shares));
        let ends = |id: &str| stacked(&scene, id).last().map_or(0.0, |part| part.x + part.width);
        assert!((ends("p0") - ends("p1")).abs() < 1e-6 && (ends("p0") - ends("p4")).abs() < 1e-6);
        for id in ["p2", "p3"] {
            assert!(stacked(&scene, id).is_empty(), "{id}");
            assert!(item(&scene, id).notes.iter().any(|note| note.starts_with("No shares")), "{id}");
        }
        assert!(words(&scene).contains("75%") && !words(&scene).contains(" 150 "), "{}", words(&scene));
        let shows = scene.controls.list("shown").expect("amounts and shares");
        assert_eq!((&*shows.chosen, shows.ids.len()), ("shares", 2));
    }
    // the greatest share of the first is that of "Place 0"
    let by = Action::Order(Some("a".to_owned()));
    let first = |actions: &[Action]| drawn(&data, 720.0, actions).items[0].id.clone();
    assert_eq!(first(std::slice::from_ref(&by)), "p0");
    assert_eq!(first(&[shares.clone(), by]), "p0");
    let by = Action::Order(Some("b".to_owned()));
    assert_eq!(first(&[shares, by.clone()]), "p4");
    assert_eq!(first(&[by, Action::Sort(Sort::Name)]), "p0");
}

#[test]
fn places_are_found_grouped_kept_and_on_pages_as_in_a_ranking() {
    let places: Vec<[Json; 4]> =
        (0..60).map(|i| [json!(60 + i), json!(30 + i), json!(20), json!(10)]).collect();
    let mut many = file("count", None, &places);
    for (i, village) in many["villages"].as_array_mut().expect("a list").iter_mut().enumerate() {
        village["district"] = json!(format!("D{}", i % 3));
    }
    let data = dataset(&many.to_string());
    let ids = |actions: &[Action]| {
        drawn(&data, 360.0, actions).items.iter().map(|item| item.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!((ids(&[]).len(), &*ids(&[])[0]), (20, "p59"));
    assert_eq!(&*ids(&[Action::Page(2)])[19], "p0");
    // a place that is kept stands above each page, and is not on its own again
    let kept = Action::Places(Some("p7, Place 3".to_owned()));
    for page in 0..3 {
        let shown = ids(&[kept.clone(), Action::Page(page)]);
        assert_eq!(shown[..2], ["p7", "p3"]);
        assert!(!shown[2..].contains(&"p7".to_owned()));
    }
    let found = Action::Filter(Filter { query: "place 1".to_owned(), ..Filter::default() });
    assert_eq!(ids(&[found]).len(), 11);
    let by_district = Action::Group(Some("district".to_owned()));
    let grouped = drawn(&data, 360.0, std::slice::from_ref(&by_district));
    assert_eq!(grouped.items[0].id, "group-D0");
    let only = drawn(&data, 360.0, &[by_district, Action::Only(Some("D1".to_owned()))]);
    assert!(only.title.contains("D1") && only.controls.pages == 1);
    // one axis on all pages
    let unit = |page| {
        let scene = drawn(&data, 720.0, &[Action::Page(page)]);
        let id = scene.items[0].id.clone();
        let number: f64 = scene.items[0].value.trim_end_matches(" people").parse().expect("a number");
        stacked(&scene, &id).iter().map(|part| part.width).sum::<f64>() / number
    };
    assert!((unit(0) - unit(2)).abs() < 1e-6);
}

#[test]
fn the_country_is_a_bar_too() {
    let data = dataset(PARTS);
    let scene = drawn(&data, 720.0, &[]);
    assert_eq!(
        (&*scene.items[0].title, &*scene.items[0].value),
        ("Whole province", "3.29 million đồng a month")
    );
    assert_eq!(stacked(&scene, &scene.items[0].id).len(), 4);
    assert_eq!(scene.title, "Average income a person, 2023");
    let before = drawn(&data, 720.0, &[Action::Time(data::TimePeriod::parse("2020"))]);
    assert!(before.title.ends_with("2020") && before.items[0].value.starts_with("2.75"));
    // an indicator without figures of its own is a make-up, but no ranking
    let wholes = scene.controls.list("indicator").expect("two");
    assert_eq!(wholes.ids, ["income", "roofs"]);
    let mut view = View::new(Kind::Ranking, Locale::EN, 640.0);
    let ranking = chart::scene(&data, &view, &Native::default()).expect("a ranking");
    assert!(!ranking.controls.list("indicator").expect("several").ids.contains(&"roofs".to_owned()));
    view.update(Action::Indicator(Some("roofs".to_owned())));
    assert!(chart::scene(&data, &view, &Native::default()).is_err());
    assert_eq!(chart::refused(&data, &Native::default()), []);
}

#[test]
fn what_the_file_does_not_have_is_refused() {
    let data = dataset(PARTS);
    let refused = |data: &Dataset, actions: &[Action]| {
        let mut view = View::new(Kind::Makeup, Locale::EN, 640.0);
        for action in actions {
            view.update(action.clone());
        }
        chart::scene(data, &view, &Native::default()).err().map(|found| found.code)
    };
    let indicator = |id: &str| Action::Indicator(Some(id.to_owned()));
    assert_eq!(refused(&data, &[]), None);
    assert_eq!(refused(&data, &[indicator("wages")]), Some("no_parts"));
    assert_eq!(refused(&data, &[indicator("x")]), Some("unknown_indicator"));
    assert_eq!(refused(&data, &[Action::Order(Some("metal".to_owned()))]), Some("unknown_part"));
    assert_eq!(refused(&data, &[Action::Places(Some("X".to_owned()))]), Some("unknown_place"));
    let without = dataset(include_str!("../www/data/mau.json"));
    assert_eq!(refused(&without, &[]), Some("no_parts"));
}

#[test]
fn its_table_has_a_column_for_the_whole_and_each_part() {
    let data = dataset(PARTS);
    let view = View::new(Kind::Makeup, Locale::EN, 640.0);
    let platform = Native::default();
    let sheet = chart::sheet(&data, &view, &platform, Form::Chart, "").expect("a table");
    let head: Vec<&str> = sheet.head.iter().map(|heading| &*heading.text).collect();
    assert_eq!(head.len(), 7, "{head:?}");
    assert!(head[2].starts_with("Average income") && head[6].starts_with("Other sources"), "{head:?}");
    assert_eq!(sheet.rows.len(), 13);
    assert!(sheet.rows.iter().any(|row| row[4] == "over 1.10"), "{:?}", sheet.rows);
    let csv = chart::csv(&data, &view, &platform, Form::Chart).expect("CSV");
    assert_eq!(csv.lines().count(), 14);
    let html =
        embed::fragment(&data, PARTS, &view, &embed::Options::default(), &platform).expect("a fragment");
    assert!(html.contains("type=\"makeup\"") && html.contains("over 1.10"));
    let svg = draw::svg(&drawn(&data, 640.0, &[]), &Theme::Light, Locale::EN, &platform);
    well_formed(&svg);
}

#[test]
fn it_is_heard_in_words_in_every_language() {
    let data = dataset(PARTS);
    let mut all = String::new();
    for locale in languages() {
        let locale = Locale::new(locale).expect("a language");
        for indicator in ["income", "roofs"] {
            let of = [Action::Locale(locale), Action::Indicator(Some(indicator.to_owned()))];
            let scene = drawn(&data, 640.0, &of);
            all += &format!("{}\n{}\n", scene.title, scene.summary);
            for item in &scene.items {
                all += &format!("- {}\n", item.spoken);
            }
            all += "\n";
        }
    }
    insta::assert_snapshot!("heard-makeup", all.trim_end());
}
