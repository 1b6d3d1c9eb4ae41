//! The list of villages: every one is counted, told from the others, and drawn on one axis.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::draw::{self, Theme};
use village_charts::platform::{Digits, Font, Native, Platform};
use village_charts::scene::{Mark, Role, Scene, Shape};
use village_charts::table::Form;
use village_charts::text::{Argument, Locale, Message};
use village_charts::view::{Action, Filter, Kind, Sort, View};
use village_charts::{card, chart, data};

fn dataset(villages: &Json) -> data::Dataset {
    of_sections(json!({ "villages": villages, "revenue": { "unit": "million_vnd", "per": "year" } }))
}

fn of_sections(mut file: Json) -> data::Dataset {
    file["format"] = "village-charts/1".into();
    let reading = data::read(file.to_string().as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn view(locale: Locale, width: f64, actions: &[Action]) -> View {
    let mut view = View::new(Kind::Revenue, locale, width);
    for action in actions {
        view.update(action.clone());
    }
    view
}

fn scene(data: &data::Dataset, locale: Locale, width: f64, actions: &[Action]) -> Scene {
    chart::scene(data, &view(locale, width, actions), &Native::default()).expect("a scene")
}

fn english(villages: &Json) -> Scene {
    scene(&dataset(villages), Locale::EN, 640.0, &[])
}

fn runs(marks: &[Mark]) -> Vec<(String, bool)> {
    let runs = marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(runs, ..) => Some(runs.iter().map(|run| (run.text.clone(), run.font.bold))),
        _ => None,
    });
    runs.flatten().collect()
}

fn texts(scene: &Scene) -> String {
    runs(&scene.marks).into_iter().map(|run| run.0).collect::<Vec<_>>().join(" ")
}

fn titles(scene: &Scene) -> Vec<&str> {
    scene.items.iter().map(|item| item.title.as_str()).collect()
}

fn find(query: &str, district: &str) -> Action {
    let (query, district) = (query.to_owned(), district.to_owned());
    Action::Filter(Filter { query, district, ..Filter::default() })
}

/// Thirty villages, the first of them far above the last.
fn thirty() -> Json {
    let village = |i: i32| {
        let (name, district) = (format!("V{i}"), format!("D{}", i % 3));
        json!({ "name": name, "district": district, "revenue": 1000.0 / f64::from(i) })
    };
    (1..=30).map(village).collect()
}

/// The length of each bar for one unit of its amount, where it is long enough to be measured.
fn scales(scene: &Scene) -> Vec<f64> {
    let length = |i: usize| {
        let own = scene.marks.iter().filter(|m| m.item == Some(i) && m.role == Role::Solid);
        own.map(|m| m.shape.points().iter().map(|p| p.0).fold(f64::MIN, f64::max) - m.shape.points()[0].0)
            .next()
    };
    let amount = |i: usize| scene.items.get(i).and_then(|item| item.cells.figure.value.stated()).map(|s| s.0);
    let scales = (0..scene.items.len()).filter_map(|i| Some((length(i)?, amount(i)?)));
    scales.filter(|(length, _)| *length > 1.0).map(|(length, amount)| length / amount).collect()
}

#[test]
fn a_bar_has_its_length_on_every_page_and_whatever_is_looked_for() {
    let data = dataset(&thirty());
    for width in [360.0, 640.0, 1200.0] {
        let first = scene(&data, Locale::EN, width, &[]);
        let scale = scales(&first)[0];
        for actions in [
            vec![Action::Page(1)],
            vec![Action::Sort(Sort::Name)],
            vec![Action::Sort(Sort::Name), Action::Page(1)],
            vec![find("V2", "")],
            vec![find("", "D0")],
        ] {
            let other = scene(&data, Locale::EN, width, &actions);
            let scales = scales(&other);
            assert!(!scales.is_empty(), "{width} {actions:?}: some of its bars are long enough");
            for one in scales {
                assert!((one / scale - 1.0).abs() < 1e-9, "{width} {actions:?}: {one}, on page 1 {scale}");
            }
        }
    }
}

