//! What a browser answers is never trusted: each answer made wrong in turn, and every chart is still drawn with all its
//! figures, without a panic.

#![cfg(feature = "tools")]

use village_charts::data::{self, Dataset};
use village_charts::platform::{Digits, Font, Native, Platform};
use village_charts::scene::Scene;
use village_charts::text::{Argument, Locale, Message};
use village_charts::view::{Action, Filter, Kind, Sort, View};
use village_charts::{chart, embed};

/// A browser whose answers are wrong where they are given here.
#[derive(Default)]
struct Wrong {
    native: Native,
    breaks: Option<Vec<usize>>,
    order: Option<Vec<usize>>,
    found: Option<Vec<usize>>,
    fold: Option<&'static str>,
    width: Option<f64>,
    stretch: Option<f64>,
    number: Option<&'static str>,
    message: Option<&'static str>,
}

impl Platform for Wrong {
    fn text_width(&self, text: &str, font: Font) -> f64 {
        self.width.unwrap_or_else(|| self.native.text_width(text, font))
    }
    fn stretch(&self) -> f64 {
        self.stretch.unwrap_or(1.0)
    }
    fn message(&self, message: Message, arguments: &[(Argument, &str)], locale: Locale) -> String {
        self.message.map_or_else(|| self.native.message(message, arguments, locale), str::to_owned)
    }
    fn number(&self, x: f64, digits: Digits, locale: Locale) -> String {
        self.number.map_or_else(|| self.native.number(x, digits, locale), str::to_owned)
    }
    fn breaks(&self, text: &str, locale: Locale) -> Vec<usize> {
        self.breaks.clone().unwrap_or_else(|| self.native.breaks(text, locale))
    }
    fn sort(&self, names: &[&str], locale: Locale) -> Vec<usize> {
        self.order.clone().unwrap_or_else(|| self.native.sort(names, locale))
    }
    fn fold(&self, name: &str) -> String {
        self.fold.map_or_else(|| self.native.fold(name), str::to_owned)
    }
    fn find(&self, texts: &[&str], query: &str) -> Vec<usize> {
        self.found.clone().unwrap_or_else(|| self.native.find(texts, query))
    }
}

const VILLAGES: &str = r#"{ "format": "village-charts/1",
    "revenue": { "unit": "billion_vnd", "per": "year", "total": 9000 },
    "villages": [{ "name": "C", "craft": "x, y", "district": "P", "revenue": 3 },
                 { "name": "A", "craft": "y", "district": "Q", "revenue": { "more_than": 2 } },
                 { "name": "B", "district": "P", "revenue": { "range": [1, 2] } }] }"#;

fn dataset(json: &str, platform: &dyn Platform) -> Dataset {
    let reading = data::read(json.as_bytes(), platform);
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

/// The chart of villages by name.
fn by_name(platform: &dyn Platform) -> Scene {
    let mut view = View::new(Kind::Revenue, Locale::EN, 640.0);
    view.update(Action::Sort(Sort::Name));
    chart::scene(&dataset(VILLAGES, platform), &view, platform).unwrap()
}

fn titles(scene: &Scene) -> Vec<&str> {
    scene.items.iter().map(|item| &*item.title).filter(|title| title.len() == 1).collect()
}

#[test]
fn an_order_that_is_wrong_leaves_no_village_out_and_shows_none_twice() {
    assert_eq!(titles(&by_name(&Native::default())), ["A", "B", "C"]);
    for order in [vec![], vec![0], vec![7, 1, 1, usize::MAX], vec![1, 1, 1], vec![0, 1, 2, 3, 4]] {
        let platform = Wrong { order: Some(order.clone()), ..Wrong::default() };
        let scene = by_name(&platform);
        let mut names = titles(&scene);
        names.sort_unstable();
        assert_eq!(names, ["A", "B", "C"], "{order:?}");
        let choices = scene.controls.find.unwrap();
        assert_eq!((choices.crafts.len(), choices.districts.len()), (2, 2), "{order:?}");
    }
}

/// `''.split('\n')` has one line: a browser that is asked to sort no names gives the index 0.
#[test]
fn a_total_without_villages_has_no_rows_in_any_order() {
    let json = r#"{ "format": "village-charts/1", "villages": [],
        "revenue": { "unit": "billion_vnd", "per": "year", "total": 9 } }"#;
    let platform = Wrong { order: Some(vec![0]), found: Some(vec![0]), ..Wrong::default() };
    let data = dataset(json, &platform);
    for sort in [Sort::Name, Sort::Value] {
        let mut view = View::new(Kind::Revenue, Locale::VI, 360.0);
        view.update(Action::Sort(sort));
        view.update(Action::Filter(Filter { query: "a".to_owned(), ..Filter::default() }));
        assert_eq!(chart::scene(&data, &view, &platform).unwrap().items.len(), 1);
        assert_eq!(chart::table(&data, &view, &platform).unwrap().rows.len(), 1);
        embed::fragment(&data, json, &view, &embed::Options::default(), &platform).unwrap();
    }
}

