//! Lines over time: which places are drawn, what is joined, and how much is said to have changed.

#![cfg(feature = "tools")]

#[allow(dead_code)]
mod sound;

use proptest::prelude::*;
use serde_json::{json, Map, Value as Json};
use sound::{sound, well_formed};
use village_charts::chart;
use village_charts::data::{self, Dataset, Finding};
use village_charts::draw::{self, Theme};
use village_charts::embed;
use village_charts::platform::{languages, Native};
use village_charts::scene::{Item, Named, Role, Scene, Shape};
use village_charts::table::Form;
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, View};

const YEARS: &str = include_str!("data/years.json");
const PROVINCE: &str = include_str!("../www/data/mau.json");

fn dataset(json: &str) -> Dataset {
    let reading = data::read(json.as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn view(indicator: &str, places: Option<&str>, locale: Locale, width: f64) -> View {
    let mut view = View::new(Kind::Trend, locale, width);
    view.update(Action::Indicator(Some(indicator.to_owned())));
    view.update(Action::Places(places.map(str::to_owned)));
    view
}

fn asked(json: &str, indicator: &str, places: Option<&str>) -> Result<Scene, Finding> {
    chart::scene(&dataset(json), &view(indicator, places, Locale::EN, 640.0), &Native::default())
}

fn scene(indicator: &str) -> Scene {
    asked(YEARS, indicator, None).expect("a picture")
}

/// The names of the lines, in their order.
fn lines(scene: &Scene) -> Vec<&str> {
    let mut names: Vec<&str> = scene.items.iter().map(|item| &*item.title).collect();
    names.dedup();
    names
}

fn item<'s>(scene: &'s Scene, id: &str) -> &'s Item {
    scene.items.iter().find(|item| item.id == id).unwrap_or_else(|| panic!("no {id}"))
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

/// How many lines join two figures.
fn joints(scene: &Scene) -> usize {
    let is_joint = |shape: &Shape| matches!(shape, Shape::Line(_, width) if *width == 2.5);
    scene.marks.iter().filter(|mark| mark.role != Role::Surface && is_joint(&mark.shape)).count()
}

#[test]
fn every_figure_is_an_item_by_place_and_then_by_time() {
    let scene = scene("pupils");
    let all: Vec<_> = scene.items.iter().map(|item| [&*item.title, &item.subtitle, &item.value]).collect();
    assert_eq!(
        all,
        [
            ["An Binh", "school year 2022/23", "812 pupils"],
            ["An Binh", "2023–2024", "798 pupils"],
            ["Bắc Sơn", "school year 2022/23", "640 pupils"],
            ["Bắc Sơn", "2023–2024", "655 pupils"],
            ["Cẩm Thủy", "2023–2024", "301 pupils"],
        ]
    );
    assert_eq!(scene.controls.rows, [0, 2, 4], "where each line begins");
    assert_eq!(scene.items[0].id, "a@2022/23");
    assert_eq!(
        scene.items[1].spoken,
        "An Binh, 2023 to 2024: 798 pupils. down by 1.7% since school year 2022/23."
    );
}

#[test]
fn no_line_goes_over_a_gap_a_break_or_to_an_open_end() {
    // An Binh: two exact ones, then "over" and "or more". Bắc Sơn: a break before the last two. Cẩm Thủy: no figure of
    // 2017. Đại Đồng: lines to "about" are thin.
    assert_eq!(joints(&scene("jobs")), 2);
    // two lines through six figures; Cẩm Thủy has no figure of April
    assert_eq!(joints(&scene("prices")), 5 + 5 + 2 + 1);
}

#[test]
fn what_has_changed_is_said_as_far_as_figures_say_it() {
    let jobs = scene("jobs");
    let notes = |id: &str| item(&jobs, id).notes.clone();
    assert_eq!(notes("a@2015"), [""; 0], "of the first nothing has changed yet");
    assert_eq!(notes("a@2017"), ["up by 10% since 2015"]);
    assert_eq!(notes("a@2018"), ["up by over 4.9% since 2017"]);
    assert_eq!(notes("a@2020"), ["may have risen or fallen since 2018"]);
    assert_eq!(
        notes("a@2023"),
        ["may have risen or fallen since 2020", "up by 44% since 2015", "provisional"],
        "it may have been 2,000 in 2020"
    );
    assert_eq!(notes("b@2020"), ["not comparable with earlier figures"], "nothing over a break");
    assert_eq!(notes("b@2023"), ["up by 9.4% since 2020", "revised"], "nor from before it");
    let third = |year: &str| notes(&format!("cẩm-thủy-tây@{year}"));
    assert_eq!(third("2018"), ["up by 15% since 2015"], "since the last one that there is");
    let prices = scene("prices");
    assert_eq!(item(&prices, "a@2023-10").notes[1], "up by 1.1–2.7 points since January 2023");
    let balance = scene("balance");
    assert_eq!(item(&balance, "a@2021-Q3").notes, ["down by 32 people since Q2 2021"]);
    let wide = view("poor", Some("Mẫu An"), Locale::EN, 1200.0);
    let poor = chart::scene(&dataset(PROVINCE), &wide, &Native::default()).expect("a picture");
    assert!(words(&poor).contains(&"1 of 14 communes is drawn.".to_owned()), "{:?}", words(&poor));
    let label = "under 2.0% (p); down by 2.6–4.6 percentage points since 2014";
    assert!(words(&poor).join(" ").contains(label), "{:?}", words(&poor));
}

#[test]
fn an_axis_begins_at_zero_or_it_is_said() {
    let says = |scene: &Scene| {
        words(scene).iter().any(|text| text.starts_with("The axis begins at 100, not at zero"))
    };
    let prices = scene("prices");
    assert!(
        says(&prices) && !prices.summary.contains("axis"),
        "who listens sees no axis: {}",
        prices.summary
    );
    for indicator in ["jobs", "balance", "pupils", "once"] {
        let scene = scene(indicator);
        assert!(words(&scene).iter().any(|text| text.trim_end_matches('%') == "0"), "{indicator}");
        assert!(!words(&scene).iter().any(|text| text.contains("The axis")), "{indicator}");
    }
}

#[test]
fn an_author_chooses_places_by_id_and_by_name_in_any_language() {
    let two = asked(YEARS, "jobs", Some("An Bình, Đại Đồng,")).expect("both");
    assert_eq!(lines(&two), ["An Binh", "Đại Đồng"]);
    assert!(words(&two).contains(&"2 of 4 communes are drawn.".to_owned()), "{:?}", words(&two));
    assert!(two.summary.contains("2 of 4 communes are drawn."));
    assert_eq!(lines(&asked(YEARS, "pupils", Some("b")).expect("by its id")), ["Bắc Sơn"]);
    let none = asked(YEARS, "pupils", Some("b, Đại Đồng")).expect("one of them");
    assert!(words(&none).contains(&"1 of 4 communes is drawn.".to_owned()), "{:?}", words(&none));
}

/// What a reader of the page has typed, and what the page offers then: what is found, and what is drawn.
fn offered(json: &str, places: Option<&str>, query: &str) -> ([Vec<String>; 2], Vec<String>) {
    let mut view = view("x", places, Locale::EN, 640.0);
    view.update(Action::Filter(Filter { query: query.to_owned(), ..Filter::default() }));
    let scene = chart::scene(&dataset(json), &view, &Native::default()).expect("a picture");
    let picked = scene.controls.picked.expect("to be chosen");
    let words = |all: Vec<Named>| all.into_iter().map(|of| format!("{}: {}", of.id, of.name)).collect();
    ([words(picked.found), words(picked.chosen)], scene.answers)
}

#[test]
fn a_reader_finds_places_and_chooses_them_by_what_names_each_alone() {
    let named = |name: &str, district: Option<&str>, id: Option<&str>| {
        let mut village = json!({ "name": name, "figures": { "x": { "2020": 1, "2023": 2 } } });
        village.as_object_mut().unwrap().extend(district.map(|of| ("district".to_owned(), json!(of))));
        village.as_object_mut().unwrap().extend(id.map(|of| ("id".to_owned(), json!(of))));
        village
    };
    let mut villages = vec![
        named("Sơn Đồng, Hạ", None, None),
        named("An", Some("East"), None),
        named("An", Some("West"), None),
        named("An Bình", None, Some("b,1")),
        named("Tân An", Some("Anh"), None),
    ];
    villages.extend((0..12).map(|i| named(&format!("Làng An {i}"), None, None)));
    let file = json!({
        "format": "village-charts/1",
        "indicators": [{ "id": "x", "name": "X", "kind": "count", "unit": "people" }],
        "villages": villages,
    })
    .to_string();
    let ([found, _], answers) = offered(&file, None, "an");
    assert_eq!(found.len(), 8, "as many as can be seen at once");
    assert_eq!(
        found[..4],
        ["An/East: An, East", "An/West: An, West", "Tân An: Tân An", "b\\,1: An Bình"],
        "what is typed whole is first"
    );
    assert_eq!(answers, ["16 of 17 villages."]);
    let ([found, chosen], answers) = offered(&file, Some("An/West, b\\,1,Sơn Đồng\\, Hạ"), "xyz");
    assert_eq!(found, [""; 0]);
    let all = ["An/West: An, West", "b\\,1: An Bình", "Sơn Đồng\\, Hạ: Sơn Đồng, Hạ"];
    assert_eq!(chosen, all, "in the order in which they were chosen");
    assert_eq!(answers, ["No village matches.", "3 of 17 villages are drawn."]);
    let ([_, chosen], answers) = offered(&file, None, "");
    assert_eq!((chosen.len(), answers.len()), (6, 0), "those that are drawn, and nothing was asked");
    // what a page has kept is drawn again
    let words: Vec<&str> = all.iter().map(|of| of.split(": ").next().unwrap()).collect();
    let ([_, again], _) = offered(&file, Some(&words.join(",")), "");
    assert_eq!(again, all);
}

#[test]
fn a_place_that_the_file_does_not_have_is_told_with_those_near_it() {
    let wrong = asked(YEARS, "jobs", Some("a, Cam Thuy")).expect_err("no such place");
    assert_eq!((wrong.code, &*wrong.found), ("unknown_place", "\"Cam Thuy\""));
    assert!(wrong.expected.contains("such as \"Cẩm Thủy\""), "{}", wrong.expected);
    let wrong = asked(YEARS, "people", None).expect_err("no time");
    assert_eq!(wrong.code, "no_times");
    assert_eq!(asked(YEARS, "jbos", None).expect_err("no such indicator").code, "unknown_indicator");
}

#[test]
fn of_many_places_the_highest_and_the_lowest_are_drawn_and_that_is_said() {
    let many = asked(PROVINCE, "migration", None).expect("a picture");
    assert_eq!(lines(&many), ["Mẫu An", "Mẫu Bình", "Mẫu Tân", "Mẫu Hà", "Mẫu Khê", "Mẫu Lâm"]);
    let said = "They have the 3 highest and the 3 lowest of the last numbers stated.";
    assert!(many.summary.starts_with(&format!("6 of 14 communes are drawn. {said}")), "{}", many.summary);
    assert!(words(&many).contains(&said.to_owned()), "{:?}", words(&many));
}

#[test]
fn what_all_make_together_is_said_and_not_drawn_among_them() {
    let jobs = scene("jobs");
    let said = "Whole district: over 25,000 jobs; up by over 16% since 2015";
    assert!(words(&jobs).contains(&said.to_owned()), "{:?}", words(&jobs));
    assert!(jobs.summary.starts_with("Whole district: over 25000 jobs"), "{}", jobs.summary);
    assert!(!words(&jobs).contains(&"20,000".to_owned()), "its axis is that of communes");
}

#[test]
fn the_line_that_is_pointed_at_stands_out_and_others_are_quiet() {
    for width in [328.0, 800.0] {
        let mut view = view("prices", None, Locale::EN, width);
        let scene = chart::scene(&dataset(YEARS), &view, &Native::default()).expect("a picture");
        let none = (scene.quieted(&scene.marks, &view), scene.frames(&view));
        assert_eq!(none, (None, vec![]), "nothing is pointed at");
        let at = scene.controls.rows[1] + 1;
        view.update(Action::Hover(Some(scene.items[at].id.clone())));
        let quieted = scene.quieted(&scene.marks, &view).expect("others are quiet");
        let (mut quiet, mut own) = (0, 0);
        for (mark, now) in scene.marks.iter().zip(&quieted) {
            match mark.line {
                Some(1) | None => assert_eq!(mark, now, "what is pointed at, axes and key stay"),
                Some(_) => assert!(![Role::Solid, Role::Ink, Role::Muted].contains(&now.role), "{now:?}"),
            }
            quiet += usize::from(mark != now);
            own += usize::from(mark.line == Some(1));
        }
        assert!(quiet > 20 && own > 10, "{quiet} {own}");
        let name = |marks: &[village_charts::scene::Mark], line| {
            let is = |shape: &Shape| matches!(shape, Shape::Text(runs, ..) if runs[0].font.bold);
            marks.iter().filter(|mark| mark.line == Some(line) && is(&mark.shape)).count()
        };
        assert_eq!((name(&quieted, 0), name(&quieted, 1)), (1, 1), "labels are of their lines");
        let frames = scene.frames(&view);
        let edges = frames.iter().filter(|mark| mark.role == Role::Focus);
        let lines = edges.clone().filter(|mark| matches!(mark.shape, Shape::Line(..))).count();
        assert_eq!(
            (lines > 1, edges.count()),
            (true, lines + 1),
            "an edge along the line, a frame of the point"
        );
    }
}

#[test]
fn labels_stand_apart_and_within_the_picture() {
    for json in [YEARS, PROVINCE] {
        let data = dataset(json);
        for indicator in &data.indicators.as_ref().expect("some").0 {
            for width in [192.0, 288.0, 328.0, 560.0, 700.0, 1168.0] {
                let view = view(&indicator.id, None, Locale::VI, width);
                let Ok(scene) = chart::scene(&data, &view, &Native::default()) else { continue };
                sound(&scene);
                let mut boxes: Vec<(f64, f64, f64, f64)> = Vec::new();
                for mark in &scene.marks {
                    let Shape::Text(runs, (x, y), _) = &mark.shape else { continue };
                    // names of lines, with what follows them
                    if !runs.iter().any(|run| run.font.bold) || runs[0].font.size != 14.0 {
                        continue;
                    }
                    let width: f64 = runs.iter().map(|run| run.gap + run.width).sum();
                    boxes.push((*x, y - 8.0, x + width, y + 8.0));
                }
                for (i, a) in boxes.iter().enumerate() {
                    for b in &boxes[i + 1..] {
                        let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                        assert!(apart, "{}: {width}: {a:?} {b:?}", indicator.id);
                    }
                }
            }
        }
    }
}

#[test]
fn all_figures_can_be_taken_away() {
    let data = dataset(YEARS);
    let view = view("jobs", Some("a"), Locale::EN, 640.0);
    let platform = Native::default();
    let csv = |form| chart::csv(&data, &view, &platform, form).expect("figures");
    assert!(
        csv(Form::Chart).contains(",An Binh,2018,\"over 950 jobs\",")
            || csv(Form::Chart).contains("over 950 jobs")
    );
    assert!(csv(Form::Long).contains("Đại Đồng"), "all of the file");
    let table = chart::sheet(&data, &view, &platform, Form::Times, "").expect("places × times");
    let head: Vec<&str> = table.head.iter().map(|heading| &*heading.text).collect();
    assert_eq!(head, ["Name", "District", "2015", "2017", "2018", "2020", "2023"]);
}

#[test]
fn a_fragment_says_its_places_and_has_every_figure() {
    let data = dataset(YEARS);
    let view = view("pupils", Some("a, b"), Locale::EN, 0.0);
    let options = embed::Options { src: "years.json".to_owned(), ..embed::Options::default() };
    let html = embed::fragment(&data, YEARS, &view, &options, &Native::default()).expect("a fragment");
    assert!(html.contains(" type=\"trend\"") && html.contains(" indicator=\"pupils\" places=\"a, b\""));
    assert!(html.contains("<td>812</td>") && html.contains("<circle class=\"vc-solid\""));
}

#[test]
fn a_fragment_has_a_table_of_places_by_times() {
    let html = |places: Option<&str>, table| {
        let options = embed::Options { table, src: "mau.json".to_owned(), ..embed::Options::default() };
        let view = view("poor", places, Locale::EN, 0.0);
        embed::fragment(&dataset(PROVINCE), PROVINCE, &view, &options, &Native::default())
            .expect("a fragment")
    };
    let heads = ["Name", "District", "2014", "2016", "2018", "2020", "2023"];
    let rows = |html: &str| {
        let body = html.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).expect("rows");
        body.matches("<th scope=\"row\">").count()
    };
    let all = html(None, embed::Rows::All);
    let head: Vec<&str> =
        all.split("<th scope=\"col\">").skip(1).filter_map(|c| c.split('<').next()).collect();
    assert_eq!(head, heads, "{all}");
    assert!(all.contains("<caption>Poverty rate (%)</caption>"), "the unit is said once");
    assert!(all.contains("aria-label=\"12.0 to 15.0, provisional\""), "what is heard: {all}");
    assert_eq!(rows(&all), 15, "all places, and what they are compared with");
    assert!(!all.contains("<div part=\"page\">"));
    let page = html(None, embed::Rows::Page);
    assert_eq!(rows(&page), 7, "those that are drawn");
    assert!(page.contains("<div part=\"page\">6 of 14 communes are drawn.</div>"), "which is said");
    let two = html(Some("Mẫu An, Mẫu Hà"), embed::Rows::Page);
    assert_eq!(rows(&two), 3);
    assert!(!html(None, embed::Rows::None).contains("<table"));
}