#[test]
fn every_label_has_room_beside_its_bar_on_the_axis_of_all() {
    // long words beside the longest bars, on another page than the greatest figure and in another district
    let mut villages: Vec<Json> =
        (0..25).map(|i| json!({ "name": format!("V{i}"), "district": "A", "revenue": 1000 + i })).collect();
    let long = json!({ "at_least": 990, "estimated": true });
    villages.push(json!({ "name": "Long", "district": "B", "revenue": long }));
    let data = dataset(&villages.into());
    for action in [Action::Page(1), find("", "B")] {
        let scene = scene(&data, Locale::EN, 640.0, &[action]);
        let text = texts(&scene);
        assert!(text.contains("estimated 990 million đồng or more"), "{text}");
    }
}

#[test]
fn a_threshold_has_one_range_on_all_pages() {
    let data = dataset(&thirty());
    let at = Action::Threshold(Some(500.0));
    let first = scene(&data, Locale::EN, 640.0, std::slice::from_ref(&at)).controls.threshold;
    let second = scene(&data, Locale::EN, 640.0, &[at, Action::Page(1)]).controls.threshold;
    let (first, second) = (first.expect("a line"), second.expect("a line"));
    assert_eq!((first.most, first.start, first.length), (second.most, second.start, second.length));
}

#[test]
fn a_village_without_a_figure_is_counted_said_and_listed_at_the_end() {
    let villages = json!([{ "name": "F", "revenue": null }, { "name": "A", "revenue": 3 }, { "name": "G" }]);
    let data = dataset(&villages);
    let english = scene(&data, Locale::EN, 640.0, &[]);
    assert_eq!(titles(&english), ["A", "F", "G"]);
    assert_eq!(english.items[1].value, "no figure");
    assert!(english.summary.starts_with("3 villages, 2 of them without a figure."), "{}", english.summary);
    assert!(texts(&english).contains("2 of 3 villages have no figure."), "{}", texts(&english));
    let platform = Native::default();
    let table = chart::table(&data, &view(Locale::EN, 640.0, &[]), &platform).expect("a table");
    assert_eq!(table.rows.len(), 3);
    assert_eq!(table.rows[2][1..6], ["G", "", "no figure", "no number", ""]);
    assert!(table.csv().contains("\r\n,G,,no figure,") || table.csv().contains(",G,,no figure,"));
    let card = card::svg(&data, &view(Locale::EN, 0.0, &[]), Theme::Light, &platform).expect("it has room");
    assert!(card.contains(">G<") && card.contains("2 of 3 villages have no figure."), "{card}");

    let vietnamese = scene(&data, Locale::VI, 360.0, &[find("G", "")]);
    assert_eq!(vietnamese.answers, ["1 trong 3 làng."]);
    assert_eq!(vietnamese.items[0].value, "không có số liệu");
    assert!(vietnamese.summary.starts_with("3 làng, trong đó 2 không có số liệu."), "{}", vietnamese.summary);
    assert!(texts(&vietnamese).contains("1 trong 1 làng không có số liệu."));
    // nothing is known of it, so the line leaves it neither over nor under
    let asked = scene(&data, Locale::EN, 640.0, &[Action::Threshold(Some(2.0))]);
    assert_eq!(
        asked.answers,
        ["Over 2 million dong a year: 1 village. Without a figure: F (no figure), G (no figure)."]
    );
}

#[test]
fn villages_without_a_figure_are_counted_on_every_page() {
    let mut villages: Vec<Json> = (0..30).map(|i| json!({ "name": format!("V{i}"), "revenue": i })).collect();
    villages.insert(0, json!({ "name": "None" }));
    let data = dataset(&villages.into());
    for page in 0..2 {
        let scene = scene(&data, Locale::EN, 640.0, &[Action::Page(page)]);
        assert!(texts(&scene).contains("1 of 31 villages has no figure."), "{}", texts(&scene));
        assert_eq!(scene.items.last().map(|i| &*i.title) == Some("None"), page == 1);
    }
}