#[test]
fn what_is_found_is_of_the_list_and_once() {
    let platform = Wrong { found: Some(vec![2, 9, 0, 2, usize::MAX]), ..Wrong::default() };
    let mut view = View::new(Kind::Revenue, Locale::EN, 640.0);
    view.update(Action::Filter(Filter { query: "a".to_owned(), ..Filter::default() }));
    let scene = chart::scene(&dataset(VILLAGES, &platform), &view, &platform).unwrap();
    assert_eq!(titles(&scene), ["C", "B"], "in the list's order");
    assert_eq!(scene.answers, ["2 of 3 villages."]);
}

#[test]
fn villages_are_told_apart_though_their_names_come_back_wrong() {
    for fold in ["", "\n\n\n\n\n\n", "x\nx"] {
        let platform = Wrong { fold: Some(fold), ..Wrong::default() };
        assert_eq!(titles(&by_name(&platform)).len(), 3, "{fold:?}");
    }
}

#[test]
fn widths_that_are_none_are_those_of_a_common_font() {
    let right = by_name(&Native::default());
    let numbers = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 1e300];
    for wrong in numbers {
        let narrow = Wrong { width: Some(wrong), ..Wrong::default() };
        assert!(by_name(&narrow).marks == right.marks, "text {wrong}");
        let wide = Wrong { stretch: Some(wrong), ..Wrong::default() };
        assert!(by_name(&wide).marks == right.marks, "letters {wrong}");
    }
}

#[test]
fn every_chart_is_drawn_whatever_numbers_and_widths_are_answered() {
    let files = [include_str!("../www/data/hanoi-2024.json"), include_str!("data/communes.json")];
    let parts = include_str!("../www/data/gallery/makeup.json");
    for number in ["", "\n", "\0", "−∞", "1".repeat(2000).leak()] {
        for width in [Some(0.0), Some(f64::NAN), None] {
            let platform = Wrong { number: Some(number), width, ..Wrong::default() };
            let [hanoi, communes] = files.map(|json| dataset(json, &platform));
            let parts = dataset(parts, &platform);
            for (name, kind) in Kind::ALL {
                let data = match kind {
                    Kind::Makeup => &parts,
                    _ if kind.key() == Kind::Ranking.key() => &communes,
                    _ => &hanoi,
                };
                for room in [f64::NAN, f64::INFINITY, -1.0, 0.0, 320.0, 1e9] {
                    let view = View::new(kind, Locale::VI, room);
                    // a number of thousands of digits makes a picture too high, which is told
                    if let Err(finding) = chart::scene(data, &view, &platform) {
                        assert_eq!(finding.code, "too_long", "{name}");
                    }
                }
            }
        }
    }
}

#[test]
fn breaks_that_are_wrong_leave_no_letter_out() {
    let json = r#"{ "format": "village-charts/1", "income": { "unit": "million_vnd", "rows": [
        { "name": "หมู่บ้านหัตถกรรมในจังหวัดเชียงใหม่และลำพูนที่มีรายได้สูงกว่าค่าเฉลี่ย",
          "per": "month", "value": 7 }] } }"#;
    let letters = |platform: &dyn Platform| {
        let view = View::new(Kind::Income, Locale::new("th").unwrap(), 200.0);
        let scene = chart::scene(&dataset(json, platform), &view, platform).unwrap();
        let lines: Vec<String> = scene
            .marks
            .iter()
            .filter_map(|mark| match &mark.shape {
                village_charts::scene::Shape::Text(runs, ..) => {
                    Some(runs.iter().map(|run| &*run.text).collect::<String>())
                }
                _ => None,
            })
            .collect();
        let name: Vec<&String> = lines.iter().take_while(|line| !line.contains('7')).collect();
        (name.len(), name.into_iter().map(String::as_str).collect::<String>())
    };
    let (lines, right) = letters(&Native::default());
    assert!(lines > 1 && right.ends_with("ค่าเฉลี่ย"), "{lines} lines: {right}");
    for breaks in [vec![], vec![0], vec![5, 5, 3, usize::MAX], vec![1, 2, 3, 4], vec![9999]] {
        let platform = Wrong { breaks: Some(breaks.clone()), ..Wrong::default() };
        let (_, name) = letters(&platform);
        assert!(name == right || name.ends_with('…'), "{breaks:?}: {name}");
    }
}
