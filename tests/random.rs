//! Any statistics: whatever indicators, units, times, flags and numbers of both signs a file has, it is drawn without a
//! panic, and label, table, CSV and spoken text of each figure say the same.
//!
//! `PROPTEST_CASES=10000 cargo test --release --test random` tries that many files.

#![cfg(feature = "tools")]

use proptest::prelude::*;
use serde_json::{json, Map, Value as Json};
use village_charts::data;
use village_charts::figure::{ranks, Domain, Figure, Value};
use village_charts::platform::{Digits, Native, Platform};
use village_charts::scene::{Role, Shape};
use village_charts::table::Form;
use village_charts::text::Locale;
use village_charts::view::{Action, Kind, View};
use village_charts::{arg, chart, message};

const TIMES: [&str; 4] = ["2014", "2016-07", "2018-Q3", "2020/21"];
const LANGUAGES: [&str; 6] = ["vi", "en", "fr", "id", "th", "zh-Hans"];

/// A number with up to three decimals; of a change also below zero.
fn number(signed: bool) -> impl Strategy<Value = f64> {
    let whole = prop_oneof![0i64..50, 0i64..2_000_000, Just(0)];
    (whole, 0u8..4, any::<bool>()).prop_map(move |(whole, decimals, below)| {
        let x = whole as f64 / 10f64.powi(decimals.into());
        if signed && below {
            0.0 - x
        } else {
            x
        }
    })
}

fn figure(signed: bool) -> impl Strategy<Value = Json> {
    let n = move || number(signed);
    let key = prop::sample::select(vec!["exact", "about", "more_than", "at_least", "at_most"]);
    let qualified = (key, n()).prop_map(|(key, x)| json!({ key: x }));
    // nothing is nearly nothing, and nothing that is never below zero is less than it
    let limit = prop::sample::select(vec!["nearly", "less_than"]);
    let limited = (limit, n()).prop_map(|(key, x)| json!({ key: if x == 0.0 { 1.0 } else { x } }));
    let range = (n(), n()).prop_map(|(a, b)| json!({ "range": [a.min(b), a.max(b) + 1.0] }));
    let estimate = (n(), 0u8..9, 0u8..9).prop_map(move |(at, below, above)| {
        let low = at - f64::from(below);
        let low = if signed { low } else { low.max(0.0) };
        json!({ "estimate": at, "interval": [low, at + 1.0 + f64::from(above)] })
    });
    let one = prop_oneof![
        4 => n().prop_map(|x| json!({ "exact": x })),
        4 => qualified,
        2 => limited,
        2 => range,
        2 => estimate,
        1 => Just(json!({ "missing": "not surveyed" })),
    ];
    let flag = prop::option::of(prop::sample::select(vec![
        "provisional",
        "few_cases",
        "revised",
        "break",
        "estimated",
    ]));
    (one, flag).prop_map(|(mut figure, flag)| {
        if let Some(flag) = flag {
            figure[flag] = json!(true);
        }
        figure
    })
}

fn unit() -> impl Strategy<Value = Json> {
    let scale = prop::sample::select(vec!["one", "thousand", "lakh", "million", "crore", "billion"]);
    let currency = prop::sample::select(vec!["VND", "IDR", "TWD", "PEN"]);
    prop_oneof![
        Just(json!("percent")),
        Just(json!("permille")),
        Just(json!("index")),
        Just(json!({ "vi": "người", "en": "people" })),
        (currency, scale).prop_map(|(currency, scale)| json!({ "currency": currency, "scale": scale })),
    ]
}