/// Its ends are drawn beside the places that they stand for.
#[test]
fn a_whisker_lies_within_the_picture() {
    let estimate = |at: f64, low: f64, high: f64| json!({ "estimate": at, "interval": [low, high] });
    for kind in ["rate", "change"] {
        for (at, low, high) in
            [(30.0, 0.0, 50.0), (48.0, 45.0, 50.0), (-30.0, -50.0, 0.0), (0.0, -50.0, 50.0)]
        {
            if kind == "rate" && low < 0.0 {
                continue;
            }
            let data = of_sections(json!({
                "indicators": [{ "id": "x", "name": "X", "kind": kind, "unit": "percent" }],
                "villages": [
                    { "name": "A", "figures": { "x": estimate(at, low, high) } },
                    { "name": "B", "figures": { "x": 1 } },
                ],
            }));
            for width in [120.0, 360.0, 640.0, 1200.0] {
                let scene = scene(&data, Locale::EN, width, &[Action::Kind(Kind::Ranking)]);
                for mark in scene.marks.iter().filter(|mark| mark.item.is_some()) {
                    if let Shape::Rect(rect) = &mark.shape {
                        let is_within = rect.x >= 0.0 && rect.x + rect.width <= width + 1e-6;
                        assert!(is_within, "{kind} {low} to {high} at {width}: {rect:?} of {:?}", mark.role);
                    }
                }
            }
        }
    }
}

/// Statistics offices say in a sentence why a number is not shown.
#[test]
fn why_there_is_no_figure_is_not_cut_off() {
    let why = "Percentage not shown; based on fewer than 25 unweighted cases";
    let data = dataset(&json!([
        { "name": "Nicobar", "revenue": { "missing": why } },
        { "name": "Kurnool", "revenue": 78 },
    ]));
    for width in [320.0, 360.0, 480.0, 560.0, 640.0, 1200.0] {
        let scene = scene(&data, Locale::EN, width, &[]);
        let all = texts(&scene);
        assert!(all.contains(why), "{width}: {all}");
    }
}

#[test]
fn a_list_in_which_no_village_has_a_figure_is_no_chart() {
    let data = dataset(&json!([{ "name": "A" }, { "name": "B", "revenue": null }]));
    let error =
        chart::scene(&data, &view(Locale::EN, 640.0, &[]), &Native::default()).expect_err("no figure");
    assert_eq!(error.code, "missing_section");
}

#[test]
fn villages_of_one_name_show_what_tells_them_apart() {
    let districts = json!([
        { "name": "Alue Lhok", "district": "Bubon", "craft": "wood", "revenue": 809 },
        { "name": "Alue Lhok", "district": "Paya Bakong", "revenue": 792 },
        { "name": "Other", "district": "Bubon", "revenue": 5 },
    ]);
    let ids = json!([
        { "id": "PH1", "name": "Poblacion", "revenue": 3 },
        { "id": "PH2", "name": "Poblacion", "revenue": 5 },
    ]);
    for width in [360.0, 640.0] {
        let scene = scene(&dataset(&districts), Locale::EN, width, &[]);
        let about: Vec<&str> = scene.items.iter().map(|item| item.subtitle.as_str()).collect();
        assert_eq!(about, ["Bubon, wood", "Paya Bakong", ""]);
        assert!(texts(&scene).contains("Bubon, wood") && texts(&scene).contains("Paya Bakong"));
        let spoken = &scene.items[1].spoken;
        assert!(spoken.starts_with("Alue Lhok, Paya Bakong: 792"), "{spoken}");
        assert!(!spoken.contains("District"), "it is said already: {spoken}");
        assert!(scene.items[2].spoken.contains("District: Bubon"), "the only one of its name");
    }
    assert_eq!(english(&ids).items[0].subtitle, "PH2");
    assert_eq!(titles(&scene(&dataset(&ids), Locale::EN, 640.0, &[find("ph1", "")])), ["Poblacion"]);
    let platform = Native::default();
    let table = chart::table(&dataset(&ids), &view(Locale::EN, 640.0, &[]), &platform).expect("a table");
    assert_eq!(table.rows[0][1..3], ["Poblacion", "PH2"]);
    let card = card::svg(&dataset(&ids), &view(Locale::EN, 0.0, &[]), Theme::Light, &platform).expect("room");
    assert!(card.contains("(PH1)") && card.contains("(PH2)"), "{card}");
    // an id is shown where the district is the same, and only there
    let both = json!([
        { "id": "1", "name": "An Xá", "district": "X", "revenue": 4 },
        { "id": "2", "name": "an xá", "district": "X", "revenue": 3 },
        { "id": "3", "name": "An Xá", "district": "Y", "revenue": 2 },
        { "id": "4", "name": "An Xá", "revenue": 1 },
    ]);
    let both = english(&both);
    let about: Vec<&str> = both.items.iter().map(|item| item.subtitle.as_str()).collect();
    assert_eq!(about, ["X, 1", "X, 2", "Y", "4"]);
}

