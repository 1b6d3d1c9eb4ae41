//! Where places stand: dots and columns of counts, lines for what is not exact, labels of the places that are named.

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
use village_charts::platform::{languages, Native};
use village_charts::scene::{Item, Role, Scene, Shape};
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, View};

const COMMUNES: &str = include_str!("data/communes.json");
const PROVINCE: &str = include_str!("../www/data/mau.json");

fn dataset(json: &str) -> Dataset {
    let reading = data::read(json.as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn view(indicator: &str, places: &str, width: f64) -> View {
    let mut view = View::new(Kind::Spread, Locale::EN, width);
    view.update(Action::Indicator(Some(indicator.to_owned())));
    view.update(Action::Places(Some(places.to_owned())));
    view
}

fn drawn(data: &Dataset, view: &View) -> Scene {
    chart::scene(data, view, &Native::default()).expect("a picture")
}

/// Figures of an indicator, each of a place named by its number.
fn file(kind: &str, figures: impl IntoIterator<Item = Json>) -> Dataset {
    let figures = figures.into_iter().enumerate();
    let villages: Vec<Json> = figures
        .map(|(i, figure)| json!({ "name": format!("Place {i}"), "id": format!("p{i}"), "figures": { "x": figure } }))
        .collect();
    let indicator = json!({ "id": "x", "name": "Rate", "kind": kind, "unit": "percent" });
    dataset(
        &json!({ "format": "village-charts/1", "indicators": [indicator], "villages": villages }).to_string(),
    )
}

/// So many different figures, most of them low.
fn many(count: usize) -> Dataset {
    file("rate", (0..count).map(|i| json!(((i * 7919) % 1009) as f64 * ((i * 104_729) % 997) as f64 / 1e4)))
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

/// The dots of a role, with their radii; not the ground that parts them from what is under them.
fn dots(scene: &Scene) -> Vec<((f64, f64), f64, Role)> {
    let dot = |mark: &village_charts::scene::Mark| match mark.shape {
        Shape::Dot(at, radius) if mark.role != Role::Surface => Some((at, radius, mark.role)),
        _ => None,
    };
    scene.marks.iter().filter_map(dot).collect()
}

#[test]
fn every_place_is_an_item_from_the_least_number_on_those_without_one_last() {
    let data = dataset(COMMUNES);
    let scene = drawn(&data, &view("poor", "", 640.0));
    let all: Vec<_> = scene.items.iter().map(|item| [&*item.title, &item.value]).collect();
    assert_eq!(
        all,
        [
            ["Province", "about 3.4%"],
            ["Median of 5 communes", "4.9%"],
            ["Whole country", "5.2%"],
            ["Cẩm Thủy", "under 2.0%"],
            ["An Bình", "4.9%"],
            ["Đại Đồng", "4.9%"],
            ["Hòa Lạc", "5.0–7.5%"],
            ["Bắc Sơn", "9.3%"],
        ]
    );
    let income = drawn(&data, &view("income", "", 640.0));
    assert_eq!(income.items.last().map(|item| &*item.title), Some("Hòa Lạc"));
    assert!(is_said(&income, "1 of 5 communes has no figure."));
    assert_eq!(item(&scene, "an-bình-đông").notes[0], "Rank 3 to 4, shared, of 5");
    assert!(item(&scene, "hòa-lạc-tây").notes.contains(&"Rank 2 of 5".to_owned()));
}

#[test]
fn what_is_not_exact_is_a_line_and_no_dot() {
    let data = file(
        "rate",
        [json!(4), json!({ "range": [2, 6] }), json!({ "more_than": 5 }), json!({ "less_than": 3 })],
    );
    let scene = drawn(&data, &view("x", "", 640.0));
    let exact = dots(&scene);
    assert_eq!(exact.len(), 1, "{exact:?}");
    // the axis of the dots is the upper edge of all lines
    let area = |id: &str| {
        let at = scene.index_of(id).expect("an item");
        scene.targets.iter().find(|target| target.item == at).expect("a mark").area
    };
    let [line, to_right, to_left] = ["p1", "p2", "p3"].map(area);
    assert!(exact[0].0 .1 < line.y);
    let middle = line.x + line.width / 2.0;
    assert!((middle - exact[0].0 .0).abs() < 1.0, "4 is in the middle of 2 to 6: {middle}");
    assert!(to_right.x > exact[0].0 .0 && to_right.width < 20.0, "an arrow from 5 on");
    assert!(to_left.x < line.x, "from zero to 3");
    assert!(scene.summary.contains("over: more than stated"), "{}", scene.summary);
}

#[test]
fn a_median_is_said_where_no_other_number_can_be_it() {
    let of = |figures: [Json; 5]| drawn(&file("rate", figures), &view("x", "", 640.0));
    let known = of([json!(1), json!(2), json!(3), json!({ "more_than": 4 }), json!({ "range": [5, 9] })]);
    assert_eq!(item(&known, "median").value, "3%");
    let open = of([json!(1), json!(2), json!(3), json!({ "more_than": 2 }), json!({ "range": [5, 9] })]);
    assert!(!is_said(&open, "Median"));
    let about = of([json!(1), json!(2), json!(3), json!(4), json!({ "about": 5 })]);
    assert!(!is_said(&about, "Median"), "about 5 may be less than 3");
}

#[test]
fn the_axis_says_where_it_begins_if_not_at_zero() {
    let scene = drawn(&file("rate", [json!(94), json!(96), json!(97)]), &view("x", "", 640.0));
    assert!(is_said(&scene, "The axis begins at 94%, not at zero."), "{:?}", words(&scene));
    assert!(!scene.summary.contains("axis"), "who listens sees none: {}", scene.summary);
    let from_zero = drawn(&file("rate", [json!(4), json!(96), json!(97)]), &view("x", "", 640.0));
    assert!(!is_said(&from_zero, "not at zero"));
    let both = drawn(&file("change", [json!(-4), json!(6)]), &view("x", "", 640.0));
    assert!(!is_said(&both, "not at zero"));
}

#[test]
fn named_places_have_a_label_with_their_rank_and_the_others_are_quiet() {
    let data = dataset(PROVINCE);
    let scene = drawn(&data, &view("poor", "Mẫu Hà", 640.0));
    assert!(is_said(&scene, "Mẫu Hà"));
    assert!(is_said(&scene, "Rank 3 of 13"));
    // those of the key are smaller
    let strong = dots(&scene).into_iter().filter(|dot| dot.1 == 6.0 && dot.2 == Role::Solid).count();
    assert_eq!(strong, 1);
    let none = drawn(&data, &view("poor", "", 640.0));
    let missing = data.villages.iter().find(|village| {
        let figure = village.figures.get(0, data::TimePeriod::parse("2023"));
        figure.is_none_or(|figure| figure.value.stated().is_none())
    });
    let name = missing.expect("one without a figure").name.get(Locale::EN);
    let without = drawn(&data, &view("poor", name, 640.0));
    assert!(is_said(&without, &format!("{name}: ")), "{:?}", words(&without));
    assert!(dots(&none).iter().all(|dot| dot.2 == Role::Solid));
    let mut unknown = view("poor", "Mẫu X", 640.0);
    let finding = chart::scene(&data, &unknown, &Native::default()).expect_err("no such place");
    assert_eq!((finding.code, &*finding.found), ("unknown_place", "\"Mẫu X\""));
    unknown.update(Action::Places(None));
    unknown.update(Action::Only(Some("X".to_owned())));
    let finding = chart::scene(&data, &unknown, &Native::default()).expect_err("no such group");
    assert_eq!(finding.code, "unknown_group");
}

#[test]
fn one_group_alone_stands_on_the_axis_of_all() {
    let data = dataset(PROVINCE);
    let all = drawn(&data, &view("poor", "", 640.0));
    let mut view = view("poor", "", 640.0);
    view.update(Action::Group(Some("district".to_owned())));
    let district = data.villages[0].district.as_ref().expect("a district").get(Locale::EN).to_owned();
    view.update(Action::Only(Some(district.clone())));
    let one = drawn(&data, &view);
    assert!(one.title.contains(&district) && one.items.len() < all.items.len());
    for of in one.items.iter().filter(|of| !of.id.starts_with("median")) {
        let (x, before) = (of.area.x, item(&all, &of.id).area.x);
        assert!((x - before).abs() < 1.0, "{}: {x} and {before}", of.title);
    }
}

#[test]
fn a_search_marks_what_it_finds_among_all() {
    let data = dataset(PROVINCE);
    let mut view = view("poor", "", 640.0);
    view.update(Action::Filter(Filter { query: "ha".to_owned(), ..Filter::default() }));
    let scene = drawn(&data, &view);
    let found: Vec<&str> = scene.items.iter().map(|item| &*item.title).collect();
    assert!(found.contains(&"Mẫu Hà") && !found.contains(&"Mẫu An"), "{found:?}");
    assert!(dots(&scene).len() > 8, "the others stay");
    assert!(scene.answers[0].contains("of 14"), "{:?}", scene.answers);
    let picked = scene.controls.picked.as_ref().expect("places can be kept");
    assert!(picked.chosen.is_empty() && picked.found.iter().any(|of| of.name == "Mẫu Hà"));
}

#[test]
fn where_dots_have_no_room_columns_count_places() {
    let data = many(1350);
    let narrow = drawn(&data, &view("x", "p7", 328.0));
    assert!(is_said(&narrow, "The height of a column is the number of villages in it."));
    assert_eq!(dots(&narrow).len(), 1, "of the one that is named");
    let columns: Vec<&Item> = narrow.items.iter().filter(|item| item.id.starts_with("column-")).collect();
    let counts = columns.iter().map(|item| item.value.replace(',', ""));
    let sum: usize = counts
        .map(|value| value.split(' ').next().and_then(|n| n.parse::<usize>().ok()).expect("a number"))
        .sum();
    assert_eq!(sum, 1350);
    assert_eq!(columns[0].title, "0 to under 5%");
    assert!(!narrow.summary.contains("The height of a column"), "{}", narrow.summary);
    assert!(narrow.summary.contains("Place 7: "), "{}", narrow.summary);
    // the places themselves are a page at a time
    assert_eq!((narrow.controls.page, narrow.controls.pages, narrow.controls.whole), (0, 14, true));
    assert_eq!(narrow.items.len() - columns.len() - 1, 100, "and the median");
    let mut last = view("x", "p7", 328.0);
    last.update(Action::Page(13));
    let last = drawn(&data, &last);
    assert_eq!(last.items.len(), 50, "what they are compared with is on the first page");
    assert_eq!(narrow.marks.len(), last.marks.len());
    let few = drawn(&many(60), &view("x", "", 328.0));
    assert_eq!(dots(&few).len(), 60);
}

#[test]
fn places_that_are_named_are_the_first_of_a_list_that_has_pages() {
    let ids = |scene: &Scene| -> Vec<String> {
        let of_places = scene.items.iter().filter(|item| item.id.starts_with('p'));
        of_places.map(|item| item.id.clone()).collect()
    };
    let data = many(1350);
    let none = drawn(&data, &view("x", "", 640.0));
    let named = ids(&none).into_iter().rev().take(2).collect::<Vec<_>>();
    let scene = drawn(&data, &view("x", &named.join(","), 640.0));
    let mut first = ids(&scene);
    first.truncate(3);
    assert_eq!(first[..2], [named[1].clone(), named[0].clone()], "from the least on");
    assert_eq!(first[2], ids(&none)[0]);
    // the same marks stand out, and are those of the items
    let marked = |id: &str| {
        let at = scene.items.iter().position(|item| item.id == id);
        scene.marks.iter().any(|mark| mark.item.is_some() && mark.item == at)
    };
    assert!(marked(&named[0]) && marked(&named[1]));
    // where all are on one page, they stay where they are
    let few = many(60);
    assert_eq!(ids(&drawn(&few, &view("x", "p7", 640.0))), ids(&drawn(&few, &view("x", "", 640.0))));
}

#[test]
fn what_may_lie_in_several_columns_is_counted_in_none_and_said() {
    let exact = (0..900).map(|i| json!(f64::from(i % 300) / 10.0));
    let open = (0..600).map(|i| json!({ "range": [i % 20, i % 20 + 9] }));
    let scene = drawn(&file("rate", exact.chain(open)), &view("x", "", 640.0));
    assert!(
        is_said(&scene, "In no column, since their figures may lie in several: 600 villages."),
        "{:?}",
        words(&scene)
    );
    assert!(scene.summary.contains("In no column"), "{}", scene.summary);
}

#[test]
fn a_finger_finds_the_nearest_dot_also_of_another_page() {
    let data = many(300);
    let of = |page: usize| {
        let mut view = view("x", "", 1168.0);
        view.update(Action::Page(page));
        drawn(&data, &view)
    };
    let scene = of(0);
    assert_eq!(scene.controls.pages, 3);
    for page in 0..3 {
        let there = of(page);
        for (i, item) in there.items.iter().enumerate().filter(|(_, item)| item.id.starts_with('p')) {
            let (x, y) = (item.area.x + item.area.width / 2.0, item.area.y + item.area.height / 2.0);
            let expected = if page == 0 { i } else { scene.items.len() + page };
            assert_eq!(scene.hit(x, y), Some(expected), "{}", item.title);
            assert_eq!(there.hit(x, y), Some(i));
        }
    }
    let Item { area, .. } = scene.items.last().expect("a dot");
    let highest = scene.items.iter().map(|item| item.area.y).fold(f64::INFINITY, f64::min);
    assert!(scene.hit(area.x, highest - 60.0).is_none_or(|hit| scene.items[hit].id.starts_with("median")));
    let lone = drawn(&file("rate", [json!(0), json!(50), json!(100)]), &view("x", "", 640.0));
    let dot = lone.items[1].area;
    let (x, y) = (dot.x + dot.width / 2.0, dot.y + dot.height / 2.0);
    assert_eq!(lone.hit(x - 18.0, y - 8.0), Some(1));
    assert_eq!(lone.hit(x - 60.0, y), None);
}

#[test]
fn a_table_is_that_of_the_ranking() {
    let data = dataset(COMMUNES);
    let mut as_ranking = view("poor", "", 640.0);
    let spread = chart::table(&data, &as_ranking, &Native::default()).expect("a table");
    as_ranking.update(Action::Kind(Kind::Ranking));
    let ranking = chart::table(&data, &as_ranking, &Native::default()).expect("a table");
    assert_eq!(spread.rows, ranking.rows);
}

#[test]
fn a_fragment_has_all_of_it_and_no_pages_to_turn() {
    let data = many(300);
    let options = embed::Options::default();
    let html = embed::fragment(&data, "{}", &view("x", "p7", 0.0), &options, &Native::default()).expect("it");
    assert!(!html.contains("part=\"pager\""));
    assert!(html.contains("Place 7"));
    assert!(!draw::svg(&drawn(&data, &view("x", "", 640.0)), &Theme::Light, Locale::EN, &Native::default())
        .contains("Page 1"));
}

#[test]
fn labels_stand_apart_and_within_the_picture() {
    let long = "Thị trấn Phú Minh Thượng Hạ Sơn Đông";
    let mut of_long: Vec<Json> = Vec::new();
    for i in 0..40 {
        of_long.push(json!({ "name": format!("{long} {i}"), "figures": { "x": i * i } }));
    }
    let indicator = json!({ "id": "x", "name": "Rate", "kind": "amount",
                            "unit": { "currency": "VND", "scale": "million" }, "per": "year" });
    let of_long =
        json!({ "format": "village-charts/1", "indicators": [indicator], "villages": of_long }).to_string();
    let named = format!("{long} 1,{long} 20,{long} 21,{long} 39");
    let cases = [
        (PROVINCE, "poor", "Mẫu An,Mẫu Hà,Mẫu Lâm"),
        (COMMUNES, "migration", "An Bình,Bắc Sơn,Hòa Lạc"),
        (&of_long, "x", &named),
    ];
    for (json, indicator, places) in cases {
        let data = dataset(json);
        for width in [192.0, 288.0, 328.0, 560.0, 700.0, 1168.0] {
            let scene = drawn(&data, &view(indicator, places, width));
            sound(&scene);
            let mut boxes: Vec<(f64, f64, f64, f64)> = Vec::new();
            for mark in &scene.marks {
                let Shape::Text(runs, (x, y), anchor) = &mark.shape else { continue };
                assert!(runs.iter().all(|run| !run.text.contains('…')), "{width}: {runs:?}");
                let width: f64 = runs.iter().map(|run| run.gap + run.width).sum();
                let left = match format!("{anchor:?}").as_str() {
                    "Start" => *x,
                    "End" => x - width,
                    _ => x - width / 2.0,
                };
                boxes.push((left, y - 7.0, left + width, y + 7.0));
            }
            for (i, a) in boxes.iter().enumerate() {
                for b in &boxes[i + 1..] {
                    let apart = a.2 <= b.0 + 0.5 || b.2 <= a.0 + 0.5 || a.3 <= b.1 + 0.5 || b.3 <= a.1 + 0.5;
                    assert!(apart, "{indicator} {width}: {a:?} {b:?} {:?}", words(&scene));
                }
            }
        }
    }
}

#[test]
fn it_is_heard_in_words_in_every_language() {
    let mut all = String::new();
    for locale in languages() {
        let few = drawn(&dataset(COMMUNES), &{
            let mut view = view("poor", "An Bình", 640.0);
            view.update(Action::Locale(Locale::new(locale).expect("a language")));
            view
        });
        let many = drawn(&many(1350), &{
            let mut view = view("x", "p7", 640.0);
            view.update(Action::Locale(Locale::new(locale).expect("a language")));
            view
        });
        for scene in [&few, &many] {
            all += &format!("{}\n{}\n", scene.title, scene.summary);
            for item in scene.items.iter().take(7) {
                all += &format!("- {}\n", item.spoken);
            }
            all += "\n";
        }
    }
    insta::assert_snapshot!("heard-spread", all.trim_end());
}

fn figure() -> impl Strategy<Value = Json> {
    (0..12, -500..500_i32, 1..90_i32).prop_map(|(kind, at, more)| {
        let (x, y) = (f64::from(at) / 10.0, f64::from(at + more) / 10.0);
        figure_of(kind, x, y)
    })
}

fn figure_of(kind: i32, x: f64, y: f64) -> Json {
    match kind {
        0 => json!({ "range": [x, y] }),
        1 => json!({ "more_than": x }),
        2 => json!({ "at_most": x }),
        3 => json!({ "about": x, "provisional": true }),
        4 => json!({ "nearly": x }),
        5 => json!({ "missing": "none" }),
        6 => json!({ "estimate": (x + y) / 2.0, "interval": [x, y] }),
        7 => json!({ "exact": x, "few_cases": true, "estimated": true }),
        _ => json!(x),
    }
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

/// Two dots of places of which one lies over the other. Those of the key have no item.
fn hidden(scene: &Scene) -> Option<[(f64, f64); 2]> {
    let mut all = Vec::new();
    for mark in &scene.marks {
        if let (Shape::Dot(at, radius), Some(item)) = (&mark.shape, mark.item) {
            if mark.role != Role::Surface {
                all.push((*at, *radius, item));
            }
        }
    }
    for (i, (a, size, of)) in all.iter().enumerate() {
        for (b, other, by) in &all[i + 1..] {
            if of != by && (a.0 - b.0).hypot(a.1 - b.1) < size + other {
                return Some([*a, *b]);
            }
        }
    }
    None
}

/// A dot may be wider than the interval that it stands in.
#[test]
fn dots_of_narrow_intervals_do_not_touch() {
    let estimate = |i: u32| {
        let at = 40.0 + f64::from(i) * 0.4;
        json!({ "estimate": at, "interval": [at - 0.01, at + 0.01] })
    };
    for width in [320.0, 640.0, 1200.0] {
        let data = file("rate", (0..60).map(estimate));
        assert_eq!(hidden(&drawn(&data, &view("x", "", width))), None, "{width}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever a file has: all of it within the picture, each place told of, no dot over another, and no order that
    /// the figures do not carry.
    #[test]
    fn any_figures_are_drawn_and_heard(
        figures in prop_oneof![
            3 => prop::collection::vec(figure(), 1..140),
            1 => prop::collection::vec(figure(), 500..640),
        ],
        is_signed in any::<bool>(),
        width in 192.0..1200.0_f64,
        dark in any::<bool>(),
    ) {
        let figures: Vec<Json> = match is_signed {
            true => figures,
            false => figures.iter().map(above_zero).collect(),
        };
        let data = file(if is_signed { "change" } else { "rate" }, figures.clone());
        let view = view("x", if figures.len() > 3 { "p1,p3" } else { "" }, width);
        let Ok(scene) = chart::scene(&data, &view, &Native::default()) else {
            prop_assert!(figures.iter().all(|figure| figure.get("missing").is_some()));
            return Ok(());
        };
        sound(&scene);
        let theme = if dark { Theme::Dark } else { Theme::Light };
        well_formed(&draw::svg(&scene, &theme, Locale::EN, &Native::default()));
        let mut told = 0;
        for page in 0..scene.controls.pages {
            let mut view = view.clone();
            view.update(Action::Page(page));
            told += drawn(&data, &view).items.iter().filter(|item| item.id.starts_with('p')).count();
        }
        prop_assert_eq!(told, figures.len());
        prop_assert_eq!(hidden(&scene), None);
        let values: Vec<_> = data.villages.iter().map(|v| &v.figures.get(0, None).expect("one").value).collect();
        let ranks = village_charts::figure::ranks(&values);
        for item in scene.items.iter().filter(|item| item.id.starts_with('p')) {
            let at: usize = item.id[1..].parse().expect("a number");
            let said = item.notes.iter().find(|note| note.starts_with("Rank "));
            if let (Some(rank), Some(said)) = (ranks[at], said) {
                let numbers: Vec<usize> = said.split([' ', ',']).filter_map(|word| word.parse().ok()).collect();
                if !said.contains("open") {
                    prop_assert_eq!(numbers[0], rank.best, "{}", said);
                    prop_assert_eq!(numbers[numbers.len() - 2], rank.worst, "{}", said);
                }
            }
        }
    }
}