#[test]
fn style_sheets_have_the_colour_of_each_line() {
    let styles = include_str!("../www/src/static.css");
    for (json, indicator) in [(YEARS, "jobs"), (YEARS, "prices"), (PROVINCE, "income")] {
        let view = view(indicator, None, Locale::EN, 0.0);
        let html =
            embed::fragment(&dataset(json), json, &view, &embed::Options::default(), &Native::default());
        let html = html.expect("a fragment");
        let lines =
            html.split("<path class=\"").skip(1).filter_map(|rest| rest.split_once("\" fill=\"none\""));
        let mut count = 0;
        for (class, _) in lines.filter(|(class, _)| !class.contains('"')) {
            assert!(styles.contains(&format!(".{class} {{\n  stroke: ")), "{class}");
            count += 1;
        }
        assert!(count > 100, "{count}");
    }
}

/// To be read by one who speaks the language.
#[test]
fn changes_are_heard_in_words_in_every_language() {
    for tag in languages() {
        let locale = Locale::new(tag).expect("a language");
        let mut all = String::new();
        for (json, indicator) in [(YEARS, "jobs"), (YEARS, "prices"), (YEARS, "balance"), (PROVINCE, "poor")]
        {
            let view = view(indicator, None, locale, 640.0);
            let scene = chart::scene(&dataset(json), &view, &Native::default()).expect("a picture");
            all += &format!("{}\n{}\n", scene.title, scene.summary);
            for item in &scene.items {
                all += &format!("- {}\n", item.spoken);
            }
        }
        for text in all.lines().filter_map(|line| line.strip_prefix("- ")) {
            let is_word = |sign: char| sign == '‰' && tag == "zh-Hans";
            let found =
                ['-', '−', '‰', '–', '/', '₫', '～'].into_iter().find(|c| text.contains(*c) && !is_word(*c));
            assert_eq!(found, None, "{tag}: {text}");
        }
        insta::assert_snapshot!(format!("trend-{tag}"), all.trim_end());
    }
}