/// What is seen along the middle of an item's bar, one letter for each pixel: S solid, l light, O outline, `.` nothing.
fn along(scene: &Scene, item: usize, ratio: f64) -> String {
    let own = || scene.marks.iter().filter(move |m| m.item == Some(item));
    let pixel = |x: f64| (x * ratio).round() as usize;
    let bars = own().filter(|m| matches!(m.role, Role::Solid | Role::Soft | Role::Outline));
    let heights = bars.filter_map(|m| match m.shape {
        Shape::Rect(r) if r.height > 8.0 => Some(r.y + r.height / 2.0),
        _ => None,
    });
    let Some(middle) = heights.reduce(|_, last| last).map(pixel) else { return String::new() };
    let mut line = vec!['.'; pixel(scene.width)];
    for mark in own() {
        let letter = match mark.role {
            Role::Solid => 'S',
            Role::Soft => 'l',
            Role::Outline => 'O',
            _ => '.',
        };
        let mut fill = |from: usize, to: usize| (from..to.max(from + 1)).for_each(|x| line[x] = letter);
        match mark.shape {
            Shape::Rect(r) if pixel(r.y) <= middle && middle < pixel(r.y + r.height) => {
                fill(pixel(r.x), pixel(r.x + r.width));
            }
            Shape::Frame(r, width) if r.y * ratio < middle as f64 => {
                fill(pixel(r.x), pixel(r.x) + pixel(width));
                fill(pixel(r.x + r.width) - pixel(width), pixel(r.x + r.width));
            }
            _ => {}
        }
    }
    line.into_iter().collect::<String>().trim_matches('.').to_owned()
}

#[test]
fn zero_is_drawn_as_zero_and_a_short_range_keeps_its_light_part() {
    let villages = json!([
        { "name": "Big", "revenue": 1820 },
        { "name": "Band", "revenue": { "range": [10, 19] } },
        { "name": "Under", "revenue": { "less_than": 9 } },
        { "name": "At most", "revenue": { "at_most": 8 } },
        { "name": "One", "revenue": 1 },
        { "name": "Zero", "revenue": 0 },
    ]);
    for width in [360.0, 640.0, 1200.0] {
        let scene = scene(&dataset(&villages), Locale::EN, width, &[]);
        let item = |name| scene.items.iter().position(|i| i.title == name).expect("it is listed");
        for ratio in [1.0, 2.0, 3.0] {
            let seen = |name| along(&scene, item(name), ratio);
            assert_eq!(seen("Zero"), "", "{width} {ratio}");
            assert!(seen("One").starts_with('S'), "{width} {ratio}: {:?}", seen("One"));
            for name in ["Band", "Under", "At most"] {
                let light = seen(name).matches('l').count();
                assert!(light as f64 >= 1.5 * ratio, "{width} {ratio} {name}: {:?}", seen(name));
            }
            assert!(seen("Band").starts_with('S'), "{width} {ratio}: {:?}", seen("Band"));
        }
    }
}

