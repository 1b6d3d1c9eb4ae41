//! What is measured of places: units, kinds, times, flags and references, and the ranking of an indicator.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::chart;
use village_charts::data::{self, Dataset, Severity, TimePeriod};
use village_charts::platform::Native;
use village_charts::scene::{Item, Role, Scene, Shape};
use village_charts::table::Form;
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, Sort, View};

const COMMUNES: &str = include_str!("data/communes.json");

/// A file of one indicator with figures of two places.
fn file(indicator: Json, figures: [Json; 2]) -> Json {
    let mut whole = json!({ "id": "x", "name": "X", "kind": "amount" });
    for (key, value) in indicator.as_object().expect("an object") {
        whole[key] = value.clone();
    }
    let [a, b] = figures.map(|figure| json!({ "x": figure }));
    json!({
        "format": "village-charts/1",
        "indicators": [whole],
        "villages": [{ "name": "A", "figures": a }, { "name": "B", "figures": b }],
    })
}

fn read(file: &Json) -> Dataset {
    let reading = data::read(file.to_string().as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

/// The codes and paths of a file's errors.
fn errors(file: &Json) -> Vec<String> {
    let findings = data::read(file.to_string().as_bytes(), &Native::default()).findings;
    let errors = findings.into_iter().filter(|f| f.severity == Severity::Error);
    errors.map(|f| format!("{} {}", f.path, f.code)).collect()
}

fn scene(data: &Dataset, locale: Locale, actions: &[Action]) -> Scene {
    let mut view = View::new(Kind::Ranking, locale, 640.0);
    for action in actions {
        view.update(action.clone());
    }
    chart::scene(data, &view, &Native::default()).expect("figures")
}

fn communes(locale: Locale, indicator: &str, time: Option<&str>) -> Scene {
    let data = read(&serde_json::from_str(COMMUNES).expect("JSON"));
    let time = time.and_then(TimePeriod::parse);
    scene(&data, locale, &[Action::Indicator(Some(indicator.to_owned())), Action::Time(time)])
}

fn values(items: &[Item]) -> Vec<String> {
    items.iter().map(|item| format!("{}: {}", item.title, item.value)).collect()
}

#[test]
fn figures_are_said_in_the_unit_of_their_indicator() {
    let vnd = |scale: &str| json!({ "currency": "VND", "scale": scale });
    for (indicator, vi, en) in [
        (json!({ "unit": "percent", "kind": "rate" }), "5%", "5%"),
        (json!({ "unit": "permille", "kind": "rate" }), "5‰", "5‰"),
        (json!({ "kind": "index" }), "5", "5"),
        (json!({ "unit": "index", "kind": "index", "decimals": 3 }), "5,000", "5.000"),
        (json!({ "unit": { "vi": "người", "en": "people" }, "kind": "count" }), "5 người", "5 people"),
        (json!({ "unit": vnd("million"), "per": "month" }), "5 triệu đồng/tháng", "5 million đồng a month"),
        (json!({ "unit": vnd("trillion") }), "5 nghìn tỷ đồng", "5 trillion đồng"),
        (json!({ "unit": { "currency": "IDR", "scale": "billion" } }), "5 tỷ rupiah", "5 billion rupiah"),
        // a language writes another power of ten where it has no word for the data's
        (json!({ "unit": { "currency": "INR", "scale": "crore" } }), "50 triệu rupee", "50 million rupees"),
        // a currency that has no name here has its code
        (json!({ "unit": { "currency": "PEN" } }), "5 PEN", "5 PEN"),
    ] {
        let data = read(&file(indicator.clone(), [json!(5), json!(4)]));
        for (locale, said) in [(Locale::VI, vi), (Locale::EN, en)] {
            assert_eq!(scene(&data, locale, &[]).items[0].value, said, "{indicator}");
        }
    }
}

#[test]
fn chinese_and_thai_write_large_amounts_as_they_are_said() {
    let unit = json!({ "unit": { "currency": "VND", "scale": "billion" } });
    let data = read(&file(unit, [json!({ "more_than": 1300 }), json!(4.5)]));
    for (tag, said) in [
        ("zh-Hans", ["超过13,000亿越南盾", "45亿越南盾"]),
        ("th", ["มากกว่า 1,300,000 ล้านดอง", "4,500 ล้านดอง"]),
    ] {
        let items = scene(&data, Locale::new(tag).expect("a tag"), &[]).items;
        assert_eq!([&items[0].value, &items[1].value], said, "{tag}");
    }
}

#[test]
fn no_picture_says_dong_whose_data_does_not() {
    let data =
        read(&file(json!({ "unit": { "currency": "TWD", "scale": "million" } }), [json!(5), json!(4)]));
    for tag in ["vi", "en", "fr", "id", "th", "zh-Hans"] {
        let said = format!("{:?}", scene(&data, Locale::new(tag).expect("a tag"), &[]));
        for dong in ["đồng", "dong", "ดอง", "越南盾"] {
            assert!(!said.to_lowercase().contains(dong), "{tag}: {dong}");
        }
    }
}

#[test]
fn only_a_change_is_below_zero() {
    for kind in ["count", "amount", "rate", "average", "index"] {
        let found = errors(&file(json!({ "kind": kind }), [json!(-1), json!(4)]));
        assert_eq!(found, ["$.villages[0].figures.x number_out_of_range"], "{kind}");
    }
    let below = [json!({ "range": [-3, -1.5] }), json!({ "2024": { "less_than": 0 } })];
    assert_eq!(errors(&file(json!({ "kind": "change" }), below)), ["$.indicators[0] mixed_times"]);
    let data = read(&file(json!({ "kind": "change" }), [json!({ "range": [-3, -1.5] }), json!(-4)]));
    let said = values(&scene(&data, Locale::EN, &[]).items);
    assert_eq!(said, ["A: -3 to -1.5", "B: -4"], "a dash before a minus is no range");
}

#[test]
fn what_is_wrong_is_told_where_it_is() {
    let rate = json!({ "kind": "rate", "unit": "percent" });
    let one = |figure: Json| errors(&file(rate.clone(), [figure, json!(1)]));
    assert_eq!(one(json!("5")), ["$.villages[0].figures.x string_for_number"]);
    let mut times = file(rate.clone(), [json!({ "2014": 1, "20145": 2 }), json!({ "2014": 3 })]);
    assert_eq!(errors(&times), ["$.villages[0].figures.x.20145 bad_time"]);
    times["times"] = json!([{ "time": "2014-13", "name": "T" }]);
    assert_eq!(errors(&times)[0], "$.times[0].time bad_time");
    assert_eq!(one(json!({ "estimate": 5 })), ["$.villages[0].figures.x.estimate bad_interval"]);
    let outside = json!({ "estimate": 5, "interval": [6, 7] });
    assert_eq!(one(outside), ["$.villages[0].figures.x.estimate bad_interval"]);
    assert_eq!(
        one(json!({ "interval": [6, 7], "exact": 6 })),
        ["$.villages[0].figures.x.interval bad_interval"]
    );
    assert_eq!(one(json!({ "exact": 5, "unit": "permille" })), ["$.villages[0].figures.x mixed_unit"]);
    assert_eq!(one(json!({ "exact": 5, "per": "year" })), ["$.villages[0].figures.x mixed_period"]);
    assert_eq!(one(json!({ "exact": 5, "source": "s" })), ["$.villages[0].figures.x.source unknown_source"]);
    let mut other = file(rate.clone(), [json!(1), json!(2)]);
    other["villages"][0]["figures"] = json!({ "y": 1 });
    assert_eq!(errors(&other), ["$.villages[0].figures.y unknown_indicator"]);
    other = file(rate.clone(), [json!(1), json!(2)]);
    other["references"] = json!([{ "indicator": "y", "name": "All", "figures": 1 }]);
    assert_eq!(errors(&other), ["$.references[0].indicator unknown_indicator"]);
    other["references"] =
        json!([{ "indicator": "x", "name": "All", "figures": { "exact": 1, "source": "s" } }]);
    assert_eq!(errors(&other), ["$.references[0].figures.source unknown_source"]);
    let currency = |code: &str| errors(&file(json!({ "unit": { "currency": code } }), [json!(1), json!(2)]));
    assert_eq!(currency("dong"), ["$.indicators[0].unit.currency bad_currency"]);
    assert!(errors(&file(json!({ "kind": "sum" }), [json!(1), json!(2)]))[0].ends_with("kind unknown_word"));
    assert!(
        errors(&file(json!({ "decimals": 1.5 }), [json!(1), json!(2)]))[0].ends_with("decimals wrong_type")
    );
}

#[test]
fn a_time_is_chosen_and_no_figure_is_of_another() {
    let now = communes(Locale::EN, "poor", None);
    assert_eq!(now.title, "Poverty rate, 2018");
    let before = communes(Locale::EN, "poor", Some("2014"));
    assert_eq!(before.title, "Poverty rate, 2014");
    let said = values(&before.items);
    let expected =
        ["Whole country: 8.4%", "Bắc Sơn: 12.1%", "An Bình: 8.4%", "Đại Đồng: 5.0%", "Cẩm Thủy: 3.2%"];
    assert_eq!(said[..5], expected);
    assert_eq!(said[5], "Hòa Lạc: no figure", "who has none is not left out");
    // a time that it does not have is its last one
    assert_eq!(communes(Locale::EN, "poor", Some("2022/23")).title, "Poverty rate, 2018");
    assert_eq!(communes(Locale::VI, "pupils", Some("2022/23")).title, "Học sinh, năm học 2022–2023");
    assert_eq!(communes(Locale::VI, "pupils", Some("2023/24")).title, "Học sinh, 2023–2024");
    let times = now.controls.list("time").expect("several");
    assert_eq!((times.ids.join(" "), &*times.chosen), ("2014 2016 2018".to_owned(), "2018"));
    assert_eq!(now.controls.list("indicator").expect("several").names.len(), 7);
}

/// The file's date and its first source are those of figures that say nothing else.
#[test]
fn no_figure_has_the_date_or_the_source_of_another() {
    let timed = communes(Locale::EN, "poor", None);
    assert_eq!(timed.source, "Source: Household survey");
    assert!(timed
        .items
        .iter()
        .all(|item| item.cells.as_of.is_empty() && item.cells.source == "Household survey"));
    let untimed = communes(Locale::EN, "people", None);
    assert_eq!(untimed.source, "Source: Statistics office of Mẫu district · Figures as of 5 July 2024");
}

/// A wrong attribute is no fault of the data: whoever reads the message has to look at the page, not at the file.
#[test]
fn what_the_data_lacks_is_told_of_the_option_that_asks_for_it() {
    let text = |asked: &str| Some(asked.to_owned());
    let mut file: Json = serde_json::from_str(COMMUNES).expect("JSON");
    file["dimensions"] = json!([{ "id": "terrain", "name": "Terrain" }]);
    let data = read(&file);
    for (kind, option, asked) in [
        (Kind::Ranking, "indicator", Action::Indicator(text("sai"))),
        (Kind::Trend, "indicator", Action::Indicator(text("sai"))),
        (Kind::Income, "indicator", Action::Indicator(text("sai"))),
        (Kind::Makeup, "indicator", Action::Indicator(text("sai"))),
        (Kind::Scatter, "x", Action::X(text("sai"))),
        (Kind::Scatter, "y", Action::Y(text("sai"))),
        (Kind::Ranking, "time", Action::Time(TimePeriod::parse("1999"))),
        (Kind::Ranking, "group", Action::Group(text("sai"))),
        (Kind::Groups, "group", Action::Group(text("sai"))),
        (Kind::Groups, "split", Action::Split(text("sai"))),
        (Kind::Groups, "only", Action::Only(text("sai"))),
        (Kind::Ranking, "only", Action::Only(text("sai"))),
        (Kind::Trend, "places", Action::Places(text("sai"))),
        (Kind::Scatter, "places", Action::Places(text("sai"))),
        (Kind::Ranking, "also", Action::Also(text("district, sai"))),
    ] {
        let mut view = View::new(kind, Locale::EN, 640.0);
        view.update(asked);
        let finding = chart::scene(&data, &view, &Native::default()).expect_err("the file has none");
        let found = if option == "time" { "\"1999\"" } else { "\"sai\"" };
        assert_eq!((&*finding.path, &*finding.found), (option, found), "{kind:?}");
        assert_ne!(finding.expected, "", "{kind:?}");
    }
}

#[test]
fn an_unknown_indicator_is_refused_with_those_there_are() {
    let data = read(&serde_json::from_str(COMMUNES).expect("JSON"));
    let mut view = View::new(Kind::Ranking, Locale::EN, 640.0);
    view.update(Action::Indicator(Some("incme".to_owned())));
    let finding = chart::scene(&data, &view, &Native::default()).expect_err("none of that name");
    assert_eq!((finding.code, &*finding.found), ("unknown_indicator", "\"incme\""));
    assert!(finding.expected.contains("income"), "{}", finding.expected);
}

#[test]
fn flags_are_marked_explained_and_heard() {
    let scene = communes(Locale::EN, "income", None);
    let of = |name: &str| scene.items.iter().find(|item| item.title == name).expect("a place");
    let flagged = of("Cẩm Thủy");
    assert_eq!(flagged.value, "4.50 million đồng a month", "the letters belong to the picture");
    assert!(flagged.notes.join(" ").contains("revised not comparable with earlier figures"));
    assert!(flagged.spoken.contains("revised") && flagged.spoken.contains("not comparable"));
    let drawn = format!("{:?}", scene.marks);
    for text in ["(r, b)", "r: revised", "b: not comparable with earlier figures"] {
        assert!(drawn.contains(text), "{text}");
    }
}

#[test]
fn an_estimate_has_its_interval_in_the_label_and_in_its_rank() {
    let scene = communes(Locale::EN, "income", None);
    let of = |name: &str| scene.items.iter().find(|item| item.title == name).expect("a place");
    // rounded to two decimals the interval is not narrower than it was
    let before = communes(Locale::EN, "income", Some("2016"));
    assert!(before.items.iter().any(|item| item.value == "2.35 (2.10–2.61) million đồng a month"));
    assert_eq!(of("An Bình").value, "3.02 (2.71–3.33) million đồng a month");
    assert!(of("An Bình").spoken.contains("3.02, between 2.71 and 3.33 million dong"));
    let overlapping = json!({ "estimate": 5, "interval": [4, 6] });
    let data = read(&file(json!({ "kind": "average" }), [overlapping, json!(5.5)]));
    let scene = self::scene(&data, Locale::EN, &[]);
    assert!(scene.items.iter().all(|item| item.notes[0] == "Rank left open among 2"), "{:?}", scene.items);
}

#[test]
fn figures_that_read_alike_share_a_rank() {
    let data =
        read(&file(json!({ "kind": "rate", "unit": "percent", "decimals": 1 }), [json!(3.24), json!(3.21)]));
    let items = scene(&data, Locale::EN, &[]).items;
    assert_eq!([&*items[0].value, &*items[1].value], ["3.2%", "3.2%"]);
    assert!(items.iter().all(|item| item.notes[0] == "Rank 1 to 2, shared, of 2"));
    // as they are written, not as they are in binary
    let halves = [json!(2.675), json!({ "about": 1.005 })];
    let data = read(&file(json!({ "kind": "index", "decimals": 2 }), halves));
    assert_eq!(values(&scene(&data, Locale::EN, &[]).items), ["A: 2.68", "B: about 1.01"]);
    // what is only a limit keeps its digits: over 3.26 is not over 3.3
    let data =
        read(&file(json!({ "kind": "rate", "decimals": 1 }), [json!({ "more_than": 3.26 }), json!(1)]));
    assert_eq!(scene(&data, Locale::EN, &[]).items[0].value, "over 3.26");
}

#[test]
fn what_may_be_summed_has_a_total_and_the_rest_a_line_to_compare_with() {
    let people = communes(Locale::EN, "people", None);
    assert_eq!(people.items[0].value, "48,200 people");
    assert!(people.items[0].notes[0].starts_with("The 5 communes below together: about 32,615"));
    let poor = communes(Locale::EN, "poor", None);
    assert_eq!(values(&poor.items)[..2], ["Province: about 3.4%", "Whole country: 5.2%"]);
    let said = format!("{poor:?}");
    assert!(!said.contains("together"), "rates are never summed");
}

#[test]
fn places_have_their_own_word() {
    let scene = communes(Locale::EN, "migration", None);
    assert!(scene.summary.starts_with("5 communes"), "{}", scene.summary);
    let said = format!("{scene:?}");
    assert!(!said.contains("village"), "{said}");
}

/// Whatever numbers of both signs an indicator has, bars and labels lie within the picture, at each width.
#[test]
fn both_signs_fit_at_every_width() {
    for (low, high) in [(-1e9, 1.0), (-1.0, 1e9), (-5.0, -1.0), (-0.001, 0.001), (0.0, 0.0)] {
        let unit = json!({ "kind": "change", "unit": "a rather long name of what is counted here" });
        let data = read(&file(unit, [json!(low), json!({ "more_than": high })]));
        for width in [120.0, 200.0, 320.0, 360.0, 640.0, 1240.0] {
            let mut view = View::new(Kind::Ranking, Locale::VI, width);
            view.update(Action::Width(width));
            let scene = chart::scene(&data, &view, &Native::default()).expect("figures");
            for mark in &scene.marks {
                for (x, _) in mark.shape.points() {
                    // an open end hides its line beyond it
                    assert!((-2.0..=width + 2.0).contains(&x), "{low} {high} at {width}: {mark:?}");
                }
            }
        }
    }
}

/// A group has its sum where figures may be summed, else what lies furthest apart; it is never in the table, whose
/// columns readers add up.
#[test]
fn a_group_says_of_its_places_what_is_honest() {
    let data = read(&serde_json::from_str(COMMUNES).expect("JSON"));
    let grouped = |indicator: &str| {
        scene(
            &data,
            Locale::EN,
            &[Action::Indicator(Some(indicator.to_owned())), Action::Group(Some("district".to_owned()))],
        )
    };
    let said = |scene: &Scene| -> Vec<String> {
        let heads = scene.items.iter().filter(|item| item.id.starts_with("group-"));
        heads.map(|item| format!("{}: {}", item.title, item.value)).collect()
    };
    let people = grouped("people");
    assert_eq!(
        said(&people),
        ["Đông: 2 communes together: about 8,300 people.", "Tây: 3 communes together: 24,315 people."]
    );
    let order: Vec<&str> = people.items.iter().map(|item| &*item.title).collect();
    let expected = ["Whole district", "Đông", "An Bình", "Bắc Sơn", "Tây", "Cẩm Thủy", "Đại Đồng", "Hòa Lạc"];
    assert_eq!(order, expected, "groups by name, and by figure within them");
    assert_eq!(
        said(&grouped("poor"))[1],
        "Tây: 3 communes. Highest number stated: Hòa Lạc, 5.0–7.5%; lowest: Cẩm Thủy, under 2.0%."
    );
    let grants = said(&grouped("grants"));
    assert_eq!(grants[0], "Đông: 2 communes together: over 42.5 billion rupiah a year.");
    assert!(grants[1].ends_with("1 of 3 communes has no figure."), "{}", grants[1]);
    let mut view = View::new(Kind::Ranking, Locale::EN, 640.0);
    view.update(Action::Group(Some("district".to_owned())));
    let table = chart::table(&data, &view, &Native::default()).expect("a table");
    assert_eq!(table.rows.len(), 7, "two references and five communes");
}

#[test]
fn who_is_in_no_group_comes_last() {
    let mut file = file(json!({ "kind": "rate" }), [json!(5), json!(4)]);
    file["villages"][1]["district"] = json!("Z");
    file["villages"]
        .as_array_mut()
        .expect("a list")
        .push(json!({ "name": "C", "district": "Y", "figures": { "x": 9 } }));
    let scene = scene(&read(&file), Locale::EN, &[Action::Group(Some("district".to_owned()))]);
    let order: Vec<&str> = scene.items.iter().map(|item| &*item.title).collect();
    assert_eq!(order, ["Y", "C", "Z", "B", "Without one", "A"]);
}

/// What a label says, the columns of the table say each by itself: also where a language writes another unit.
#[test]
fn a_table_has_time_district_interval_and_flags_in_columns_of_their_own() {
    let data = read(&serde_json::from_str(COMMUNES).expect("JSON"));
    let table = |indicator: &str, locale| {
        let mut view = View::new(Kind::Ranking, locale, 640.0);
        view.update(Action::Indicator(Some(indicator.to_owned())));
        chart::table(&data, &view, &Native::default()).expect("a table")
    };
    let income = table("income", Locale::EN);
    let of = |name: &str| income.rows.iter().find(|row| row[1] == name).expect("a place").clone();
    assert_eq!(income.head[12..], ["Time", "District", "Interval from", "Interval to", "Flags"]);
    assert_eq!(
        of("An Bình")[3..8],
        [
            "3.02 (2.71–3.33) million đồng a month",
            "estimate with interval",
            "3.02",
            "",
            "million đồng a month",
        ]
    );
    assert_eq!(of("An Bình")[12..], ["2018", "Đông", "2.71", "3.33", ""]);
    assert_eq!(of("Cẩm Thủy")[16], "revised; not comparable with earlier figures");
    let grants = table("grants", Locale::new("th").expect("a tag"));
    let row = &grants.rows.iter().find(|row| row[1] == "Bắc Sơn").expect("a place");
    assert_eq!([&*row[5], &*row[7]], ["30000", "ล้านรูเปียห์ต่อปี"], "30 billion, as Thai writes it");
}

/// The same villages, an object for each or a row of cells for each, are the same data.
#[test]
fn columns_and_rows_are_the_villages_that_objects_are() {
    let indicators = json!([
        { "id": "poor", "name": "P", "kind": "rate", "unit": "percent" },
        { "id": "people", "name": "N", "kind": "count" },
    ]);
    let objects = json!([
        { "id": "a", "name": "A", "district": "D", "craft": "wood", "revenue": 5,
          "figures": { "poor": { "2014": 3.2, "2016": { "less_than": 2 } }, "people": 10 } },
        { "name": { "vi": "B" }, "figures": { "poor": { "2014": 4 }, "people": { "about": 7 } } },
    ]);
    let columns = json!({
        "columns": ["id", "name", "district", "craft", "revenue", "people", "poor@2014", "poor@2016"],
        "rows": [
            ["a", "A", "D", "wood", 5, 10, 3.2, { "less_than": 2 }],
            [null, { "vi": "B" }, null, null, null, { "about": 7 }, 4, null],
        ],
    });
    let format = "village-charts/1";
    let whole = |villages: Json| json!({ "format": format, "indicators": indicators, "villages": villages });
    assert_eq!(read(&whole(columns.clone())), read(&whole(objects)));
    let wrong = |change: &dyn Fn(&mut Json)| {
        let mut columns = columns.clone();
        change(&mut columns);
        errors(&whole(columns))
    };
    assert_eq!(wrong(&|c| c["rows"][1][6] = json!("4")), ["$.villages.rows[1][6] string_for_number"]);
    assert_eq!(wrong(&|c| c["rows"][1] = json!(["b"])), ["$.villages.rows[1] wrong_type"]);
    assert_eq!(wrong(&|c| c["columns"][6] = json!("pour@2014")), ["$.villages.columns[6] unknown_indicator"]);
    assert_eq!(wrong(&|c| c["columns"][6] = json!("poor@14")), ["$.villages.columns[6] bad_time"]);
    assert_eq!(wrong(&|c| c["columns"][7] = json!("poor@2014")), ["$.villages.columns[7] duplicate_key"]);
    assert_eq!(wrong(&|c| c["rows"] = json!(5)), ["$.villages wrong_type"]);
    let nameless = json!({ "columns": ["people"], "rows": [] });
    assert_eq!(errors(&whole(nameless)), ["$.villages.columns missing_key"]);
}

/// A unit in words is drawn as these words in every language, and no chart knows what it is: of percent and money the
/// format has its own.
#[test]
fn a_unit_in_words_that_the_format_has_its_own_for_is_a_warning() {
    let told = |unit: Json| {
        let file = file(json!({ "unit": unit }), [json!(1), json!(2)]);
        let findings = data::read(file.to_string().as_bytes(), &Native::default()).findings;
        findings.into_iter().map(|f| (f.severity, f.code, f.path, f.expected)).collect::<Vec<_>>()
    };
    for (unit, right) in &[
        (json!("%"), "\"percent\""),
        (json!("Phần trăm"), "\"percent\""),
        (json!({ "vi": "%", "en": "per cent" }), "\"percent\""),
        (json!("‰"), "\"permille\""),
        (json!("tỷ đồng"), "{ \"currency\": \"VND\", \"scale\": \"billion\" }"),
        (json!("Nghìn tỷ đồng"), "{ \"currency\": \"VND\", \"scale\": \"trillion\" }"),
        (json!("triệu VNĐ"), "{ \"currency\": \"VND\", \"scale\": \"million\" }"),
        (json!("million USD"), "{ \"currency\": \"USD\", \"scale\": \"million\" }"),
        (json!("juta rupiah"), "{ \"currency\": \"IDR\", \"scale\": \"million\" }"),
        (json!("ล้านบาท"), "{ \"currency\": \"THB\", \"scale\": \"million\" }"),
        (json!("亿元"), "{ \"currency\": \"CNY\", \"scale\": \"hundred_million\" }"),
        (json!("EUR"), "{ \"currency\": \"EUR\" }"),
        (
            json!("triệu đồng/tháng"),
            "{ \"currency\": \"VND\", \"scale\": \"million\" } with \"per\": \"month\" beside it",
        ),
        (json!("lượt khách/năm"), "\"lượt khách\" with \"per\": \"year\" beside it"),
    ] {
        let [(severity, code, path, expected)] = &told(unit.clone())[..] else {
            panic!("{unit}: {:?}", told(unit.clone()))
        };
        assert_eq!((*severity, *code, &**path), (Severity::Warning, "unit_in_words", "$.indicators[0].unit"));
        assert!(expected.starts_with(*right), "{unit}: {expected}");
    }
    for unit in ["người", "ha", "cup", "all", "dong trees", "người/km²", "hộ/thôn", "điểm", "tỷ", "percent"]
    {
        assert_eq!(told(json!(unit)), [], "{unit}");
    }
}

/// One cause, one error: what the figures name cannot be known where that is what is wrong.
#[test]
fn what_names_a_broken_list_is_no_further_error() {
    let mut whole = file(json!({}), [json!(1), json!(2)]);
    whole["references"] = json!([{ "indicator": "x", "name": "C", "figures": 3 }]);
    let with = |key: &str, value: Json| {
        let mut whole = whole.clone();
        whole[key] = value;
        errors(&whole)
    };
    assert_eq!(
        with("indicators", json!({ "x": { "name": "X", "kind": "count" } })),
        ["$.indicators wrong_type"]
    );
    assert_eq!(
        with("indicators", json!([{ "id": 5, "name": "X", "kind": "count" }])),
        ["$.indicators[0].id wrong_type"]
    );
    let columns = json!({ "columns": ["name", "x", "x@2020"], "rows": [["A", 1, 2]] });
    whole["villages"] = columns.clone();
    let mut other = whole.clone();
    other["indicators"] = json!({ "x": {} });
    assert_eq!(errors(&other), ["$.indicators wrong_type"]);
    // without the key one figure is told for all
    let mut without = file(json!({}), [json!(1), json!(2)]);
    without.as_object_mut().expect("an object").remove("indicators");
    assert_eq!(errors(&without), ["$.villages[0].figures.x unknown_indicator"]);
    let mut places = file(json!({}), [json!(1), json!(2)]);
    places["dimensions"] = json!({ "id": "terrain", "name": "Terrain" });
    for at in 0..2 {
        places["villages"][at]["dimensions"] = json!({ "terrain": "hills" });
    }
    assert_eq!(errors(&places), ["$.dimensions wrong_type"]);
    places["villages"] = json!({ "columns": ["name", "terrain", "x"], "rows": [["A", "hills", 1]] });
    assert_eq!(errors(&places), ["$.dimensions wrong_type"]);
}

#[test]
fn a_time_of_which_no_figure_is_is_told_with_those_there_are() {
    let communes = read(&serde_json::from_str(COMMUNES).expect("JSON"));
    let asked = |data: &Dataset, time: &str| {
        let mut view = View::new(Kind::Ranking, Locale::EN, 640.0);
        view.update(Action::Time(TimePeriod::parse(time)));
        chart::scene(data, &view, &Native::default()).map_err(|f| (f.code, f.found, f.expected))
    };
    let (code, found, expected) = asked(&communes, "1999").expect_err("no such time");
    assert_eq!(
        (code, &*found, &*expected),
        ("unknown_time", "\"1999\"", "one of: 2014, 2016, 2018, 2022/23, 2023/24")
    );
    // of another indicator there is one: a page of several charts asks all for it
    assert_eq!(asked(&communes, "2022/23").expect("the last one").title, "Poverty rate, 2018");
    let timeless = read(&file(json!({ "unit": "percent" }), [json!(5), json!(6)]));
    let (_, _, expected) = asked(&timeless, "2024").expect_err("no time at all");
    assert_eq!(expected, "no time: the figures name none");
}

#[test]
fn a_number_is_said_for_its_period_in_every_language() {
    let of = |per: &str, tag: &str| {
        let data = read(&file(json!({ "unit": "percent", "per": per }), [json!(5), json!(6)]));
        scene(&data, Locale::new(tag).expect("a language"), &[]).items[0].value.clone()
    };
    let english = ["day", "week", "month", "quarter", "year"].map(|per| of(per, "en"));
    assert_eq!(english, ["6% a day", "6% a week", "6% a month", "6% a quarter", "6% a year"]);
    let quarter = ["vi", "id", "th", "fr", "zh-Hans"].map(|tag| of("quarter", tag));
    assert_eq!(quarter, ["6%/quý", "6% per triwulan", "6%ต่อไตรมาส", "6\u{a0}% par trimestre", "6%/季度"]);
}

#[test]
fn a_currency_that_there_is_none_of_is_told() {
    let found = |code: &str| {
        let file = file(json!({ "unit": { "currency": code, "scale": "million" } }), [json!(5), json!(6)]);
        let findings = data::read(file.to_string().as_bytes(), &Native::default()).findings;
        findings.into_iter().map(|f| format!("{} {}", f.path, f.code)).collect::<Vec<_>>()
    };
    assert_eq!(found("VDN"), ["$.indicators[0].unit.currency unknown_currency"]);
    assert_eq!(found("vnd"), ["$.indicators[0].unit.currency bad_currency"]);
    for code in ["VND", "IDR", "TWD", "PEN", "XAF", "EUR"] {
        assert_eq!(found(code), [""; 0], "{code}");
    }
}

#[test]
fn income_is_for_a_month_or_a_year() {
    let file = json!({
        "format": "village-charts/1",
        "income": { "unit": "million_vnd", "rows": [{ "name": "A", "value": 5, "per": "quarter" }] },
    });
    assert_eq!(errors(&file), ["$.income.rows[0].per bad_period"]);
}

#[test]
fn a_threshold_may_lie_below_zero_where_figures_do() {
    let data = read(&serde_json::from_str(COMMUNES).expect("JSON"));
    let migration = Action::Indicator(Some("migration".to_owned()));
    let at = |at: f64| scene(&data, Locale::EN, &[migration.clone(), Action::Threshold(Some(at))]);
    let over = at(-3.0);
    assert!(over.answers[0].starts_with("Over minus 3"), "{:?}", over.answers);
    let threshold = over.controls.threshold.expect("a threshold");
    assert!(threshold.least < -3.0 && threshold.most > 0.0, "{threshold:?}");
    let handle =
        threshold.start + (-3.0 - threshold.least) / (threshold.most - threshold.least) * threshold.length;
    let line = |scene: &Scene| {
        scene.marks.iter().find_map(|mark| match mark.shape {
            Shape::Rect(rect) if mark.role == Role::Focus => Some(rect.x + rect.width / 2.0),
            _ => None,
        })
    };
    assert!((line(&over).expect("a line") - handle).abs() < 0.01, "{handle}");
    // beyond the axis there is none
    assert_eq!(line(&at(-1e6)), None);
    // where all are below zero, an amount to begin with is, too
    let below = file(json!({ "kind": "change", "unit": "percent" }), [json!(-30), json!(-8)]);
    let threshold = scene(&read(&below), Locale::EN, &[]).controls.threshold.expect("a threshold");
    assert_eq!((threshold.suggested, threshold.step, threshold.most), (-20.0, 0.2, 0.0));
}

#[test]
fn the_line_of_one_indicator_is_not_one_of_another() {
    let mut view = View::new(Kind::Ranking, Locale::EN, 640.0);
    let line = Action::Threshold(Some(5.0));
    for other in [Action::Indicator(Some("income".to_owned())), Action::Kind(Kind::Revenue)] {
        view.update(line.clone());
        view.update(Action::Time(TimePeriod::parse("2018")));
        assert_eq!(view.threshold, Some(5.0));
        view.update(other);
        assert_eq!(view.threshold, None);
    }
}

#[test]
fn csv_in_parts_is_that_as_a_whole() {
    let data = read(&serde_json::from_str(COMMUNES).expect("JSON"));
    let grouped = Action::Group(Some("district".to_owned()));
    let asked = [
        (Kind::Ranking, Action::Page(0)),
        (Kind::Ranking, grouped),
        (Kind::Ranking, Action::Sort(Sort::Name)),
        (Kind::Ranking, Action::Filter(Filter { query: "o".to_owned(), ..Filter::default() })),
        (Kind::Trend, Action::Page(0)),
        (Kind::Spread, Action::Page(0)),
    ];
    for (kind, action) in asked {
        let mut view = View::new(kind, Locale::EN, 640.0);
        view.update(action);
        let kept = chart::Kept::default();
        for form in [Form::Chart, Form::Long, Form::Wide] {
            let whole = chart::csv(&data, &view, &Native::default(), form).expect("figures");
            for size in [1, 3, 5, 100] {
                let mut parts = Vec::new();
                while parts.last().is_none_or(|part: &String| !part.is_empty()) {
                    let from = parts.len() * size;
                    let part =
                        chart::csv_part(&data, &view, &Native::default(), form, from..from + size, &kept);
                    parts.push(part.expect("figures"));
                }
                assert_eq!(parts.concat(), whole, "{kind:?} {form:?} {size}");
            }
        }
    }
}

/// A page may ask for anything, no rows among it.
#[test]
fn a_part_of_no_rows_is_empty() {
    let json = json!({ "format": "village-charts/1",
        "indicators": [{ "id": "x", "name": "X", "kind": "count" }],
        "villages": [{ "name": "A", "figures": { "x": { "2024": 1 } } },
                     { "name": "B", "figures": { "x": { "2024": 2 } } }] });
    let data = data::read(json.to_string().as_bytes(), &Native::default()).dataset.expect("good data");
    for (_, kind) in Kind::ALL {
        let view = View::new(kind, Locale::EN, 640.0);
        for form in [Form::Chart, Form::Long, Form::Wide] {
            for from in [0, 1, 7, usize::MAX] {
                let kept = chart::Kept::default();
                let part = chart::csv_part(&data, &view, &Native::default(), form, from..from, &kept);
                // headings alone where there are any
                assert!(part.is_none_or(|part| part.lines().count() < 2), "{kind:?} {form:?} {from}");
            }
        }
    }
}

/// A file of three places with incomes over two years, and a rate.
fn incomes() -> Json {
    let unit = json!({ "currency": "IDR", "scale": "million" });
    let village = |name: &str, district: &str, income: Json| {
        let figures = json!({ "income": income, "poor": 4 });
        json!({ "name": name, "district": district, "figures": figures })
    };
    json!({
        "format": "village-charts/1",
        "indicators": [
            { "id": "poor", "name": "Poverty rate", "kind": "rate", "unit": "percent" },
            { "id": "income", "name": "Income", "kind": "average", "unit": unit, "per": "month", "decimals": 1 },
        ],
        "villages": [
            village("A", "North", json!({ "2020": 3, "2024": 4 })),
            village("B", "South", json!({ "2020": 2, "2024": { "more_than": 5, "provisional": true } })),
            village("C", "South", json!({ "2020": 1 })),
        ],
    })
}

#[test]
fn income_can_be_made_of_an_indicator() {
    let data = read(&incomes());
    let draw =
        |actions: &[Action]| scene(&data, Locale::EN, &[&[Action::Kind(Kind::Income)], actions].concat());
    let here = draw(&[]);
    assert_eq!(here.title, "Income, 2024");
    let expected = ["B: over 5.0 million rupiah a month", "A: 4.0 million rupiah a month", "C: no figure"];
    assert_eq!(values(&here.items), expected);
    assert_eq!(
        here.items.iter().map(|item| &*item.subtitle).collect::<Vec<_>>(),
        ["South", "North", "South"]
    );
    assert!(here.items[0].notes.iter().any(|note| note == "provisional"), "{:?}", here.items[0].notes);
    let times = here.controls.list("time").expect("two years");
    assert_eq!((&*times.chosen, &times.ids[..]), ("2024", &["2020".to_owned(), "2024".to_owned()][..]));
    // in which period is the reader's choice
    let year = draw(&[Action::Unit(Some(data::Period::Year)), Action::Time(TimePeriod::parse("2020"))]);
    let expected =
        ["A: 36.0 million rupiah a year", "B: 24.0 million rupiah a year", "C: 12.0 million rupiah a year"];
    assert_eq!((&*year.title, values(&year.items)), ("Income, 2020", expected.map(str::to_owned).into()));
    assert!(year.items[0].notes.iter().any(|note| note.contains("× 12") || note.contains("12")));
    assert!(!format!("{:?}", year.items).contains("đồng"));
}

#[test]
fn an_indicator_that_is_no_income_is_none() {
    let refused = |file: &Json, indicator: Option<&str>| {
        let mut view = View::new(Kind::Income, Locale::EN, 640.0);
        view.update(Action::Indicator(indicator.map(str::to_owned)));
        chart::scene(&read(file), &view, &Native::default()).err().map(|found| (found.code, found.expected))
    };
    let mut file = incomes();
    assert_eq!(refused(&file, None), None);
    assert_eq!(refused(&file, Some("income")), None);
    let expected = "an indicator in money, by the month or by the year, one of: income";
    for id in ["poor", "height"] {
        assert_eq!(refused(&file, Some(id)), Some(("unknown_indicator", expected.to_owned())), "{id}");
    }
    // a day's income is no month's
    file["indicators"][1]["per"] = json!("day");
    let expected = "an indicator in money, by the month or by the year: the file has none";
    assert_eq!(refused(&file, Some("income")), Some(("unknown_indicator", expected.to_owned())));
    assert_eq!(refused(&file, None).map(|of| of.0), Some("missing_section"));
    // a section is drawn where no indicator is asked for
    let mut both = incomes();
    let row = json!({ "name": "Weavers", "value": 7, "per": "month" });
    both["income"] = json!({ "unit": "million_vnd", "rows": [row] });
    let data = read(&both);
    let titles = |actions: &[Action]| {
        let scene = scene(&data, Locale::EN, &[&[Action::Kind(Kind::Income)], actions].concat());
        scene.items.iter().map(|item| item.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&[]), ["Weavers"]);
    assert_eq!(titles(&[Action::Indicator(Some("income".to_owned()))]), ["B", "A", "C"]);
}