/// A file of one indicator, with its figures at one time, at several, or at none that it names.
fn file() -> impl Strategy<Value = Json> {
    let kind = prop::sample::select(vec!["count", "amount", "rate", "average", "index", "change"]);
    let decimals = prop::option::of(0u8..=6);
    (kind, unit(), decimals, any::<bool>(), 1usize..7).prop_flat_map(|(kind, unit, decimals, timed, places)| {
        let signed = kind == "change";
        let times = prop::sample::subsequence(TIMES.to_vec(), 1..=TIMES.len());
        let series = move || {
            (times.clone(), figure(signed), figure(signed)).prop_map(move |(times, first, other)| {
                if !timed {
                    return first;
                }
                let figures = times.iter().enumerate();
                let each = figures.map(|(i, time)| {
                    let figure = if i == 0 { first.clone() } else { other.clone() };
                    ((*time).to_owned(), figure)
                });
                Json::from(each.collect::<Map<_, _>>())
            })
        };
        let villages = prop::collection::vec((series(), 0u8..3), places);
        (villages, prop::option::of(series())).prop_map(move |(villages, reference)| {
            let village = |(i, (figures, district)): (usize, &(Json, u8))| {
                json!({ "name": format!("P{i}"), "district": format!("D{district}"), "figures": { "x": figures } })
            };
            let mut indicator = json!({ "id": "x", "name": "X", "kind": kind, "unit": unit });
            if let Some(decimals) = decimals {
                indicator["decimals"] = json!(decimals);
            }
            let references: Vec<Json> = reference
                .iter()
                .map(|figures| json!({ "indicator": "x", "name": "All", "figures": figures }))
                .collect();
            json!({
                "format": "village-charts/1",
                "sources": [{ "id": "s", "name": "Office" }],
                "indicators": [indicator],
                "villages": villages.iter().enumerate().map(village).collect::<Vec<_>>(),
                "references": references,
            })
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(500),
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_said_of_a_figure_is_the_same_everywhere(
        file in file(),
        language in prop::sample::select(LANGUAGES.to_vec()),
        time in prop::option::of(prop::sample::select(TIMES.to_vec())),
        grouped in any::<bool>(),
        width in prop::sample::select(vec![120.0, 320.0, 640.0, 1200.0]),
    ) {
        let platform = Native::default();
        let locale = Locale::new(language).unwrap();
        let reading = data::read(file.to_string().as_bytes(), &platform);
        prop_assert!(reading.dataset.is_some(), "{:?}", reading.findings);
        let data = reading.dataset.unwrap();
        let mut view = View::new(Kind::Ranking, locale, width);
        view.update(Action::Time(time.and_then(data::TimePeriod::parse)));
        view.update(Action::Group(grouped.then(|| "district".to_owned())));
        let scene = chart::scene(&data, &view, &platform);
        let is_given = time.is_none_or(|time| file.to_string().contains(&format!("\"{time}\":")));
        if !is_given {
            prop_assert_eq!(scene.expect_err("no figure is of it").code, "unknown_time");
            return Ok(());
        }
        prop_assert!(scene.is_ok(), "{scene:?}");
        let scene = scene.unwrap();
        let mut of_groups = view.clone();
        of_groups.update(Action::Kind(Kind::Groups));
        match chart::scene(&data, &of_groups, &platform) {
            Ok(groups) => {
                let points = groups.marks.iter().flat_map(|mark| mark.shape.points());
                prop_assert!(points.into_iter().all(|(x, y)| x.is_finite() && y.is_finite()));
            }
            Err(finding) => prop_assert_eq!(finding.code, "no_groups"),
        }
        let table = chart::table(&data, &view, &platform).unwrap();
        let csv = table.csv();
        let items: Vec<_> = scene.items.iter().filter(|item| !item.id.starts_with("group-")).collect();
        prop_assert_eq!(items.len(), table.rows.len());
        for (item, row) in items.iter().zip(&table.rows) {
            prop_assert_eq!((&item.title, &item.value), (&row[1], &row[3]));
            prop_assert!(row[5].is_empty() || csv.contains(&row[5]), "{} in {}", row[5], csv);
            for (cell, what) in [(&row[5], "number"), (&row[6], "to"), (&row[14], "low"), (&row[15], "high")] {
                if cell.is_empty() {
                    continue;
                }
                // the table's number is the one that the label and the voice say
                let x: f64 = cell.parse().unwrap();
                let least = data.indicators.as_ref().and_then(|all| all.0[0].decimals).map_or(0, |d| d.0);
                let written = platform.number(x, Digits { least, most: 6, grouped: true }, locale);
                prop_assert!(item.value.contains(&written), "{what} {written} of {} in {:?}", cell, item.value);
                let heard = platform.number(x.abs(), Digits { least, most: 6, grouped: false }, locale);
                let heard = match x < 0.0 {
                    true => platform.message(message!("below-zero-spoken"), &[(arg!("number"), &heard)], locale),
                    false => heard,
                };
                prop_assert!(item.spoken.contains(&heard), "{what} {heard} in {:?}", item.spoken);
            }
            for flag in ["provisional", "few_cases", "revised", "break"] {
                let is_said = !row[16].is_empty();
                prop_assert!(is_said || !item.cells.figure.flags.iter().any(|f| f.key() == flag));
            }
        }
        // all figures of the file as CSV: that of the time shown is this one
        let long = chart::csv(&data, &view, &platform, Form::Long).unwrap();
        let wide = chart::csv(&data, &view, &platform, Form::Wide).unwrap();
        let guarded = |cell: &str| if cell.starts_with('-') { format!("'{cell}") } else { cell.to_owned() };
        for item in items.iter().filter(|item| item.cells.listed) {
            let time = &table.rows.iter().find(|row| row[1] == item.title).unwrap()[12];
            let quoted = |cell: &str| match guarded(cell) {
                cell if cell.contains([',', '\'']) => format!("\"{cell}\""),
                cell => cell,
            };
            let begins = format!("{},", item.title);
            let says = format!(",X,{time},{},", quoted(&item.value));
            let is_said = |line: &&str| line.starts_with(&begins) && line.contains(&says);
            prop_assert!(long.lines().any(|line| is_said(&line)), "{says} in {long}");
            let in_wide = wide.lines().any(|line| line.starts_with(&begins) && line.contains(&quoted(&item.value)));
            prop_assert!(in_wide, "{} in {wide}", item.value);
        }
        for mark in &scene.marks {
            for (x, y) in mark.shape.points() {
                prop_assert!(x.is_finite() && y.is_finite());
            }
        }
    }

    /// Whatever numbers the figures leave possible: their places lie within the ranks, their sum within the sum.
    #[test]
    fn nothing_is_surer_than_the_intervals_allow(
        figures in prop::collection::vec((figure(false), 0.0f64..=1.0), 1..8),
    ) {
        let platform = Native::default();
        let villages: Vec<Json> = figures
            .iter()
            .enumerate()
            .map(|(i, (figure, _))| json!({ "name": format!("P{i}"), "figures": { "x": figure } }))
            .collect();
        let file = json!({
            "format": "village-charts/1",
            "indicators": [{ "id": "x", "name": "X", "kind": "amount" }],
            "villages": villages,
        });
        let data = data::read(file.to_string().as_bytes(), &platform).dataset.unwrap();
        let values: Vec<&Value> = data.villages.iter().map(|v| &v.figures.0[0].figure.value).collect();
        let mut picked = Vec::new();
        for (value, (_, t)) in values.iter().zip(&figures) {
            let i = value.interval().within(Domain::FromZero);
            let high = i.high.min(i.low + 1e6);
            let x = i.low + (high - i.low) * t;
            picked.push(if i.contains(x) { x } else { (i.low + high) / 2.0 });
        }
        for ((rank, value), x) in ranks(&values).iter().zip(&values).zip(&picked) {
            let Some(rank) = rank else { continue };
            let known = || values.iter().zip(&picked).filter(|(v, _)| v.stated().is_some());
            let above = known().filter(|(_, y)| *y > x).count();
            let not_below = known().filter(|(_, y)| *y >= x).count();
            prop_assert!(
                rank.best <= above + 1 && not_below <= rank.worst,
                "{rank:?} of {value:?}: {above} above"
            );
        }
        if let Some(sum) = Value::sum(values.iter().copied()) {
            let total: f64 = picked.iter().sum();
            let i = sum.interval().within(Domain::FromZero);
            let hair = total.abs() * 1e-9;
            prop_assert!(i.contains(total) || i.contains(total + hair) || i.contains(total - hair));
        }
    }

    /// What is drawn and said of the parts of places is carried by what their figures leave possible.
    #[test]
    fn no_part_is_drawn_where_its_figure_does_not_say_so(
        places in prop::collection::vec((prop::collection::vec(figure(false), 3), 0u8..5, -2i8..3), 1..6),
        shares in any::<bool>(),
        language in prop::sample::select(LANGUAGES.to_vec()),
    ) {
        let platform = Native::default();
        let locale = Locale::new(language).unwrap();
        let read = |json: &Json| data::read(json.to_string().as_bytes(), &platform).dataset;
        let ids = ["a", "b", "c"];
        let of = |id: &str| {
            json!({ "id": id, "name": format!("N{id}"), "kind": "amount", "unit": "kg", "decimals": 3 })
        };
        let mut indicators = vec![of("w"), of("a"), of("b"), of("c")];
        indicators[0]["parts"] = json!(ids);
        // one whose length is known: a whole of a million, all of it its first part
        let known = json!({ "w": 1e6, "a": 1e6, "b": 0, "c": 0 });
        let mut villages = vec![json!({ "name": "Known", "id": "known", "figures": known })];
        for (i, (parts, whole, off)) in places.iter().enumerate() {
            let mut figures = json!({});
            let mut least = 0.0;
            for (id, figure) in ids.into_iter().zip(parts) {
                figures[id] = figure.clone();
                least += figure["exact"].as_f64().or(figure["more_than"].as_f64()).unwrap_or(0.0);
            }
            least = (least * 1e3).round() / 1e3;
            let near = (least + f64::from(*off) / 1e3).max(0.0);
            match whole {
                0 => {}
                1 => figures["w"] = json!({ "more_than": least }),
                2 => figures["w"] = json!((near * 1e3).round() / 1e3),
                3 => figures["w"] = json!(least * 2.0 + 5e6),
                _ => figures["w"] = json!({ "about": least + 1.0 }),
            }
            villages.push(json!({ "name": format!("P{i}"), "id": format!("p{i}"), "figures": figures }));
        }
        let file = json!({ "format": "village-charts/1", "indicators": indicators, "villages": villages });
        // what is certainly more than the whole is an error
        let Some(data) = read(&file) else { return Ok(()) };
        let mut view = View::new(Kind::Makeup, locale, 640.0);
        view.update(Action::Shown(shares.then(|| "shares".to_owned())));
        let scene = chart::scene(&data, &view, &platform).unwrap();
        let of_part = |id: &str| {
            let mut view = View::new(Kind::Ranking, locale, 640.0);
            view.update(Action::Indicator(Some(id.to_owned())));
            chart::scene(&data, &view, &platform).unwrap()
        };
        let rankings = ids.map(of_part);
        // the grounds of an item: of stacked parts, and of those that have a bar of their own
        let grounds = |at: usize, high: std::ops::Range<f64>| {
            let mut grounds = Vec::new();
            for mark in scene.marks.iter().filter(|mark| mark.item == Some(at)) {
                if let Shape::Rect(rect) = mark.shape {
                    let is_ground = matches!(mark.role, Role::Solid | Role::Soft | Role::Muted | Role::Whole);
                    if is_ground && high.contains(&rect.height) {
                        grounds.push(rect);
                    }
                }
            }
            grounds
        };
        let known = grounds(scene.index_of("known").unwrap(), 20.0..40.0)[0];
        let unit = known.width / if shares { 100.0 } else { 1e6 };
        for (at, item) in scene.items.iter().enumerate() {
            let village = data.villages.iter().find(|village| village.id.as_deref() == Some(&item.id)).unwrap();
            let figure = |at: usize| village.figures.get(at, None);
            let parts = [1, 2, 3].map(|at| figure(at).unwrap());
            // each part is said with the words that a ranking has for it
            for (id, ranking) in ids.iter().zip(&rankings) {
                let own = ranking.items.iter().find(|of| of.id == item.id).unwrap();
                let said = item.notes.join("\n") + &item.value;
                prop_assert!(said.contains(&own.value), "N{id} {} in {said}", own.value);
            }
            let is_weak = |figure: &Figure| figure.flags.iter().any(|flag| flag.key() == "few_cases");
            let exact = |figure: &Figure| match figure.value {
                Value::Exact(x) if !figure.estimated && !is_weak(figure) => Some(x),
                _ => None,
            };
            let stacked = grounds(at, 20.0..40.0);
            let own = grounds(at, 5.0..12.0);
            let whole = figure(0).and_then(|figure| match figure.value {
                Value::Exact(x) => Some(x),
                _ => None,
            });
            let factor = match (shares, whole) {
                (false, _) => 1.0,
                (true, Some(whole)) if whole > 0.0 => 100.0 / whole,
                _ => {
                    prop_assert!(stacked.is_empty() && own.is_empty());
                    continue;
                }
            };
            let stated = parts.iter().filter(|figure| figure.value.stated().is_some());
            if stated.clone().all(|figure| exact(figure).is_some()) {
                let exact: Vec<f64> = stated.filter_map(|figure| exact(figure)).filter(|x| *x > 0.0).collect();
                prop_assert_eq!(stacked.len(), exact.len());
                let (sum, drawn) = (exact.iter().sum::<f64>(), stacked.iter().map(|rect| rect.width).sum::<f64>());
                // to the whole where rounding is the reason, else as much as they make
                let to = drawn / unit / factor;
                let hair = 0.001 / unit / factor;
                let near = |x: f64| (to - x).abs() <= x * 1e-6 + hair;
                prop_assert!(near(sum) || whole.is_some_and(near), "{to} of {sum} and {whole:?}");
                prop_assert!((to - sum).abs() <= sum * 0.0101 + hair, "{to} of {sum}");
                if let Some(whole) = whole {
                    prop_assert!(to <= whole * 1.000_001 + 0.003 + hair, "{to} of {whole}");
                }
                let gaps = stacked.windows(2).all(|pair| (pair[0].x + pair[0].width - pair[1].x).abs() < 1e-6);
                prop_assert!(gaps && own.is_empty());
            } else {
                prop_assert!(stacked.is_empty(), "{stacked:?}");
                // each begins at zero, and none reaches further than the numbers that are stated
                let most = stated.filter_map(|figure| Some(figure.value.stated()?.1)).fold(0.0, f64::max);
                for rect in &own {
                    let end = (rect.x + rect.width - known.x) / unit / factor;
                    prop_assert!(end <= most * 1.000_001 + 16.0 / unit / factor, "{end} of {most}");
                }
            }
        }
        for mark in &scene.marks {
            for (x, y) in mark.shape.points() {
                prop_assert!((-2.0..=642.0).contains(&x) && y.is_finite(), "{mark:?}");
            }
        }
    }
}

/// A text that a spreadsheet or a reader of tables may take for something else.
fn words() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a", "=1+1", "+ b", "-", "a;=b", "-5", "'quoted'", "\"", "a, b", "1.300", "..", "p", "Total", "2020",
        "x\u{a0}y",
    ])
}

#[cfg(feature = "export")]
proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// What is exported is read back: places, figures with all that is said of them, indicators, references.
    #[test]
    fn what_is_exported_is_read_back(
        mut file in file(),
        said in prop::collection::vec((words(), words(), words(), any::<[bool; 4]>()), 7),
        other in figure(false),
    ) {
        use village_charts::export;
        use village_charts::import::{import, mapping::Mapping};
        let platform = Native::default();
        file["sources"] = json!([{ "id": "source", "name": "Office" }, { "id": "source-2", "name": "=Survey" }]);
        file["dimensions"] = json!([{ "id": "terrain", "name": "Địa hình [x]" }]);
        let second = json!({ "id": "y", "name": "Y; =y", "kind": "amount", "unit": "=unit", "per": "year" });
        file["indicators"].as_array_mut().unwrap().push(second);
        for (village, (craft, terrain, quote, is)) in file["villages"].as_array_mut().unwrap().iter_mut().zip(&said) {
            if is[0] {
                village["craft"] = json!(craft);
            }
            if is[1] {
                village["dimensions"] = json!({ "terrain": terrain });
            }
            let mut of_year = other.clone();
            of_year["quote"] = json!(quote);
            if is[2] {
                of_year["source"] = json!("source-2");
                of_year["as_of"] = json!("2024-02-29");
            }
            if is[3] {
                village["id"] = village["name"].clone();
            }
            village["figures"]["y"] = json!({ "2020": of_year });
        }
        let reading = data::read(file.to_string().as_bytes(), &platform);
        prop_assert!(reading.dataset.is_some(), "{:?}", reading.findings);
        let data = reading.dataset.unwrap();
        let made = export::rows(&data, Locale::EN);
        // what is lost is told: the other language of a unit, digits that no chart shows
        let is_known = |what: &String| what.contains("other languages") || what.contains("decimals");
        prop_assert!(made.left.iter().all(is_known), "{:?}", made.left);
        file["villages"][0]["craft"] = json!("'=1");
        let odd = data::read(file.to_string().as_bytes(), &platform).dataset.unwrap();
        let left = export::rows(&odd, Locale::EN).left;
        prop_assert!(left.iter().any(|what| what.contains("apostrophes before a sign")), "{left:?}");
        let csv = export::csv(&made.rows);
        let forms = [
            csv.clone().into_bytes(),
            export::xlsx(&made.rows).unwrap(),
            export::json_stat(&data, Locale::EN).unwrap().rows.into_bytes(),
        ];
        for (form, bytes) in forms.into_iter().enumerate() {
            let outcome = import(bytes, Mapping::default(), false).unwrap();
            prop_assert!(outcome.problems.is_empty(), "{:?}\n{csv}", outcome.problems);
            let reading = data::read(outcome.text.as_bytes(), &platform);
            prop_assert!(reading.dataset.is_some(), "{:?}\n{}", reading.findings, outcome.text);
            let again = reading.dataset.unwrap();
            let rows = export::rows(&again, Locale::EN).rows;
            match form {
                // a cube has no references
                2 => {
                    let is_place = |row: &&Vec<export::Cell>| row[5].text() != "reference";
                    let all: Vec<_> = made.rows.iter().filter(is_place).collect();
                    prop_assert_eq!(all, rows.iter().collect::<Vec<_>>());
                }
                _ => prop_assert_eq!(&made.rows, &rows, "{}", csv),
            }
        }
    }
}