#[test]
fn a_part_of_one_is_wider_in_a_stack_than_a_part_of_none() {
    let part = |name: &str, value: u32| json!({ "name": name, "value": value });
    let parts = [part("a", 43), part("b", 0), part("c", 485), part("d", 1), part("e", 0), part("f", 10)];
    let whole = json!({ "name": "W", "value": 539 });
    let group = json!({ "whole": whole, "relation": "disjoint", "layout": "stacked", "subsets": parts });
    let data = of_sections(json!({ "village_counts": { "groups": [group] } }));
    for width in [360.0, 1200.0] {
        let view = View::new(Kind::Villages, Locale::EN, width);
        let scene = chart::scene(&data, &view, &Native::default()).expect("a scene");
        let alone = |i: usize| along(&scene, i + 1, 1.0);
        assert!(alone(3).contains('S') && alone(5).contains('S'), "{:?}", alone(3));
        assert!(!alone(1).contains('S') && !alone(4).contains('S'), "{:?}", alone(1));
        // in the stack, no gap lies over all of the part of one
        let stack = scene.marks.iter().filter(|m| m.item.is_none()).filter_map(|m| match m.shape {
            Shape::Rect(r) if matches!(m.role, Role::Solid | Role::Surface) => Some((m.role, r)),
            _ => None,
        });
        let stack: Vec<_> = stack.collect();
        let solid: Vec<_> = stack.iter().filter(|(role, _)| *role == Role::Solid).map(|(_, r)| *r).collect();
        assert_eq!(solid.len(), 4, "parts of none have no mark");
        let one = solid[2];
        for (_, gap) in stack.iter().filter(|(role, _)| *role == Role::Surface) {
            let covered = (one.x + one.width).min(gap.x + gap.width) - one.x.max(gap.x);
            assert!(covered <= 0.01, "{gap:?} over {one:?}");
        }
    }
}

fn places(revenues: &[Json]) -> Vec<String> {
    let village = |(i, revenue): (usize, &Json)| json!({ "name": format!("V{i}"), "revenue": revenue });
    let scene = english(&revenues.iter().enumerate().map(village).collect());
    let mut notes: Vec<_> = scene.items.iter().map(|i| (i.title.clone(), i.notes[0].clone())).collect();
    notes.sort();
    notes.into_iter().map(|note| note.1).collect()
}

#[test]
fn figures_that_read_alike_share_a_place_and_equal_ones_leave_nothing_open() {
    assert_eq!(
        places(&[json!(0.1 + 0.2), json!(0.3), json!(99.999_999_9), json!(100)]),
        [
            "Rank 3 to 4, shared, of 4",
            "Rank 3 to 4, shared, of 4",
            "Rank 1 to 2, shared, of 4",
            "Rank 1 to 2, shared, of 4"
        ]
    );
    assert_eq!(places(&[json!(7), json!(7), json!(7)]), ["Rank 1 to 3, shared, of 3"; 3]);
    // two that may differ are left open, also beside one that is exact
    let over = json!({ "more_than": 7 });
    assert_eq!(places(&[over.clone(), over]), ["Rank left open among 2"; 2]);
    let mixed = places(&[json!(7), json!(7), json!({ "at_least": 7 }), json!(1)]);
    assert_eq!(mixed, ["Rank 1 to 3 of 4", "Rank 1 to 3 of 4", "Rank 1 to 3 of 4", "Rank 4 of 4"]);
    let below = places(&[json!(7), json!(7), json!({ "nearly": 8 })]);
    assert_eq!(below, ["Rank left open among 3"; 3]);
    let selected = of_sections(json!({
        "villages": [{ "name": "A", "revenue": 7 }, { "name": "B", "revenue": 7 }],
        "revenue": { "unit": "million_vnd", "per": "year", "selection": true },
    }));
    let scene = scene(&selected, Locale::VI, 640.0, &[]);
    assert_eq!(scene.items[0].notes[0], "Hạng từ 1 đến 2, đồng hạng, trong 2 làng được nêu");
}