const TIMES: [&str; 5] = ["2014", "2016-07", "2018-Q3", "2020/21", "2023"];

fn figure() -> impl Strategy<Value = Json> {
    let n = || (1u32..40).prop_map(f64::from);
    let key = prop::sample::select(vec![
        "exact",
        "about",
        "nearly",
        "more_than",
        "at_least",
        "less_than",
        "at_most",
    ]);
    let flag = prop::option::of(prop::sample::select(vec!["provisional", "few_cases", "break", "estimated"]));
    let one = prop_oneof![
        4 => (key, n()).prop_map(|(key, x)| json!({ key: x })),
        2 => (n(), n()).prop_map(|(a, b)| json!({ "range": [a.min(b), a.max(b) + 1.0] })),
        1 => n().prop_map(|x| json!({ "estimate": x, "interval": [x - 1.0, x + 2.0] })),
        1 => Just(json!({ "missing": "not surveyed" })),
    ];
    (one, flag).prop_map(|(mut figure, flag)| {
        if let Some(flag) = flag {
            figure[flag] = json!(true);
        }
        figure
    })
}

fn series() -> impl Strategy<Value = Json> {
    prop::collection::vec(prop::option::weighted(0.7, figure()), TIMES.len()).prop_map(|figures| {
        let mut series = Map::new();
        for (time, figure) in TIMES.iter().zip(figures) {
            series.extend(figure.map(|figure| ((*time).to_owned(), figure)));
        }
        Json::from(series)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the facts: a picture without a panic, each figure heard and in the table, and no more joints than the
    /// figures allow.
    #[test]
    fn any_facts_are_drawn_and_no_more_is_joined_than_is_known(
        places in prop::collection::vec(series(), 1..12),
        reference in prop::option::of(series()),
        kind in prop::sample::select(vec!["count", "rate", "index", "average", "change"]),
        language in prop::sample::select(vec!["vi", "en", "fr", "id", "th", "zh-Hans"]),
        width in prop::sample::select(vec![120.0, 320.0, 640.0, 1200.0]),
    ) {
        let villages: Vec<Json> = places
            .iter()
            .enumerate()
            .map(|(i, series)| json!({ "name": format!("P{i}"), "figures": { "x": series } }))
            .collect();
        let references: Vec<Json> =
            reference.iter().map(|series| json!({ "indicator": "x", "name": "All", "figures": series })).collect();
        let file = json!({
            "format": "village-charts/1",
            "indicators": [{ "id": "x", "name": "X", "kind": kind, "unit": "percent" }],
            "villages": villages,
            "references": references,
        });
        let reading = data::read(file.to_string().as_bytes(), &Native::default());
        let Some(data) = reading.dataset else { return Ok(()) };
        let view = view("x", None, Locale::new(language).unwrap(), width);
        let scene = match chart::scene(&data, &view, &Native::default()) {
            Ok(scene) => scene,
            Err(finding) => {
                prop_assert!(["no_times", "missing_section"].contains(&finding.code), "{finding:?}");
                return Ok(());
            }
        };
        sound(&scene);
        well_formed(&draw::svg(&scene, &Theme::Light, view.locale, &Native::default()));
        let table = chart::table(&data, &view, &Native::default()).unwrap();
        prop_assert_eq!(table.rows.len(), scene.items.len());
        for (item, row) in scene.items.iter().zip(&table.rows) {
            prop_assert_eq!([&item.title, &item.subtitle, &item.value], [&row[1], &row[2], &row[3]]);
            prop_assert!(!item.spoken.is_empty());
        }
        // joints of exact ones: neighbours among the file's times, both with a number, the later one comparable
        let drawn: Vec<&str> = scene.items.iter().map(|item| &*item.title).collect();
        let is_time = |time: &str| places.iter().any(|series| series.get(time).is_some());
        let times: Vec<&str> = TIMES.into_iter().filter(|time| is_time(time)).collect();
        let mut most = 0;
        let is_drawn = |i: usize| drawn.contains(&&*format!("P{i}"));
        for (_, series) in places.iter().enumerate().filter(|(i, _)| is_drawn(*i)) {
            let exact = |time: &str| {
                series.get(time).filter(|figure| figure.get("exact").or(figure.get("estimate")).is_some())
            };
            let joined = |pair: &[&str]| {
                exact(pair[0]).is_some() && exact(pair[1]).is_some_and(|figure| figure.get("break").is_none())
            };
            most += times.windows(2).filter(|pair| joined(pair)).count();
        }
        prop_assert_eq!(joints(&scene), most);
    }
}

#[test]
fn a_trend_of_no_named_places_is_of_the_group_that_alone_is_shown() {
    let villages: Vec<serde_json::Value> = (0..30)
        .map(|i| {
            let figures = match i % 3 {
                2 => serde_json::json!({}),
                _ => serde_json::json!({ "x": { "2020": i, "2021": i + 1 } }),
            };
            let district = format!("D{}", i % 3);
            serde_json::json!({ "name": format!("P{i}"), "district": district, "figures": figures })
        })
        .collect();
    let file = serde_json::json!({
        "format": "village-charts/1", "villages": villages,
        "indicators": [{ "id": "x", "name": "Rate", "kind": "rate" }],
    });
    let platform = Native::default();
    let data = data::read(file.to_string().as_bytes(), &platform).dataset.expect("good data");
    let drawn = |only: &str, places: Option<&str>| {
        let mut view = View::new(Kind::Trend, Locale::EN, 640.0);
        view.update(Action::Group(Some("district".to_owned())));
        view.update(Action::Only(Some(only.to_owned())));
        view.update(Action::Places(places.map(str::to_owned)));
        chart::scene(&data, &view, &platform).map_err(|finding| finding.code)
    };
    let scene = drawn("D1", None).expect("a picture");
    assert_eq!(scene.title, "Rate – D1");
    let first = |scene: &village_charts::scene::Scene| scene.items.first().map(|item| item.title.clone());
    assert_eq!(first(&scene).as_deref(), Some("P28"));
    assert!(scene.summary.contains("6 of 10 villages are drawn."), "{}", scene.summary);
    // who is named is drawn, wherever it lies
    let named = drawn("D1", Some("P3")).expect("a picture");
    assert_eq!((&*named.title, first(&named).as_deref()), ("Rate", Some("P3")));
    // a group without a figure is an answer, not an error
    assert_eq!(drawn("D2", None).expect("a picture").items.len(), 0);
    assert_eq!(drawn("D9", None).expect_err("no such group"), "unknown_group");
}
