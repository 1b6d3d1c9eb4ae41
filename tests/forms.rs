//! All figures of a file beside the picture of one indicator at one time: tables of places, and CSV in its forms.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::data::{self, Dataset, TimePeriod};
use village_charts::platform::{Native, Platform};
use village_charts::table::{Form, Sheet};
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, View};
use village_charts::{chart, message};

const COMMUNES: &str = include_str!("data/communes.json");
const TIMES: [(&str, &[&str]); 7] = [
    ("poor", &["2014", "2016", "2018"]),
    ("income", &["2016", "2018"]),
    ("people", &[""]),
    ("migration", &["2018"]),
    ("grants", &[""]),
    ("idm", &[""]),
    ("pupils", &["2022/23", "2023/24"]),
];

fn read(json: &str) -> Dataset {
    let reading = data::read(json.as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn view(locale: Locale, indicator: &str, time: &str) -> View {
    let mut view = View::new(Kind::Ranking, locale, 640.0);
    view.update(Action::Indicator(Some(indicator.to_owned())));
    view.update(Action::Time(TimePeriod::parse(time)));
    view
}

/// The cells of CSV; every line has as many as the first.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = csv.strip_prefix('\u{FEFF}').expect("a byte order mark").chars().peekable();
    let mut within = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if within && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => within = !within,
            ',' if !within => row.push(std::mem::take(&mut cell)),
            '\r' if !within => {}
            '\n' if !within => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{rows:?}");
    rows
}

fn csv(data: &Dataset, view: &View, form: Form) -> Vec<Vec<String>> {
    cells(&chart::csv(data, view, &Native::default(), form).expect("a ranking"))
}

/// Without the mark before what a spreadsheet would take for a formula.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

fn sheet(data: &Dataset, view: &View, form: Form) -> Sheet {
    chart::sheet(data, view, &Native::default(), form, "").expect("a ranking")
}

fn head(sheet: &Sheet) -> Vec<&str> {
    sheet.head.iter().map(|heading| &*heading.text).collect()
}

#[test]
fn every_figure_is_said_as_its_chart_says_it() {
    let (data, platform) = (read(COMMUNES), Native::default());
    for locale in ["en", "vi", "fr", "id", "th", "zh-Hans"] {
        let locale = Locale::new(locale).expect("a language");
        let no_figure = platform.message(message!("no-figure"), &[], locale);
        let long = csv(&data, &view(locale, "poor", ""), Form::Long);
        let wide = csv(&data, &view(locale, "poor", ""), Form::Wide);
        // of the wide form those columns that have figures in words: after name, district and kind
        let is_beside = |head: &str| head.contains(" · ");
        let words = (3..wide[0].len()).filter(|at| !is_beside(&wide[0][*at])).collect::<Vec<_>>();
        let columns = TIMES.iter().flat_map(|(id, times)| times.iter().map(move |time| (*id, *time)));
        let columns: Vec<_> = columns.collect();
        assert_eq!(words.len(), columns.len(), "{:?}", wide[0]);
        let mut said = 0;
        for ((id, time), at) in columns.iter().zip(words) {
            let view = view(locale, id, time);
            let scene = chart::scene(&data, &view, &platform).expect("figures");
            let indicators = data.indicators.as_ref().expect("indicators");
            let name = indicators.0.iter().find(|i| i.id == *id).expect("it").name.get(locale);
            let (times, all) = (sheet(&data, &view, Form::Times), sheet(&data, &view, Form::Indicators));
            let shown_time =
                TIMES.iter().find(|of| of.0 == *id).and_then(|of| of.1.iter().position(|t| t == time));
            for item in &scene.items {
                let whose = format!("{}, {id} {time}, {}", item.title, locale.tag());
                let row = |table: &[Vec<String>]| {
                    let row = table.iter().find(|row| {
                        row[0] == item.title && (row.len() != 19 || (row[5] == name && row[6] == *time))
                    });
                    row.unwrap_or_else(|| panic!("{whose}")).clone()
                };
                let own = row(&long);
                assert_eq!(unguarded(&own[7]), item.value, "{whose}");
                assert_eq!(own[11], item.cells.unit, "{whose}");
                // what a file has not comes from nowhere
                if own[7] != no_figure {
                    assert_eq!([&own[17], &own[18]], [&item.cells.source, &item.cells.as_of], "{whose}");
                }
                assert_eq!(unguarded(&row(&wide)[at]), item.value, "{whose}");
                // a table has the unit in its heading, and flags in words
                // of less than two it is one
                let of_one = item.cells.unit.replace("milliards", "milliard");
                let without_unit = |text: &str| {
                    let text = text.replace(&item.cells.unit, "").replace(&of_one, "");
                    text.replace(char::is_whitespace, "")
                };
                let flags = &own[15];
                let place = |sheet: &Sheet| {
                    sheet
                        .rows
                        .iter()
                        .find(|row| row[0] == item.title)
                        .unwrap_or_else(|| panic!("{whose}"))
                        .clone()
                };
                let at_indicator = TIMES.iter().position(|of| of.0 == *id).expect("it");
                for cell in [&place(&times)[2 + shown_time.expect("a time")], &place(&all)[2 + at_indicator]]
                {
                    let value = without_unit(&item.value);
                    assert!(without_unit(cell).starts_with(&value), "{whose}: {cell} for {}", item.value);
                    assert!(
                        flags.split("; ").all(|flag| cell.contains(flag)),
                        "{whose}: {cell} without {flags}"
                    );
                }
                said += 1;
            }
        }
        assert!(said > 50, "{said}");
    }
}

#[test]
fn all_times_of_an_indicator_stand_side_by_side() {
    let data = read(COMMUNES);
    let table = sheet(&data, &view(Locale::EN, "poor", ""), Form::Times);
    assert_eq!(table.title, "Poverty rate (%)", "one unit is named once");
    assert_eq!(head(&table), ["Name", "District", "2014", "2016", "2018"]);
    let expected = [
        ["Whole country", "", "8.4", "5.8", "5.2"],
        ["Province", "", "no figure", "no figure", "about 3.4"],
        ["Bắc Sơn", "Đông", "12.1", "not surveyed", "9.3 (from few cases)"],
        ["Hòa Lạc", "Tây", "no figure", "no figure", "5.0–7.5"],
        ["An Bình", "Đông", "8.4", "6.3", "4.9 (provisional)"],
        ["Đại Đồng", "Tây", "5.0", "no figure", "4.9"],
        ["Cẩm Thủy", "Tây", "3.2", "no figure", "under 2.0"],
    ];
    assert_eq!(table.rows, expected);
    assert_eq!(table.source, "Source: Household survey");
    // what is written in a way that voices misread is heard in words
    assert_eq!(table.heard[3][4], "5.0 to 7.5");
    assert_eq!(table.heard[2], ["", "", "", "", "9.3, from few cases"]);
}

#[test]
fn all_indicators_stand_side_by_side_at_the_time_that_is_shown() {
    let data = read(COMMUNES);
    let table = sheet(&data, &view(Locale::EN, "poor", "2016"), Form::Indicators);
    let expected = [
        "Name",
        "District",
        "Poverty rate (%), 2016 ¹",
        "Average income a person (million đồng a month), 2016",
        "Population (people)",
        // it has no figure of that time: its own is said
        "Net migration (‰), 2018",
        "Grants (billion rupiah a year)",
        "Development index",
        "Pupils, 2023–2024",
    ];
    assert_eq!(head(&table), expected);
    assert_eq!(table.head[2].heard, "Poverty rate (%), 2016, Household survey");
    let row = |name: &str| table.rows.iter().find(|row| row[0] == name).expect("a row");
    assert_eq!(row("An Bình")[2..6], ["6.3", "2.35 (2.10–2.61)", "5,200", "-4.2"]);
    assert_eq!(row("Bắc Sơn")[2..6], ["not surveyed", "no figure", "about 3,100", "1.7"]);
    assert_eq!(row("Whole district")[4], "48,200");
    // of figures that say their own time no date is said
    let source = [
        "Source: Statistics office of Mẫu district",
        "Some figures as of 5 July 2024",
        "¹ Source: Household survey",
    ];
    assert_eq!(table.source, source.join(" · "));
    let table = sheet(&data, &view(Locale::VI, "poor", "2016"), Form::Indicators);
    assert_eq!(table.title, "Các xã huyện Mẫu (số liệu giả định)");
    assert_eq!(table.head[3].heard, "Thu nhập bình quân đầu người (triệu đồng một tháng), năm 2016");
}

/// A source or a date that is not that of the others is said in the figure's own cell.
#[test]
fn a_cell_says_the_source_and_the_date_that_are_its_own() {
    let data = read(
        &json!({
            "format": "village-charts/1", "as_of": "2020",
            "sources": [{ "id": "a", "name": "Office" }, { "id": "b", "name": "Census" }],
            "indicators": [{ "id": "x", "name": "X", "kind": "count" }, { "id": "y", "name": "Y", "kind": "count" }],
            "villages": [
                { "name": "A", "figures": { "x": 1, "y": { "exact": 2, "source": "b", "as_of": "2019-04" } } },
                { "name": "B", "figures": { "x": 3, "y": 4 } },
                { "name": "C", "figures": { "x": 5 } },
            ],
        })
        .to_string(),
    );
    let table = sheet(&data, &view(Locale::EN, "x", ""), Form::Indicators);
    assert_eq!(table.rows, [["C", "5", "no figure"], ["B", "3", "4"], ["A", "1", "2 (April 2019)¹"]]);
    assert_eq!(table.heard[2], ["", "", "2, April 2019, Census"]);
    let source = "Source: Office · Figures as of 2020 · Some figures as of April 2019 · ¹ Source: Census";
    assert_eq!(table.source, source);
}

#[test]
fn rows_are_put_in_order_by_what_is_stated_and_by_names() {
    let (data, platform) = (read(COMMUNES), Native::default());
    let table = sheet(&data, &view(Locale::VI, "poor", ""), Form::Times);
    let order = |column: usize, descending: bool| -> Vec<&str> {
        let order = table.orders.of(column, descending, &platform, Locale::VI);
        order.into_iter().map(|row| &*table.rows[row][0]).collect()
    };
    // what places are compared with stays above them
    let above = ["Cả nước", "Toàn tỉnh"];
    let with = |places: [&'static str; 5]| [&above[..], &places[..]].concat();
    assert_eq!(order(0, false), with(["An Bình", "Bắc Sơn", "Cẩm Thủy", "Đại Đồng", "Hòa Lạc"]));
    assert_eq!(order(0, true), with(["Hòa Lạc", "Đại Đồng", "Cẩm Thủy", "Bắc Sơn", "An Bình"]));
    // alike ones stay as they were, and who has no figure is last both ways
    assert_eq!(order(1, false), with(["Bắc Sơn", "An Bình", "Hòa Lạc", "Đại Đồng", "Cẩm Thủy"]));
    assert_eq!(order(1, true), with(["Hòa Lạc", "Đại Đồng", "Cẩm Thủy", "Bắc Sơn", "An Bình"]));
    assert_eq!(order(2, false), with(["Cẩm Thủy", "Đại Đồng", "An Bình", "Bắc Sơn", "Hòa Lạc"]));
    assert_eq!(order(2, true), with(["Bắc Sơn", "An Bình", "Đại Đồng", "Cẩm Thủy", "Hòa Lạc"]));
    assert_eq!(order(3, true), with(["An Bình", "Bắc Sơn", "Hòa Lạc", "Đại Đồng", "Cẩm Thủy"]));
    assert_eq!(order(4, false), with(["Cẩm Thủy", "An Bình", "Đại Đồng", "Hòa Lạc", "Bắc Sơn"]));
    // no such column
    assert_eq!(order(9, true), with(["Bắc Sơn", "Hòa Lạc", "An Bình", "Đại Đồng", "Cẩm Thủy"]));
}

#[test]
fn only_rows_of_one_kind_are_put_in_order() {
    let hanoi = read(include_str!("../www/data/hanoi-2024.json"));
    let columns = |kind: Kind| {
        let view = View::new(kind, Locale::EN, 640.0);
        let table = chart::sheet(&hanoi, &view, &Native::default(), Form::Chart, "").expect("a table");
        let has = |i: &usize| table.orders.has(*i);
        (0..table.head.len()).filter(has).map(|i| table.head[i].text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(columns(Kind::Revenue), ["Name", "About", "Figure", "Source"]);
    assert_eq!(columns(Kind::Income), ["Name", "About", "Figure", "Source"]);
    // a part would be torn from its whole
    for kind in [Kind::Clusters, Kind::Villages, Kind::Petitions] {
        assert!(columns(kind).is_empty(), "{kind:?}");
    }
}

#[test]
fn a_table_of_places_has_those_that_the_reader_asked_for_and_a_file_has_all() {
    let data = read(COMMUNES);
    let mut asked = view(Locale::EN, "poor", "");
    asked.update(Action::Filter(Filter { district: "Đông".to_owned(), ..Filter::default() }));
    let names = |form| {
        let table = sheet(&data, &asked, form);
        table
            .rows
            .into_iter()
            .map(|row| row[0].clone())
            .filter(|name| name.contains("ì") || name.contains("ắ"))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(Form::Times), ["Bắc Sơn", "An Bình"]);
    assert_eq!(names(Form::Indicators), ["Bắc Sơn", "An Bình"]);
    for form in [Form::Long, Form::Wide] {
        let rows = csv(&data, &asked, form);
        for place in ["An Bình", "Hòa Lạc", "Whole country"] {
            assert!(rows.iter().any(|row| row[0] == place), "{place}");
        }
    }
}

#[test]
fn the_long_form_has_each_fact_in_a_column_of_its_own() {
    let data = read(COMMUNES);
    let rows = csv(&data, &view(Locale::EN, "poor", ""), Form::Long);
    let expected = [
        "Name",
        "Id",
        "District",
        "Craft",
        "Kind",
        "Indicator",
        "Time",
        "Figure",
        "Qualifier",
        "Number",
        "To",
        "Unit",
        "Estimated",
        "Interval from",
        "Interval to",
        "Flags",
        "Notes",
        "Source",
        "Figures as of",
    ];
    assert_eq!(rows[0], expected);
    // 11 pairs of indicator and time, of each place; 4 + 1 + 1 figures to compare with
    assert_eq!(rows.len(), 1 + 5 * 11 + 6);
    let row = |name: &str, indicator: &str, time: &str| {
        let row = rows.iter().find(|row| [&row[0], &row[5], &row[6]] == [name, indicator, time]);
        row.unwrap_or_else(|| panic!("{name} {indicator} {time}"))
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
    };
    let survey = "Household survey";
    let office = "Statistics office of Mẫu district";
    assert_eq!(
        row("Bắc Sơn", "Poverty rate", "2018")[2..],
        [
            "Đông",
            "",
            "commune",
            "Poverty rate",
            "2018",
            "9.3%",
            "as stated",
            "9.3",
            "",
            "%",
            "",
            "",
            "",
            "from few cases",
            "",
            survey,
            ""
        ]
    );
    assert_eq!(row("Bắc Sơn", "Poverty rate", "2016")[7..12], ["not surveyed", "no number", "", "", "%"]);
    assert_eq!(
        row("Hòa Lạc", "Poverty rate", "2016")[7..],
        ["no figure", "no number", "", "", "%", "", "", "", "", "", "", ""]
    );
    assert_eq!(row("Hòa Lạc", "Poverty rate", "2018")[7..11], ["5.0–7.5%", "range", "5", "7.5"]);
    assert_eq!(row("An Bình", "Average income a person", "2016")[13..15], ["2.1", "2.61"]);
    assert_eq!(
        row("Cẩm Thủy", "Average income a person", "2018")[15],
        "revised; not comparable with earlier figures"
    );
    assert_eq!(row("An Bình", "Pupils", "2022/23")[7..10], ["812 pupils", "as stated", "812"]);
    assert_eq!(
        row("Whole district", "Population", "")[4..10],
        ["for comparison", "Population", "", "48,200 people", "as stated", "48200"]
    );
    assert_eq!(row("An Bình", "Population", "")[17..], [office, "5 July 2024"]);
}

/// A number below zero is a number: with a mark before it, it would be a text.
#[test]
fn a_number_below_zero_stays_a_number() {
    let data = read(COMMUNES);
    let rows = csv(&data, &view(Locale::EN, "migration", ""), Form::Chart);
    let row = rows.iter().find(|row| row[1] == "Cẩm Thủy").expect("a row");
    assert_eq!(row[3..7], ["'-1.5 to 2‰", "range", "-1.5", "2"]);
    let rows = csv(&data, &view(Locale::EN, "migration", ""), Form::Long);
    assert!(rows.iter().any(|row| row[9] == "-4.2"));
}

#[test]
fn the_wide_form_has_beside_the_words_what_tells_figures_apart() {
    let data = read(COMMUNES);
    let rows = csv(&data, &view(Locale::EN, "poor", ""), Form::Wide);
    assert_eq!(rows.len(), 1 + 5 + 3);
    let of = |heading: &str| -> Vec<&str> {
        let at = rows[0].iter().position(|head| head == heading).unwrap_or_else(|| panic!("{:?}", rows[0]));
        rows.iter().skip(1).map(|row| &*row[at]).collect()
    };
    assert_eq!(of("Name")[4..6], ["Hòa Lạc", "Whole country"]);
    assert_eq!(of("Kind")[4..6], ["commune", "for comparison"]);
    let poor = "Poverty rate (%), 2018";
    assert_eq!(of(poor)[..5], ["4.9%", "9.3%", "under 2.0%", "4.9%", "5.0–7.5%"]);
    // a range has two numbers, which only its words have
    assert_eq!(of(&format!("{poor} · Number"))[..5], ["4.9", "9.3", "2", "4.9", ""]);
    assert_eq!(of(&format!("{poor} · Qualifier"))[1..5], ["as stated", "under", "as stated", "range"]);
    assert_eq!(of(&format!("{poor} · Flags"))[..3], ["provisional", "from few cases", ""]);
    assert_eq!(of(&format!("{poor} · Source"))[0], "Household survey");
    // all of 2014 are as stated and have no flag
    let heads = rows[0].iter().filter(|head| head.starts_with("Poverty rate (%), 2014"));
    assert_eq!(
        heads.collect::<Vec<_>>(),
        ["Poverty rate (%), 2014", "Poverty rate (%), 2014 · Number", "Poverty rate (%), 2014 · Source"]
    );
}

#[test]
fn the_wide_form_says_one_source_once_and_has_no_column_that_says_nothing() {
    let file = json!({
        "format": "village-charts/1", "sources": [{ "id": "a", "name": "Office" }],
        "indicators": [{ "id": "x", "name": "X", "kind": "amount", "unit": { "currency": "VND", "scale": "billion" } }],
        "villages": [{ "id": "7", "name": "A", "figures": { "x": 1.5 } }, { "name": "B", "figures": {} }],
        "references": [{ "indicator": "x", "name": "All", "figures": { "exact": 9, "estimated": true } }],
    });
    let rows = csv(&read(&file.to_string()), &view(Locale::EN, "x", ""), Form::Wide);
    assert_eq!(
        rows[0],
        [
            "Name",
            "Id",
            "Kind",
            "X (billion đồng)",
            "X (billion đồng) · Number",
            "X (billion đồng) · Flags",
            "Source"
        ]
    );
    assert_eq!(rows[1], ["A", "7", "village", "1.5 billion đồng", "1.5", "", "Office"]);
    assert_eq!(rows[2], ["B", "", "village", "no figure", "", "", "Office"]);
    assert_eq!(
        rows[3],
        ["All", "", "for comparison", "estimated 9 billion đồng", "9", "Estimated", "Office"]
    );
    // numbers are of the unit that is written
    let rows = csv(&read(&file.to_string()), &view(Locale::new("th").expect("it"), "x", ""), Form::Wide);
    assert_eq!(rows[1][4], "1500");
}

#[test]
fn what_a_place_is_in_a_dimension_has_a_column() {
    let file = json!({
        "format": "village-charts/1", "dimensions": [{ "id": "terrain", "name": "Terrain" }],
        "indicators": [{ "id": "x", "name": "X", "kind": "count" }],
        "villages": [
            { "name": "A", "dimensions": { "terrain": "hills" }, "figures": { "x": 1 } },
            { "name": "B", "figures": { "x": 2 } },
        ],
    });
    let data = read(&file.to_string());
    let rows = csv(&data, &view(Locale::EN, "x", ""), Form::Long);
    assert_eq!(rows[0][3..7], ["Craft", "Terrain", "Kind", "Indicator"]);
    assert_eq!(rows[1][3..7], ["", "hills", "village", "X"]);
    let rows = csv(&data, &view(Locale::EN, "x", ""), Form::Wide);
    assert_eq!(rows, [["Name", "Terrain", "X", "X · Number"], ["A", "hills", "1", "1"], ["B", "", "2", "2"]]);
}

/// What is compared with may be of a time of which no place has a figure: its row is there, and none says "no figure".
#[test]
fn the_long_form_has_the_times_of_what_is_compared_with() {
    let file = json!({
        "format": "village-charts/1",
        "indicators": [{ "id": "x", "name": "X", "kind": "rate" }, { "id": "y", "name": "Y", "kind": "rate" }],
        "villages": [{ "name": "A", "figures": { "x": { "2015": 1 } } }],
        "references": [
            { "indicator": "x", "name": "All", "figures": { "2010": 3, "2015": 2 } },
            { "indicator": "x", "name": "All", "figures": { "2015": 4 } },
        ],
    });
    let rows = csv(&read(&file.to_string()), &view(Locale::EN, "x", ""), Form::Long);
    let said: Vec<_> = rows[1..].iter().map(|row| [0, 5, 6, 9].map(|at| &*row[at])).collect();
    // an indicator without any figure is left out
    assert_eq!(
        said,
        [
            ["A", "X", "2015", "1"],
            ["All", "X", "2010", "3"],
            ["All", "X", "2015", "2"],
            ["All", "X", "2015", "4"]
        ]
    );
}

#[test]
fn no_cell_of_any_form_begins_a_formula() {
    let file: Json = json!({
        "format": "village-charts/1", "sources": [{ "id": "a", "name": "@office" }],
        "indicators": [{ "id": "x", "name": "=x", "kind": "change", "unit": "+unit" }],
        "villages": [
            { "name": "=1+1", "id": "-id", "district": "＝d", "craft": "a;=b",
              "figures": { "x": { "exact": -1, "source": "a", "quote": "=q" } } },
            { "name": "B", "figures": { "x": { "missing": "+none" } } },
        ],
    });
    let data = read(&file.to_string());
    for form in [Form::Chart, Form::Long, Form::Wide] {
        for cell in csv(&data, &view(Locale::EN, "x", ""), form).concat() {
            let is_number = cell.parse::<f64>().is_ok();
            let begins = |part: &str| part.trim().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            assert!(is_number || !cell.split([';', ',', '\t']).any(begins), "{form:?}: {cell}");
        }
    }
}

#[test]
fn a_chart_that_is_no_ranking_has_no_other_forms() {
    let hanoi = read(include_str!("../www/data/hanoi-2024.json"));
    let view = View::new(Kind::Revenue, Locale::EN, 640.0);
    for form in [Form::Times, Form::Indicators] {
        assert!(chart::sheet(&hanoi, &view, &Native::default(), form, "").is_none());
    }
    for form in [Form::Long, Form::Wide] {
        assert!(chart::csv(&hanoi, &view, &Native::default(), form).is_none());
    }
    // a table for reading is no file, and a file is none
    let communes = read(COMMUNES);
    let view = self::view(Locale::EN, "poor", "");
    assert!(chart::csv(&communes, &view, &Native::default(), Form::Times).is_none());
    assert!(chart::sheet(&communes, &view, &Native::default(), Form::Long, "").is_none());
}