#[test]
fn numbers_of_things_have_their_thousands_mark_and_one_is_not_several() {
    let villages: Json =
        (0..20_020).map(|i| json!({ "name": format!("V{i}"), "revenue": i % 9_000 })).collect();
    let data = dataset(&villages);
    let english = scene(&data, Locale::EN, 640.0, &[find("V1999", "")]);
    assert!(texts(&english).contains("11 of 20,020 villages."));
    assert_eq!(english.answers, ["11 of 20020 villages."]);
    assert!(english.summary.starts_with("20020 villages."), "{}", english.summary);
    assert!(english.items[0].notes[0].ends_with(" of 20,020"), "{}", english.items[0].notes[0]);
    let vietnamese = scene(&data, Locale::VI, 640.0, &[]);
    assert!(vietnamese.summary.starts_with("20020 làng."), "{}", vietnamese.summary);
    let svg = draw::svg(&vietnamese, &Theme::Light, Locale::VI, &Native::default());
    assert!(svg.contains("Trang 1 trong 1.001"));
    let over = scene(&data, Locale::EN, 640.0, &[Action::Threshold(Some(100.0))]);
    assert!(texts(&over).contains("Over 100 million đồng a year: 19,"), "{:?}", over.answers);
    let alone = self::english(&json!([{ "name": "A", "revenue": 1 }]));
    assert!(alone.summary.starts_with("1 village."), "{}", alone.summary);
}

#[test]
fn a_filter_offers_every_district_and_every_craft() {
    let village = |i: i32| {
        let (district, craft) =
            (format!("District {}", i % 368), format!("craft {}, other {}", i % 777, i % 3));
        json!({ "name": format!("V{i}"), "district": district, "craft": craft, "revenue": i })
    };
    let choices = english(&(0..1000).map(village).collect()).controls.find.expect("a long list");
    assert_eq!((choices.districts.len(), choices.crafts.len()), (368, 780));
}

/// A label's runs: which of them are bold.
fn label(value: &Json, locale: Locale) -> Vec<(String, bool)> {
    let villages = json!([{ "name": "A", "revenue": value }, { "name": "B", "revenue": 1 }]);
    let scene = scene(&dataset(&villages), locale, 640.0, &[]);
    let own: Vec<Mark> = scene.marks.iter().filter(|m| m.item == scene.index_of("a")).cloned().collect();
    runs(&own).into_iter().skip(1).collect()
}

#[test]
fn a_number_and_its_qualifier_are_bold_and_its_unit_is_not() {
    let bold = |text: &str| (text.to_owned(), true);
    let light = |text: &str| (text.to_owned(), false);
    let at_least = json!({ "at_least": 50 });
    assert_eq!(label(&at_least, Locale::EN), [bold("50"), light("million đồng"), bold("or more")]);
    assert_eq!(label(&at_least, Locale::VI), [bold("từ 50"), light("triệu đồng"), bold("trở lên")]);
    let estimated = json!({ "at_least": 50, "estimated": true });
    assert_eq!(label(&estimated, Locale::VI), [bold("ước từ 50"), light("triệu đồng"), bold("trở lên")]);
    for (value, english, vietnamese) in [
        (json!(50), "50", "50"),
        (json!({ "about": 50 }), "about 50", "khoảng 50"),
        (json!({ "about": 50, "estimated": true }), "estimated about 50", "ước khoảng 50"),
        (json!({ "more_than": 50 }), "over 50", "trên 50"),
        (json!({ "at_most": 50 }), "at most 50", "tối đa 50"),
        (json!({ "range": [4, 5.5] }), "4–5.5", "4–5,5"),
    ] {
        assert_eq!(label(&value, Locale::EN), [bold(english), light("million đồng")]);
        assert_eq!(label(&value, Locale::VI), [bold(vietnamese), light("triệu đồng")]);
    }
    assert_eq!(label(&json!({ "missing": "not asked" }), Locale::EN), [light("not asked")]);
}

