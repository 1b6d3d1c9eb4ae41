//! Sources and dates: the line under a chart has all that its figures cite, and a figure with another one than the rest
//! says so itself, in whatever is made of it.

#![cfg(feature = "tools")]

use std::cell::Cell;

use serde_json::{json, Value as Json};
use village_charts::data::{self, Dataset};
use village_charts::draw::{self, Theme};
use village_charts::platform::{Digits, Font, Native, Platform};
use village_charts::scene::Scene;
use village_charts::text::{Argument, Locale, Message};
use village_charts::view::{Action, Kind, Sort, View};
use village_charts::{card, chart, embed};

const WIDTHS: [f64; 6] = [288.0, 304.0, 328.0, 560.0, 720.0, 1200.0];

fn dataset(file: &Json) -> Dataset {
    let reading = data::read(file.to_string().as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn scene(file: &Json, kind: Kind, locale: Locale, width: f64) -> Scene {
    chart::scene(&dataset(file), &View::new(kind, locale, width), &Native::default()).expect("a scene")
}

/// The texts of an SVG with blanks between them.
fn texts(svg: &str) -> String {
    let texts = svg.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The texts of all pictures that are made of a chart: as SVG of many widths, as a card, in a fragment.
fn pictures(file: &Json, kind: Kind, locale: Locale) -> Vec<(String, String)> {
    let (data, platform) = (dataset(file), Native::default());
    let mut made = Vec::new();
    for width in WIDTHS {
        let scene = scene(file, kind, locale, width);
        made.push((format!("{width}"), texts(&draw::svg(&scene, &Theme::Light, locale, &platform))));
    }
    let view = View::new(kind, locale, 0.0);
    let card = card::svg(&data, &view, Theme::Light, &platform).expect("a card");
    made.push(("card".to_owned(), texts(&card)));
    let html = embed::fragment(&data, &file.to_string(), &view, &embed::Options::default(), &platform);
    let html = html.expect("a fragment");
    let line = html.split_once("<div part=\"source\"").map_or("", |(_, rest)| rest);
    let line = line.split_once("</div>").map_or("", |(line, _)| line.trim_start_matches(|c| c != '>'));
    for svg in html.split("<svg ").skip(1) {
        let svg = svg.split_once("</svg>").expect("its end").0;
        let class = svg.split('"').find(|part| part.starts_with('w') && part.len() < 6).unwrap_or("");
        made.push((format!("fragment {class}"), format!("{} {}", texts(svg), line.trim_start_matches('>'))));
    }
    made
}

fn has(pictures: &[(String, String)], parts: &[&str]) {
    for (which, text) in pictures {
        for part in parts {
            assert!(text.contains(part), "{part:?} in {which}: {text}");
        }
    }
}

fn two_sources() -> Json {
    json!({
        "format": "village-charts/1", "as_of": "2023",
        "sources": [{ "id": "a", "name": "Census 2020" }, { "id": "b", "name": "Newspaper estimate" }],
        "villages": [{ "name": "A", "revenue": { "exact": 3, "source": "a" } },
                     { "name": "B", "revenue": { "exact": 5, "source": "b" } }],
        "revenue": { "unit": "million_vnd", "per": "year" }
    })
}

fn mixed_years() -> Json {
    json!({
        "format": "village-charts/1", "as_of": "2023", "sources": [{ "id": "s", "name": "Kemenkeu" }],
        "villages": [{ "name": "A", "revenue": { "exact": 3, "as_of": "2009" } }, { "name": "B", "revenue": 5 }],
        "revenue": { "unit": "million_vnd", "per": "year" }
    })
}

#[test]
fn a_second_source_is_in_the_line_and_at_its_figure() {
    for sort in [Sort::Value, Sort::Name] {
        let mut view = View::new(Kind::Revenue, Locale::EN, 640.0);
        view.update(Action::Sort(sort));
        let scene = chart::scene(&dataset(&two_sources()), &view, &Native::default()).expect("a scene");
        assert_eq!(scene.source, "Source: Census 2020 · Figures as of 2023 · ¹ Source: Newspaper estimate");
        let mut heard: Vec<String> = scene.items.iter().map(|item| item.spoken.clone()).collect();
        heard.sort();
        assert_eq!(
            heard,
            [
                "A: 3 million dong a year. Rank 2 of 2.",
                "B: 5 million dong a year. Rank 1 of 2. Source: Newspaper estimate."
            ]
        );
        // the tooltip has the words of each
        for item in &scene.items {
            let source = if item.title == "B" { "Source: Newspaper estimate" } else { "Source: Census 2020" };
            assert_eq!(item.details().last().copied(), Some(&*format!("{source} · Figures as of 2023")));
        }
        assert!(scene
            .summary
            .ends_with("Source: Census 2020. Figures as of 2023. Another source: Newspaper estimate."));
    }
    let pictures = pictures(&two_sources(), Kind::Revenue, Locale::VI);
    has(&pictures, &["Nguồn: Census 2020", "¹ Nguồn: Newspaper estimate", "Số liệu đến 2023"]);
    for (which, text) in pictures {
        assert_eq!(text.matches('¹').count(), 2, "{which}: {text}");
        assert!(
            ["5 triệu đồng¹", "5 triệu đồng/năm¹"].iter().any(|label| text.contains(label)),
            "{which}: {text}"
        );
    }
}

#[test]
fn another_year_is_in_the_line_and_at_its_figure() {
    let one = scene(&mixed_years(), Kind::Revenue, Locale::VI, 640.0);
    assert_eq!(one.source, "Nguồn: Kemenkeu · Số liệu đến 2023 · Có số liệu đến 2009");
    assert_eq!(one.items[1].spoken, "A: 3 triệu đồng một năm. Hạng 2 trong 2. Số liệu đến năm 2009.");
    assert_eq!(one.items[0].spoken, "B: 5 triệu đồng một năm. Hạng 1 trong 2.");
    has(
        &pictures(&mixed_years(), Kind::Revenue, Locale::EN),
        &["(2009)", "Figures as of 2023", "Some figures as of 2009"],
    );
}

/// The same year or month tells nothing.
#[test]
fn a_date_at_a_figure_is_as_long_as_it_has_to_be_to_tell_it() {
    let mut file = mixed_years();
    for (own, other, label) in [
        ("2024-07-05", "2019-12-31", "(2019)"),
        ("2024-07-05", "2024-02", "(2/2024)"),
        ("2024-07-05", "2024-07-06", "(6/7/2024)"),
        ("2024", "2024-07", "(7/2024)"),
        ("2024-07", "2024", "(2024)"),
    ] {
        file["as_of"] = json!(own);
        file["villages"][0]["revenue"]["as_of"] = json!(other);
        has(&pictures(&file, Kind::Revenue, Locale::VI), &[label]);
    }
}

#[test]
fn a_source_or_date_that_no_drawn_figure_has_is_not_named() {
    let mut file = two_sources();
    file["villages"][0]["revenue"]["source"] = json!("b");
    file["villages"][0]["revenue"]["as_of"] = json!("2019");
    file["villages"][1]["revenue"]["as_of"] = json!("2019");
    let scene = scene(&file, Kind::Revenue, Locale::EN, 640.0);
    assert_eq!(scene.source, "Source: Newspaper estimate · Figures as of 2019");
    has(&pictures(&file, Kind::Revenue, Locale::EN), &["Source: Newspaper estimate · Figures as of 2019"]);
    assert!(!format!("{:?}", scene.marks).contains("2019"), "nothing tells one figure from the other");
}

#[test]
fn each_page_of_a_list_names_its_own_sources_and_a_table_those_of_all() {
    let mut file = two_sources();
    let village = |i: usize| {
        let source = if i < 20 { "a" } else { "b" };
        json!({ "name": format!("V{i}"), "revenue": { "exact": 100 - i, "source": source } })
    };
    file["villages"] = (0..30).map(village).collect();
    let (data, platform) = (dataset(&file), Native::default());
    let mut view = View::new(Kind::Revenue, Locale::EN, 640.0);
    let line = |view: &View| chart::scene(&data, view, &platform).expect("a scene").source;
    assert_eq!(line(&view), "Source: Census 2020 · Figures as of 2023");
    view.update(Action::Page(1));
    assert_eq!(line(&view), "Source: Newspaper estimate · Figures as of 2023");
    let table = chart::table(&data, &view, &platform).expect("a table");
    assert_eq!(table.source, "Source: Census 2020 · Figures as of 2023 · ¹ Source: Newspaper estimate");
    assert!(
        table.csv().contains(",Census 2020,2023,,,,,\r\n")
            && table.csv().contains(",Newspaper estimate,2023,,,,,\r\n")
    );
}

#[test]
fn a_figure_of_any_chart_says_its_own_source_and_date() {
    let mut file = json!({
        "format": "village-charts/1", "as_of": "2024-07-05",
        "sources": [{ "id": "a", "name": "UBND" }, { "id": "b", "name": "Báo" }, { "id": "c", "name": "Sở" }],
    });
    file["income"] = json!({ "unit": "million_vnd", "rows": [
        { "name": "Một", "value": { "exact": 4, "source": "b", "as_of": "2019" }, "per": "month" },
        { "name": "Hai", "value": 5, "per": "month" },
        { "name": "Ba", "value": { "missing": "không nêu", "source": "c" }, "per": "month" }] });
    file["clusters"] = json!({
        "groups": [{ "whole": { "name": "Tất cả", "value": 102, "unit": "cụm" }, "subsets": [
            { "name": "Một", "value": { "exact": 70, "source": "b", "as_of": "2019" } },
            { "name": "Hai", "value": 43 }] }],
        "counts": [{ "name": "thí điểm", "value": { "exact": 6, "source": "c" }, "unit": "làng" },
                   { "name": "khác", "value": { "exact": 7, "as_of": "2018" } }] });
    has(
        &pictures(&file, Kind::Income, Locale::VI),
        &[
            "4 triệu đồng/tháng (2019)¹",
            "không nêu²",
            "Nguồn: UBND",
            "¹ Nguồn: Báo",
            "² Nguồn: Sở",
            "Số liệu đến 5/7/2024",
            "Có số liệu đến 2019",
        ],
    );
    let clusters = pictures(&file, Kind::Clusters, Locale::VI);
    has(
        &clusters,
        &[
            "70 trong 102 cụm (2019)¹",
            "43 trong 102 cụm",
            "làng²",
            "(2018)",
            "Nguồn: UBND",
            "¹ Nguồn: Báo",
            "² Nguồn: Sở",
            "Có số liệu đến 2019, 2018",
        ],
    );
    let scene = scene(&file, Kind::Clusters, Locale::VI, 640.0);
    assert_eq!(scene.items[1].spoken, "Một: 70 trong 102 cụm. Nguồn: Báo. Số liệu đến năm 2019.");
    assert_eq!(scene.items[1].value, "70 trong 102 cụm", "the mark belongs to the picture alone");
}

/// The demonstration has one source: nothing is marked.
#[test]
fn what_all_figures_share_is_said_once() {
    let file: Json = serde_json::from_str(include_str!("../www/data/hanoi-2024.json")).expect("JSON");
    for (_, kind) in Kind::ALL.into_iter().filter(|(_, kind)| file.get(kind.key()).is_some()) {
        for (which, text) in pictures(&file, kind, Locale::VI) {
            assert!(!text.contains(['¹', '²']) && !text.contains("(20"), "{which}: {text}");
            assert_eq!(text.matches("Nguồn:").count(), 1, "{which}: {text}");
        }
    }
}

/// A mark is never cut off with the end of a label, however little room there is.
#[test]
fn marks_and_dates_are_drawn_whole() {
    let mut file = two_sources();
    let figures = [
        json!({ "more_than": 12345.12, "estimated": true, "source": "b", "as_of": "2019-11-30" }),
        json!({ "at_least": 9876.1, "source": "b", "as_of": "2023-11-30" }),
        json!({ "range": [1234.5, 9876.5], "estimated": true, "source": "b", "as_of": "2019-11" }),
        json!(1),
    ];
    let villages =
        figures.iter().enumerate().map(|(i, f)| json!({ "name": format!("Làng số {i}"), "revenue": f }));
    file["villages"] = villages.collect();
    file["revenue"]["total"] = json!({ "at_least": 1e6, "estimated": true, "source": "b", "as_of": "2019" });
    for locale in [Locale::VI, Locale::EN] {
        // narrower than any phone these numbers are cut themselves
        let pictures = pictures(&file, Kind::Revenue, locale);
        for (which, text) in
            pictures.iter().filter(|(which, _)| !which.contains("w192") && !which.contains("w256"))
        {
            let cut = text.split(' ').filter(|word| word.ends_with('…') && *word != "…").collect::<Vec<_>>();
            assert!(cut.is_empty(), "{which}: {cut:?} in {text}");
            assert_eq!(text.matches('¹').count(), 5, "{which}: {text}");
            assert_eq!(text.matches("(2019)").count(), 3, "{which}: {text}");
        }
    }
}

/// Counts the letters that messages are made of.
#[derive(Default)]
struct Counting {
    native: Native,
    letters: Cell<usize>,
}

impl Platform for Counting {
    fn text_width(&self, text: &str, font: Font) -> f64 {
        self.native.text_width(text, font)
    }
    fn message(&self, message: Message, arguments: &[(Argument, &str)], locale: Locale) -> String {
        self.letters.set(self.letters.get() + arguments.iter().map(|(_, text)| text.len()).sum::<usize>());
        self.native.message(message, arguments, locale)
    }
    fn number(&self, x: f64, digits: Digits, locale: Locale) -> String {
        self.native.number(x, digits, locale)
    }
    fn breaks(&self, text: &str, locale: Locale) -> Vec<usize> {
        self.native.breaks(text, locale)
    }
    fn sort(&self, names: &[&str], locale: Locale) -> Vec<usize> {
        self.native.sort(names, locale)
    }
    fn fold(&self, name: &str) -> String {
        self.native.fold(name)
    }
    fn find(&self, texts: &[&str], query: &str) -> Vec<usize> {
        self.native.find(texts, query)
    }
}

#[test]
fn twice_as_many_sources_and_dates_are_said_of_little_more_than_twice_as_many_letters() {
    let letters = |count: usize| {
        let sources: Vec<Json> =
            (0..count).map(|i| json!({ "id": format!("s{i}"), "name": format!("Report {i}") })).collect();
        let villages: Vec<Json> = (0..count)
            .map(|i| {
                let as_of = format!("{}-01-{:02}", 1000 + i / 28, 1 + i % 28);
                let revenue = json!({ "exact": i, "source": format!("s{i}"), "as_of": as_of });
                json!({ "name": format!("Village {i}"), "revenue": revenue })
            })
            .collect();
        let file = json!({ "format": "village-charts/1", "sources": sources, "villages": villages,
            "revenue": { "unit": "billion_vnd", "per": "year" } });
        let platform = Counting::default();
        let view = View::new(Kind::Revenue, Locale::EN, 0.0);
        embed::fragment(&dataset(&file), "", &view, &embed::Options::default(), &platform)
            .expect("a fragment");
        platform.letters.get()
    };
    let [few, many] = [1000, 2000].map(letters);
    assert!(few > 100_000 && many < few * 5 / 2, "{few} letters, then {many}");
}
