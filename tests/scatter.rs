//! What goes with what: dots where both figures are exact, marks of all that others may be, squares that count.

#![cfg(feature = "tools")]

#[allow(dead_code)]
mod sound;

use proptest::prelude::*;
use serde_json::{json, Value as Json};
use sound::{sound, well_formed};
use village_charts::chart;
use village_charts::data::{self, Dataset, Finding};
use village_charts::draw::{self, Theme};
use village_charts::embed;
use village_charts::figure::Value;
use village_charts::platform::{languages, Native};
use village_charts::scene::{Item, Role, Scene, Shape};
use village_charts::table::Form;
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, View};

const COMMUNES: &str = include_str!("data/communes.json");
const PROVINCE: &str = include_str!("../www/data/mau.json");

fn dataset(json: &str) -> Dataset {
    let reading = data::read(json.as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn view([x, y]: [&str; 2], places: &str, width: f64) -> View {
    let mut view = View::new(Kind::Scatter, Locale::EN, width);
    view.update(Action::X(Some(x.to_owned())));
    view.update(Action::Y(Some(y.to_owned())));
    view.update(Action::Places(Some(places.to_owned())));
    view
}

fn drawn(data: &Dataset, view: &View) -> Scene {
    chart::scene(data, view, &Native::default()).expect("a picture")
}

fn refused(data: &Dataset, view: &View) -> Finding {
    chart::scene(data, view, &Native::default()).expect_err("no picture")
}

/// Pairs of figures, each of a place named by its number, in one of so many groups; `null` where it has none.
fn file(kinds: [&str; 2], pairs: &[[Json; 2]], groups: usize) -> Dataset {
    let mut villages = Vec::new();
    for (i, pair) in pairs.iter().enumerate() {
        let mut figures = json!({});
        for (id, figure) in ["x", "y"].into_iter().zip(pair) {
            if !figure.is_null() {
                figures[id] = figure.clone();
            }
        }
        let mut village = json!({ "name": format!("Place {i}"), "id": format!("p{i}"), "figures": figures });
        if groups > 0 {
            village["district"] = json!(format!("Group {}", i % groups));
        }
        villages.push(village);
    }
    let indicator =
        |id: &str, name: &str, kind| json!({ "id": id, "name": name, "kind": kind, "unit": "percent" });
    let indicators = [indicator("x", "Rate", kinds[0]), indicator("y", "Growth", kinds[1])];
    dataset(
        &json!({ "format": "village-charts/1", "indicators": indicators, "villages": villages }).to_string(),
    )
}

/// So many different pairs, most of them low.
fn many(count: usize) -> Dataset {
    let of = |i: usize, by: usize, most: usize| ((i * by) % most) as f64 * ((i * 104_729) % 997) as f64 / 1e4;
    let pairs: Vec<[Json; 2]> =
        (0..count).map(|i| [json!(of(i, 7919, 1009)), json!(of(i, 6007, 911))]).collect();
    file(["rate", "rate"], &pairs, 0)
}

fn words(scene: &Scene) -> Vec<String> {
    let mut words = Vec::new();
    for mark in &scene.marks {
        if let Shape::Text(runs, ..) = &mark.shape {
            words.push(runs.iter().map(|run| &*run.text).collect::<Vec<_>>().join(" "));
        }
    }
    words
}

fn is_said(scene: &Scene, text: &str) -> bool {
    words(scene).join(" ").contains(text)
}

fn item<'s>(scene: &'s Scene, id: &str) -> &'s Item {
    scene.items.iter().find(|item| item.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// The dots that stand for places, with whose they are; not what parts them from others, and not those of the key.
fn dots(scene: &Scene) -> Vec<((f64, f64), Role, &str)> {
    let mut dots = Vec::new();
    for mark in &scene.marks {
        if let (Shape::Dot(at, _), Some(item)) = (&mark.shape, mark.item) {
            let is_hollow = mark.role == Role::Surface;
            dots.extend((!is_hollow).then(|| (*at, mark.role, &*scene.items[item].id)));
        }
    }
    dots
}

#[test]
fn every_place_is_an_item_from_the_left_to_the_right_with_both_figures() {
    let scene = drawn(&dataset(COMMUNES), &view(["poor", "income"], "", 640.0));
    assert_eq!(scene.title, "Poverty rate and Average income a person, 2018");
    let all: Vec<_> = scene.items.iter().map(|item| [&*item.title, &item.value]).collect();
    assert_eq!(
        all,
        [
            ["Poverty rate: Province", "about 3.4%"],
            ["Poverty rate: Median of 5 communes", "4.9%"],
            ["Poverty rate: Whole country", "5.2%"],
            ["Average income a person: Whole country", "3.87 million đồng a month"],
            ["Cẩm Thủy", "Poverty rate: under 2.0%; Average income a person: 4.50 million đồng a month"],
            ["An Bình", "Poverty rate: 4.9%; Average income a person: 3.02 (2.71–3.33) million đồng a month"],
            ["Đại Đồng", "Poverty rate: 4.9%; Average income a person: 3.90 million đồng a month"],
            ["Bắc Sơn", "Poverty rate: 9.3%; Average income a person: about 2.40 million đồng a month"],
            ["Hòa Lạc", "Poverty rate: 5.0–7.5%; Average income a person: no figure"],
        ]
    );
    assert!(is_said(&scene, "1 of 5 communes has no figure for Average income a person."));
    assert!(scene.summary.contains("has no figure for Average income"), "{}", scene.summary);
    let flagged = item(&scene, "an-bình-đông");
    assert!(flagged.notes.contains(&"Poverty rate: provisional".to_owned()), "{:?}", flagged.notes);
    assert!(flagged.spoken.contains("Poverty rate: provisional."), "{}", flagged.spoken);
    // only one of them states both exactly
    assert_eq!(dots(&scene).iter().filter(|dot| dot.2 == "đại-đồng-tây").count(), 1);
}

#[test]
fn what_is_not_exact_is_over_all_that_it_may_be_and_no_dot() {
    let range = json!({ "range": [2, 6] });
    let pairs = [
        [json!(4), json!(0)],
        [range.clone(), json!(5)],
        [json!(8), range],
        [json!({ "more_than": 5 }), json!(1)],
        [json!({ "less_than": 3 }), json!(9)],
        [json!(9), json!({ "about": 8 })],
        [json!({ "estimate": 7, "interval": [6, 8] }), json!({ "estimate": 3, "interval": [1, 4] })],
    ];
    let scene = drawn(&file(["rate", "rate"], &pairs, 0), &view(["x", "y"], "", 640.0));
    let mut exact = Vec::new();
    for (_, _, id) in dots(&scene) {
        exact.push(id);
    }
    exact.sort_unstable();
    // the dots of the last two stand on what they may be besides
    assert_eq!(exact, ["p0", "p5", "p6"]);
    let area = |id: &str| {
        let at = scene.index_of(id).expect("an item");
        scene.targets.iter().find(|target| target.item == at).expect("a mark").area
    };
    let [dot, across, upwards, over, under] = ["p0", "p1", "p2", "p3", "p4"].map(area);
    let middle = |area: village_charts::scene::Rect| (area.x + area.width / 2.0, area.y + area.height / 2.0);
    assert!((middle(across).0 - middle(dot).0).abs() < 1.0, "4 is in the middle of 2 to 6");
    assert!(across.width > 100.0 && across.height < 20.0, "{across:?}");
    assert!(upwards.height > 60.0 && upwards.width < 20.0, "{upwards:?}");
    assert!(over.x > middle(dot).0 && over.width < 20.0, "an arrow from 5 on");
    assert!(under.x < across.x && under.width > 80.0, "from zero to 3");
    assert!(scene.summary.contains("over: more than stated"), "{}", scene.summary);
}

#[test]
fn the_first_two_indicators_that_places_have_figures_of_are_drawn_at_a_time_of_both() {
    let mut file: Json = serde_json::from_str(PROVINCE).expect("JSON");
    let none = json!({ "id": "none", "name": "None", "kind": "count", "unit": { "en": "things" } });
    file["indicators"].as_array_mut().expect("a list").insert(0, none);
    let data = dataset(&file.to_string());
    let scene = drawn(&data, &View::new(Kind::Scatter, Locale::EN, 640.0));
    assert_eq!(scene.title, "Poverty rate and Net migration, 2023");
    let mut of_y = View::new(Kind::Scatter, Locale::EN, 640.0);
    of_y.update(Action::Y(Some("poor".to_owned())));
    assert_eq!(drawn(&data, &of_y).title, "Net migration and Poverty rate, 2023");
    let scene = drawn(&data, &view(["poor", "income"], "", 640.0));
    let times = scene.controls.list("time").expect("times");
    for time in &times.ids {
        let mut at = view(["poor", "income"], "", 640.0);
        at.update(Action::Time(data::TimePeriod::parse(time)));
        assert!(!drawn(&data, &at).items.is_empty(), "{time}");
    }
}

#[test]
fn an_indicator_without_a_figure_at_that_time_is_said() {
    let mut villages = Vec::new();
    for i in 0..6 {
        let figures = json!({ "x": { "2020": i, "2021": i }, "y": { "2021": i } });
        villages.push(json!({ "name": format!("A{i}"), "figures": figures }));
    }
    let indicators = ["x", "y"].map(|id| json!({ "id": id, "name": id.to_uppercase(), "kind": "rate" }));
    let data = dataset(
        &json!({ "format": "village-charts/1", "indicators": indicators, "villages": villages }).to_string(),
    );
    let mut at = view(["x", "y"], "", 640.0);
    assert!(drawn(&data, &at).title.ends_with("2021"));
    at.update(Action::Time(data::TimePeriod::parse("2020")));
    let scene = drawn(&data, &at);
    assert!(is_said(&scene, "6 of 6 villages have no figure for Y."), "{:?}", words(&scene));
    assert!(dots(&scene).is_empty() && scene.items.iter().filter(|of| of.id.starts_with('a')).count() == 6);
    // also where it is the one across
    let mut turned = view(["y", "x"], "", 640.0);
    turned.update(Action::Time(data::TimePeriod::parse("2020")));
    assert!(is_said(&drawn(&data, &turned), "6 of 6 villages have no figure for Y."));
}

/// Empty axes alone would look like a fault of the chart.
#[test]
fn two_indicators_without_a_time_in_common_say_why_there_is_nothing() {
    let both = |x: Json, y: Json| {
        let data = json!({
            "format": "village-charts/1",
            "indicators": [{ "id": "x", "name": "X", "kind": "rate" }, { "id": "y", "name": "Y", "kind": "rate" }],
            "villages": [{ "name": "A", "figures": { "x": x, "y": y } }, { "name": "B" }],
        });
        dataset(&data.to_string())
    };
    let view = view(["x", "y"], "", 640.0);
    let data = both(json!({ "2020": 1, "2021": 2 }), json!({ "2022": 3 }));
    let scene = drawn(&data, &view);
    let said = "No figures of both are of the same time. X: 2020, 2021; Y: 2022.";
    assert!(is_said(&scene, said), "{:?}", words(&scene));
    assert!(scene.description.contains(said), "{}", scene.description);
    // also where one of them names no time
    let scene = drawn(&both(json!({ "2020": 1 }), json!(3)), &view);
    assert!(is_said(&scene, "X: 2020; Y: no time named."), "{:?}", words(&scene));
    for (tag, year) in [("vi", "2020"), ("id", "2020"), ("th", "2563"), ("fr", "2020"), ("zh-Hans", "2020")] {
        let mut other = view.clone();
        other.update(Action::Locale(Locale::new(tag).expect("a language")));
        let scene = drawn(&data, &other);
        assert!(scene.description.contains(year), "{tag}: {}", scene.description);
    }
    let same = drawn(&both(json!({ "2020": 1 }), json!({ "2020": 3 })), &view);
    assert!(!words(&same).iter().any(|text| text.contains("of both")));
}

#[test]
fn ids_that_the_file_does_not_have_are_told_with_those_it_has() {
    let data = dataset(PROVINCE);
    let finding = refused(&data, &view(["poor", "incme"], "", 640.0));
    assert_eq!((finding.code, &*finding.found), ("unknown_indicator", "\"incme\""));
    assert_eq!(finding.expected, "one of: poor, migration, income, people (\"income\", perhaps)");
    let finding = refused(&data, &view(["poor", "poor"], "", 640.0));
    assert_eq!(
        (finding.code, &*finding.expected),
        ("same_indicator", "another than that of x, one of: migration, income, people")
    );
    let finding = refused(&data, &view(["poor", "income"], "Mẫu X", 640.0));
    assert_eq!(finding.code, "unknown_place");
    let lone = file(["rate", "rate"], &[[json!(1), Json::Null]], 0);
    assert_eq!(refused(&lone, &View::new(Kind::Scatter, Locale::EN, 640.0)).code, "one_indicator");
}

#[test]
fn named_places_have_their_names_and_the_others_are_quiet() {
    let data = dataset(PROVINCE);
    let named = drawn(&data, &view(["poor", "migration"], "Mẫu Hà, Mẫu Vinh", 640.0));
    assert!(words(&named).contains(&"Mẫu Hà".to_owned()));
    assert!(
        is_said(&named, "Mẫu Vinh: Poverty rate: not yet published; Net migration: at most −4.0‰")
            || is_said(&named, "Mẫu Vinh: Poverty rate: not yet published; Net migration: at most -4.0‰")
    );
    let strong = dots(&named).into_iter().filter(|dot| dot.1 == Role::Solid);
    assert_eq!(strong.map(|dot| dot.2).collect::<Vec<_>>(), ["mẫu-hà-huyện-tây-mẫu"]);
    let all = drawn(&data, &view(["poor", "migration"], "", 640.0));
    assert!(dots(&all).len() > 8 && dots(&all).iter().all(|dot| dot.1 == Role::Solid));
    let mut found = view(["poor", "migration"], "", 640.0);
    found.update(Action::Filter(Filter { query: "ha".to_owned(), ..Filter::default() }));
    let found = drawn(&data, &found);
    let titles: Vec<&str> = found.items.iter().map(|item| &*item.title).collect();
    assert!(titles.contains(&"Mẫu Hà") && !titles.contains(&"Mẫu An"), "{titles:?}");
    assert!(
        found.marks.iter().filter(|mark| matches!(mark.shape, Shape::Dot(..))).count() > 8,
        "the others stay"
    );
    let picked = found.controls.picked.as_ref().expect("places can be kept");
    assert!(picked.chosen.is_empty() && picked.found.iter().any(|of| of.name == "Mẫu Hà"));
}

#[test]
fn up_to_four_groups_have_a_shape_each_and_one_of_them_stands_out() {
    let pairs: Vec<[Json; 2]> = (0..40).map(|i| [json!(i), json!(i * i % 37)]).collect();
    let of = |groups: usize, only: Option<&str>| {
        let mut view = view(["x", "y"], "", 640.0);
        view.update(Action::Group(Some("district".to_owned())));
        view.update(Action::Only(only.map(str::to_owned)));
        drawn(&file(["rate", "rate"], &pairs, groups), &view)
    };
    let four = of(4, None);
    for group in 0..4 {
        assert!(words(&four).contains(&format!("Group {group}")));
    }
    assert_eq!(dots(&four).len(), 10, "those of the first are dots");
    let five = of(5, None);
    assert!(!words(&five).contains(&"Group 0".to_owned()) && dots(&five).len() == 40);
    let one = of(5, Some("Group 2"));
    assert!(one.title.ends_with("Group 2"));
    assert_eq!(one.items.iter().filter(|item| item.id.starts_with('p')).count(), 8);
    let solid = dots(&one).into_iter().filter(|dot| dot.1 == Role::Solid).count();
    assert_eq!(solid, 8);
    let quiet =
        one.marks.iter().filter(|mark| matches!(mark.shape, Shape::Dot(..)) && mark.role == Role::WholeLine);
    assert_eq!(quiet.count(), 32, "among the others");
}

#[test]
fn of_more_places_than_dots_can_be_told_apart_squares_say_how_many() {
    let data = many(1350);
    let scene = drawn(&data, &view(["x", "y"], "p7", 640.0));
    assert!(is_said(&scene, "The larger a square, the more villages in it:"));
    assert!(!scene.summary.contains("The larger"), "{}", scene.summary);
    assert!(scene.summary.contains("Place 7: Rate: "), "{}", scene.summary);
    let is_dot = |mark: &&village_charts::scene::Mark| matches!(mark.shape, Shape::Dot(..));
    let own = scene.marks.iter().filter(is_dot).filter(|mark| mark.role == Role::Solid);
    assert_eq!(own.count(), 1, "of the one that is named");
    // places are a page at a time, and after them cells
    let pages = scene.controls.pages;
    assert!(scene.controls.whole && pages > 14, "{pages}");
    let mut counted = 0;
    let mut told = 0;
    for page in 0..pages {
        let mut at = view(["x", "y"], "p7", 640.0);
        at.update(Action::Page(page));
        let there = drawn(&data, &at);
        assert_eq!(there.marks.len(), scene.marks.len());
        told += there.items.iter().filter(|item| item.id.starts_with('p')).count();
        for cell in there.items.iter().filter(|item| item.id.starts_with("cell-")) {
            assert!(cell.title.starts_with("Rate: ") && cell.title.contains(" to under "), "{}", cell.title);
            let number = cell.value.split(' ').next().expect("a number").replace(',', "");
            counted += number.parse::<usize>().expect("a number");
        }
    }
    assert_eq!((told, counted), (1350, 1350));
    let few = drawn(&many(300), &view(["x", "y"], "", 1168.0));
    assert!(!is_said(&few, "The larger"));
}

#[test]
fn dots_that_no_one_sees_are_said_and_where_they_are_many_squares_count() {
    let mut pairs: Vec<[Json; 2]> = (0..40).map(|i| [json!(i), json!(i * 7 % 41)]).collect();
    pairs.push(pairs[3].clone());
    let scene = drawn(&file(["rate", "rate"], &pairs, 0), &view(["x", "y"], "", 640.0));
    assert!(is_said(&scene, "Behind dots of the same figures: 1 village"), "{:?}", words(&scene));
    assert!(!scene.summary.contains("Behind"));
    let whole: Vec<[Json; 2]> = (0..60).map(|i| [json!(i % 5), json!(i % 4)]).collect();
    let counted = drawn(&file(["rate", "rate"], &whole, 0), &view(["x", "y"], "", 640.0));
    assert!(is_said(&counted, "The larger a square") && dots(&counted).is_empty());
}

#[test]
fn axes_say_where_they_begin_if_not_at_zero() {
    let pairs: Vec<[Json; 2]> = (0..9).map(|i| [json!(94 + i), json!(i * i)]).collect();
    let scene = drawn(&file(["rate", "rate"], &pairs, 0), &view(["x", "y"], "", 640.0));
    assert!(is_said(&scene, "Rate: The axis begins at "), "{:?}", words(&scene));
    assert!(!is_said(&scene, "Growth: The axis"));
    assert!(!scene.summary.contains("axis"), "who listens sees none: {}", scene.summary);
}

#[test]
fn a_finger_finds_the_nearest_dot_also_of_another_page() {
    let data = many(300);
    let of = |page: usize| {
        let mut view = view(["x", "y"], "", 1168.0);
        view.update(Action::Page(page));
        drawn(&data, &view)
    };
    let scene = of(0);
    assert_eq!(scene.controls.pages, 3);
    let mut found = 0;
    for page in 0..3 {
        let there = of(page);
        for (i, item) in there.items.iter().enumerate().filter(|(_, item)| item.id.starts_with('p')) {
            let target = there.targets.iter().find(|target| target.item == i).expect("a dot");
            let (x, y) = (target.area.x + target.area.width / 2.0, target.area.y + target.area.height / 2.0);
            let expected = if page == 0 { i } else { scene.items.len() + page };
            if scene.hit(x, y) == Some(expected) && there.hit(x, y) == Some(i) {
                found += 1;
            } else {
                // one that lies over it
                let other = &there.items[there.hit(x, y).expect("something").min(there.items.len() - 1)];
                assert!(other.id != item.id, "{}", item.title);
            }
        }
    }
    assert!(found > 295, "{found}");
    let lone = drawn(
        &file(["rate", "rate"], &[[json!(0), json!(0)], [json!(50), json!(50)]], 0),
        &view(["x", "y"], "", 640.0),
    );
    let dot = item(&lone, "p1").area;
    let (x, y) = (dot.x + dot.width / 2.0, dot.y + dot.height / 2.0);
    assert_eq!(lone.hit(x - 16.0, y - 8.0), lone.index_of("p1"));
    assert_eq!(lone.hit(x - 60.0, y), None);
}

#[test]
fn a_table_has_a_column_for_each_and_its_csv_what_qualifies_them() {
    let data = dataset(COMMUNES);
    let of_both = view(["poor", "income"], "", 640.0);
    let sheet = chart::sheet(&data, &of_both, &Native::default(), Form::Chart, "").expect("a table");
    let head: Vec<&str> = sheet.head.iter().map(|of| &*of.text).collect();
    assert_eq!(
        head[2..],
        ["Poverty rate (%), 2018", "Average income a person (million đồng a month), 2018"].map(|text| head
            .iter()
            .find(|own| own.starts_with(text))
            .copied()
            .unwrap_or(text))
    );
    let row = |name: &str| sheet.rows.iter().find(|row| row[0] == name).expect("a row").clone();
    assert_eq!(row("Cẩm Thủy")[2], "under 2.0");
    assert!(row("Hòa Lạc")[3].contains("no figure"), "{:?}", row("Hòa Lạc"));
    let times = chart::sheet(&data, &of_both, &Native::default(), Form::Times, "").expect("a table");
    let all: Vec<&str> = times.head.iter().map(|of| &*of.text).filter(|text| text.contains("20")).collect();
    let of = |name: &str| all.iter().filter(|text| text.starts_with(name)).count();
    assert!(
        of("Poverty rate") > 0
            && of("Poverty rate") == of("Average income")
            && all.len() == 2 * of("Poverty")
    );
    let csv = chart::csv(&data, &of_both, &Native::default(), Form::Chart).expect("CSV");
    assert!(csv.contains("under 2.0%,2,under") && !csv.contains("migration"), "{csv}");
    let lines = csv.lines().count();
    let parts = (0..4).filter_map(|i| {
        let kept = chart::Kept::default();
        chart::csv_part(&data, &of_both, &Native::default(), Form::Chart, i * 3..i * 3 + 3, &kept)
    });
    assert_eq!(parts.collect::<String>(), csv);
    assert_eq!(lines, 8, "five communes, the country and the province");
}

#[test]
fn a_fragment_has_all_of_it_and_no_pages_to_turn() {
    let data = many(300);
    let options = embed::Options::default();
    let html = embed::fragment(&data, "{}", &view(["x", "y"], "p7", 0.0), &options, &Native::default())
        .expect("a fragment");
    assert!(!html.contains("part=\"pager\""));
    assert!(html.contains("type=\"scatter\"") && html.contains(" x=\"x\" y=\"y\""));
    assert!(html.contains("Place 7") && html.contains("Place 299"));
}

/// What texts take of the picture.
fn boxes(scene: &Scene) -> Vec<(f64, f64, f64, f64)> {
    let mut boxes = Vec::new();
    for mark in &scene.marks {
        let Shape::Text(runs, (x, y), anchor) = &mark.shape else { continue };
        assert!(runs.iter().all(|run| !run.text.contains('…')), "{runs:?}");
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
fn labels_stand_apart_and_within_the_picture() {
    let long = "Thị trấn Phú Minh Thượng Hạ Sơn Đông";
    let mut of_long: Vec<Json> = Vec::new();
    for i in 0..40 {
        of_long.push(json!({ "name": format!("{long} {i}"), "figures": { "x": i * i, "y": i } }));
    }
    let money = |id: &str| {
        json!({ "id": id, "name": "Average income of a household", "kind": "amount",
                                   "unit": { "currency": "VND", "scale": "million" }, "per": "year" })
    };
    let of_long = json!({ "format": "village-charts/1", "indicators": [money("x"), money("y")],
                          "villages": of_long })
    .to_string();
    let named = format!("{long} 1,{long} 20,{long} 21,{long} 39");
    let cases = [
        (PROVINCE, ["poor", "migration"], "Mẫu An,Mẫu Hà,Mẫu Lâm"),
        (PROVINCE, ["people", "income"], "Mẫu Cường, Mẫu Dương, Mẫu Đức, Mẫu Giang, Mẫu Hà, Mẫu Khê"),
        (COMMUNES, ["migration", "poor"], "An Bình,Bắc Sơn,Hòa Lạc"),
        (&of_long, ["x", "y"], &named),
    ];
    for (json, both, places) in cases {
        let data = dataset(json);
        for width in [192.0, 288.0, 328.0, 560.0, 700.0, 1168.0] {
            let scene = drawn(&data, &view(both, places, width));
            sound(&scene);
            let boxes = boxes(&scene);
            for (i, a) in boxes.iter().enumerate() {
                for b in &boxes[i + 1..] {
                    let apart = a.2 <= b.0 + 0.5 || b.2 <= a.0 + 0.5 || a.3 <= b.1 + 0.5 || b.3 <= a.1 + 0.5;
                    assert!(apart, "{both:?} {width}: {a:?} {b:?} {:?}", words(&scene));
                }
            }
        }
    }
}

#[test]
fn it_is_heard_in_words_in_every_language() {
    let mut all = String::new();
    for locale in languages() {
        let locale = Locale::new(locale).expect("a language");
        let of = |data: &Dataset, mut view: View| {
            view.update(Action::Locale(locale));
            drawn(data, &view)
        };
        let few = of(&dataset(COMMUNES), view(["poor", "income"], "An Bình", 640.0));
        let many = of(&many(1350), view(["x", "y"], "p7", 640.0));
        for scene in [&few, &many] {
            all += &format!("{}\n{}\n", scene.title, scene.summary);
            for item in scene.items.iter().take(7) {
                all += &format!("- {}\n", item.spoken);
            }
            all += "\n";
        }
    }
    insta::assert_snapshot!("heard-scatter", all.trim_end());
}

fn figure() -> impl Strategy<Value = Json> {
    (0..14, -500..500_i32, 1..90_i32).prop_map(|(kind, at, more)| {
        let (x, y) = (f64::from(at) / 10.0, f64::from(at + more) / 10.0);
        match kind {
            0 => json!({ "range": [x, y] }),
            1 => json!({ "more_than": x }),
            2 => json!({ "at_most": x }),
            3 => json!({ "about": x, "provisional": true }),
            4 => json!({ "nearly": x }),
            5 => json!({ "missing": "none" }),
            6 => json!({ "estimate": (x + y) / 2.0, "interval": [x, y] }),
            7 => json!({ "exact": x, "few_cases": true, "estimated": true }),
            8 => Json::Null,
            _ => json!(x),
        }
    })
}

/// The same figure with all its numbers 60 greater.
fn above_zero(figure: &Json) -> Json {
    match figure {
        Json::Number(x) => json!(x.as_f64().expect("a number") + 60.0),
        Json::Array(all) => all.iter().map(above_zero).collect(),
        Json::Object(all) => all.iter().map(|(key, value)| (key.clone(), above_zero(value))).collect(),
        _ => figure.clone(),
    }
}

/// The count in a sentence of the picture that begins so; none where there is no such sentence.
fn number_after(scene: &Scene, before: &str) -> usize {
    let all = words(scene).join(" ");
    let Some((_, rest)) = all.split_once(before) else { return 0 };
    rest.split(' ').next().and_then(|n| n.replace(',', "").parse().ok()).expect("a number")
}

/// The same of one that ends so.
fn number_before(scene: &Scene, after: &str) -> usize {
    let all = words(scene).join(" ");
    let Some((before, _)) = all.split_once(after) else { return 0 };
    let number = before.rsplit(" of ").nth(1).and_then(|text| text.rsplit(' ').next()).expect("a number");
    number.replace(',', "").parse().expect("a number")
}

/// The line that says that it has no figure is not as high as a finger is wide.
#[test]
fn what_has_no_mark_answers_within_the_picture() {
    for width in [200.0, 400.0, 1083.0] {
        let data = file(["rate", "rate"], &[[Json::Null, json!({ "range": [0, 0.1] })]], 0);
        sound(&drawn(&data, &view(["x", "y"], "", width)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever a file has: all of it within the picture, each place told of and counted once, and no dot for what is
    /// not exact.
    #[test]
    fn any_figures_are_drawn_heard_and_counted(
        pairs in prop_oneof![
            3 => prop::collection::vec([figure(), figure()], 1..140),
            1 => prop::collection::vec([figure(), figure()], 500..1400),
        ],
        signed in any::<[bool; 2]>(),
        width in 192.0..1200.0_f64,
        dark in any::<bool>(),
        is_named in any::<bool>(),
    ) {
        let mut pairs = pairs;
        for pair in &mut pairs {
            for (figure, signed) in pair.iter_mut().zip(signed) {
                if !signed {
                    *figure = above_zero(figure);
                }
            }
        }
        let kinds = signed.map(|signed| if signed { "change" } else { "rate" });
        let data = file(kinds, &pairs, 0);
        let view = view(["x", "y"], if is_named && pairs.len() > 3 { "p1,p3" } else { "" }, width);
        let Ok(scene) = chart::scene(&data, &view, &Native::default()) else {
            let is_none = |figure: &Json| figure.is_null();
            prop_assert!((0..2).any(|i| pairs.iter().all(|pair| is_none(&pair[i]))));
            return Ok(());
        };
        sound(&scene);
        let theme = if dark { Theme::Dark } else { Theme::Light };
        well_formed(&draw::svg(&scene, &theme, Locale::EN, &Native::default()));
        let value = |place: &str, at: usize| {
            let i: usize = place[1..].parse().expect("a number");
            data.villages[i].figures.get(at, None).map(|figure| figure.value.clone()).unwrap_or_default()
        };
        let is_exact = |place: &str, at: usize| matches!(value(place, at), Value::Exact(_));
        let (mut told, mut counted, mut whiskers) = (0, 0, 0);
        let mut with_mark = std::collections::BTreeSet::new();
        for page in 0..scene.controls.pages {
            let mut view = view.clone();
            view.update(Action::Page(page));
            let there = drawn(&data, &view);
            told += there.items.iter().filter(|item| item.id.starts_with('p')).count();
            for (_, _, id) in dots(&there) {
                let states = |at| is_exact(id, at) || matches!(value(id, at), Value::Estimate { .. } | Value::About(_));
                // what has its own mark beside it has a dot only where it states a number for both
                prop_assert!(states(0) && states(1), "{id}");
            }
            for mark in &there.marks {
                let Some(item) = mark.item.map(|item| &there.items[item]).filter(|item| item.id.starts_with('p')) else {
                    continue;
                };
                with_mark.insert(item.id.clone());
            }
            for cell in there.items.iter().filter(|item| item.id.starts_with("cell-")) {
                let number = cell.value.split(' ').next().expect("a number").replace(',', "");
                counted += number.parse::<usize>().expect("a number");
            }
        }
        prop_assert_eq!(told, pairs.len());
        let mut in_cells = counted;
        for id in &with_mark {
            let exact = is_exact(id, 0) && is_exact(id, 1);
            whiskers += usize::from(!exact);
            // those over squares are counted in them, too
            in_cells -= usize::from(exact && counted > 0);
        }
        let lacking = number_before(&scene, " no figure for Rate") + number_before(&scene, " no figure for Growth");
        let all = words(&scene).join(" ");
        let neither = all.split_once(" of them ha").map_or(0, |(before, _)| {
            before.rsplit(' ').next().and_then(|n| n.replace(',', "").parse::<usize>().ok()).expect("a number")
        });
        let undrawn = number_after(&scene, "are not exact: ");
        prop_assert_eq!(with_mark.len() + in_cells + undrawn + lacking - neither, pairs.len(), "{:?}", words(&scene));
        prop_assert!(whiskers <= 60);
    }
}