#[test]
fn what_leads_says_its_qualifier_around_the_unit() {
    let at_least = json!({ "at_least": 7000 });
    let file = of_sections(json!({
        "villages": [{ "name": "A", "revenue": at_least }, { "name": "B", "revenue": 1 }],
        "revenue": { "unit": "million_vnd", "per": "year", "total": at_least },
        "village_counts": { "counts": [{ "name": "Villages", "value": at_least, "unit": "làng" }] },
    }));
    for width in [200.0, 360.0, 640.0] {
        let text = texts(&scene(&file, Locale::EN, width, &[]));
        assert!(text.starts_with("7,000 million đồng a year or more "), "{width}: {text}");
        let text = texts(&scene(&file, Locale::VI, width, &[]));
        assert!(text.starts_with("từ 7.000 triệu đồng/năm trở lên "), "{width}: {text}");
        assert!(text.contains("từ 7.000 triệu đồng trở lên"), "{width}: {text}");
        let view = View::new(Kind::Villages, Locale::VI, width);
        let text = texts(&chart::scene(&file, &view, &Native::default()).expect("a scene"));
        assert!(text.starts_with("từ 7.000 làng trở lên"), "{width}: {text}");
    }
    let view = view(Locale::EN, 0.0, &[]);
    let card = card::svg(&file, &view, Theme::Light, &Native::default()).expect("it has room");
    assert!(card.contains(">or more<"), "in a run of its own, after the unit: {card}");
}

/// Places with all that the chart of a list can be of: several indicators, times and languages, names that are told
/// apart, groups of two kinds, sources and dates.
fn communes() -> data::Dataset {
    let mut villages = Vec::new();
    for i in 0..23_u32 {
        let (name, district) = (i % 17, i % 4);
        let turned = |by: u32| f64::from((i * by) % 47);
        let mut figures =
            json!({ "a": { "2020": turned(7), "2021": { "exact": turned(11), "source": "two" } } });
        if i % 5 > 0 {
            figures["b"] = json!({ "2021": { "more_than": turned(5), "as_of": "2022-01-02" } });
        }
        villages.push(json!({
            "name": { "vi": format!("Làng {name}"), "en": format!("Place {}", (name * 5) % 17) },
            "district": { "vi": format!("Huyện {district}"), "en": format!("District {}", 9 - district) },
            "craft": { "vi": if i % 3 > 0 { "gốm" } else { "lụa" }, "en": if i % 3 > 0 { "pots" } else { "silk" } },
            "figures": figures,
            "revenue": turned(13),
        }));
    }
    of_sections(json!({
        "as_of": "2023-04-05",
        "sources": [{ "id": "one", "name": "One" }, { "id": "two", "name": "Two" }],
        "indicators": [
            { "id": "a", "name": "A", "kind": "count", "unit": "people" },
            { "id": "b", "name": "B", "kind": "rate", "unit": "percent", "source": "two" },
        ],
        "references": [{ "name": "All", "indicator": "b", "figures": { "2021": 3 } }],
        "revenue": { "unit": "billion_vnd", "per": "year" },
        "villages": villages,
    }))
}

/// All that a reader or a page can ask of a list, each with what takes it back or asks for another.
fn changes() -> Vec<Action> {
    let text = |text: &str| Some(text.to_owned());
    let time = |time: &str| village_charts::data::TimePeriod::parse(time);
    let craft = |craft: &str| Action::Filter(Filter { craft: craft.to_owned(), ..Filter::default() });
    vec![
        Action::Kind(Kind::Revenue),
        Action::Kind(Kind::Ranking),
        Action::Locale(Locale::EN),
        Action::Locale(Locale::VI),
        Action::Indicator(text("b")),
        Action::Indicator(None),
        Action::Time(time("2020")),
        Action::Time(time("2021")),
        Action::Time(None),
        Action::Sort(Sort::Name),
        Action::Sort(Sort::Value),
        Action::Group(text("district")),
        Action::Only(text("Huyện 2")),
        Action::Only(None),
        Action::Group(text("craft")),
        Action::Group(None),
        find("1", ""),
        find("place 2", ""),
        craft("gốm"),
        craft("pots"),
        find("", "Huyện 1"),
        find("", ""),
        Action::Threshold(Some(20.0)),
        Action::Threshold(None),
        Action::Page(1),
        Action::Page(0),
        Action::Width(360.0),
        Action::Width(640.0),
        Action::Select(text("place-1")),
        Action::Hover(text("place-2")),
        Action::Kind(Kind::Spread),
        Action::Places(text("Làng 1,Place 3")),
        Action::Kind(Kind::Scatter),
        Action::Y(text("a")),
        Action::X(text("b")),
        Action::Places(None),
        Action::X(None),
        Action::Y(None),
        Action::Kind(Kind::Ranking),
    ]
}

#[test]
fn what_one_layout_found_out_is_never_that_of_another_view() {
    let (data, platform) = (communes(), Native::default());
    let kept = chart::Kept::default();
    let mut view = view(Locale::VI, 640.0, &[Action::Kind(Kind::Ranking)]);
    let changes = changes();
    let mut drawn = 0;
    // each after several others: these steps go through all of them
    for step in [1, 7, 11, 13, 17, 19, 23, 29] {
        for i in 0..changes.len() {
            let action = &changes[i * step % changes.len()];
            view.update(action.clone());
            let anew = chart::scene(&data, &view, &platform);
            drawn += usize::from(anew.is_ok());
            let again = chart::scene_again(&data, &view, &platform, &kept);
            assert_eq!(again, anew, "after {action:?}: {view:?}");
            for form in [Form::Chart, Form::Times] {
                let again = chart::sheet_again(&data, &view, &platform, form, "", &kept);
                assert_eq!(
                    again,
                    chart::sheet(&data, &view, &platform, form, ""),
                    "after {action:?}: {form:?}"
                );
            }
        }
    }
    assert_eq!((changes.len(), drawn > 200), (39, true), "{drawn} drawn");
}

/// Counts what takes long of thousands of places: looking for some, putting all in order, telling them apart.
#[derive(Default)]
struct Counting(Native, std::cell::Cell<[usize; 3]>);

impl Counting {
    fn add(&self, what: usize) {
        let mut all = self.1.get();
        all[what] += 1;
        self.1.set(all);
    }
}

impl Platform for Counting {
    fn text_width(&self, text: &str, font: Font) -> f64 {
        self.0.text_width(text, font)
    }
    fn message(&self, message: Message, arguments: &[(Argument, &str)], locale: Locale) -> String {
        self.0.message(message, arguments, locale)
    }
    fn number(&self, x: f64, digits: Digits, locale: Locale) -> String {
        self.0.number(x, digits, locale)
    }
    fn breaks(&self, text: &str, locale: Locale) -> Vec<usize> {
        self.0.breaks(text, locale)
    }
    fn sort(&self, names: &[&str], locale: Locale) -> Vec<usize> {
        self.add(1);
        self.0.sort(names, locale)
    }
    fn fold(&self, name: &str) -> String {
        self.add(2);
        self.0.fold(name)
    }
    fn find(&self, texts: &[&str], query: &str) -> Vec<usize> {
        self.add(0);
        self.0.find(texts, query)
    }
}

#[test]
fn a_letter_is_looked_for_once_for_the_picture_and_the_table_under_it() {
    let (data, kept, platform) = (communes(), chart::Kept::default(), Counting::default());
    let mut view = view(Locale::VI, 640.0, &[Action::Kind(Kind::Ranking), Action::Sort(Sort::Name)]);
    for query in ["a", "an", "an "] {
        view.update(find(query, ""));
        let before = platform.1.get();
        chart::scene_again(&data, &view, &platform, &kept).expect("a picture");
        let drawn = platform.1.get();
        for form in [Form::Chart, Form::Times, Form::Indicators] {
            chart::sheet_again(&data, &view, &platform, form, "", &kept);
        }
        assert_eq!(platform.1.get()[..2], drawn[..2], "nothing is looked for or put in order again");
        assert_eq!(drawn[0], before[0] + 1);
    }
}
