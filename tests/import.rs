//! Tables become data files: their shapes, their options, what is said of them.

#![cfg(feature = "import")]

use serde_json::{json, Value as Json};
use village_charts::data;
use village_charts::import::grid::{Grid, Kind};
use village_charts::import::join::{join, File, Part};
use village_charts::import::mapping::{pairs, Mapping};
use village_charts::import::number::Decimal;
use village_charts::import::told::Told;
use village_charts::import::{import, import_table, Outcome, Source};
use village_charts::platform::Native;

/// What comes of a text, which has to be a right data file where nothing is wrong with its cells.
fn outcome(text: &str, set: Mapping) -> Outcome {
    let outcome = import(text.into(), set, false).expect("a table");
    if outcome.problems.is_empty() {
        let reading = data::read(outcome.text.as_bytes(), &Native::default());
        assert!(reading.dataset.is_some(), "{:?}\n{}", reading.findings, outcome.text);
    }
    outcome
}

fn file(text: &str, set: Mapping) -> Json {
    let outcome = outcome(text, set);
    assert_eq!(outcome.problems, [], "{}", english(&outcome.understood).join("\n"));
    serde_json::from_str(&outcome.text).expect("JSON")
}

fn problems(text: &str) -> Vec<String> {
    outcome(text, Mapping::default()).problems.iter().map(ToString::to_string).collect()
}

/// Lines as the command says them.
fn english(told: &[Told]) -> Vec<String> {
    told.iter().map(ToString::to_string).collect()
}

fn units(unit: &str) -> Mapping {
    Mapping { unit: [("*".to_owned(), unit.to_owned())].into(), ..Mapping::default() }
}

#[test]
fn a_wide_table_has_a_column_a_year() {
    let csv = "Poverty rate by commune and year\n\nCommune;2020;Pre. 2021\nMẫu An;2.8;< 2\nMẫu Hà;11.7;..\n";
    let data = file(csv, units("%"));
    assert_eq!(data["indicators"][0]["name"], "Poverty rate");
    assert_eq!(data["indicators"][0]["kind"], "rate");
    assert_eq!(data["indicators"][0]["unit"], "percent");
    let figures = &data["villages"][0]["figures"]["poverty-rate"];
    assert_eq!(
        *figures,
        json!({ "2020": 2.8, "2021": { "less_than": 2, "provisional": true, "quote": "< 2" } })
    );
    assert_eq!(data["villages"][1]["figures"]["poverty-rate"]["2021"], json!({ "missing": "not available" }));
}

#[test]
fn a_wide_table_has_a_column_an_indicator() {
    let csv = "Làng,Huyện,Dân số (người),Doanh thu (tỷ đồng),Tỷ lệ hộ nghèo (%)\n\
               Mẫu An,Mẫu,5.200,\"trên 1.300\",\"2,8\"\nMẫu Hà,Nam Mẫu,\"3.100\",\"950,5\",\"11,7\"\n";
    let set = Mapping { decimal: Some(Decimal::Comma), ..Mapping::default() };
    let data = file(csv, set);
    let indicators = data["indicators"].as_array().expect("a list");
    let kinds: Vec<&str> = indicators.iter().filter_map(|i| i["kind"].as_str()).collect();
    assert_eq!(kinds, ["count", "amount", "rate"]);
    assert_eq!(indicators[1]["unit"], json!({ "currency": "VND", "scale": "billion" }));
    assert_eq!(data["villages"][0]["district"], "Mẫu");
    assert_eq!(data["villages"][0]["figures"]["dan-so"], 5200);
    assert_eq!(
        data["villages"][0]["figures"]["doanh-thu"],
        json!({ "more_than": 1300, "quote": "trên 1.300" })
    );
    assert_eq!(data["locale"], "vi");
}

#[test]
fn two_rows_of_headings_are_read_from_the_top_to_the_bottom() {
    let csv = "Commune;Population;;Income (million VND);\n;2020;2021;2020;2021\n\
               An;1500;1600;30.5;31\nBa;900;950;28;29\n";
    let data = file(csv, Mapping::default());
    assert_eq!(data["villages"][0]["figures"]["population"], json!({ "2020": 1500, "2021": 1600 }));
    assert_eq!(data["villages"][0]["figures"]["income"], json!({ "2020": 30.5, "2021": 31 }));
    let csv = "Xã;2020;;2021;\n;Dân số;Số hộ;Dân số;Số hộ\n\
               (A);1;2;3;4\nMẫu An;1500;300;1600;310\nMẫu Ba;900;200;950;210\n";
    let data = file(csv, Mapping::default());
    assert_eq!(data["villages"][0]["figures"]["so-ho"], json!({ "2020": 300, "2021": 310 }));
    assert_eq!(data["villages"].as_array().map(Vec::len), Some(2));
}

#[test]
fn what_is_counted_and_a_year_are_a_heading_not_a_figure() {
    let data = file("Village;Households 2019;Households 2020\nAn;300;310\nBa;200;190\n", Mapping::default());
    assert_eq!(data["villages"][1]["figures"], json!({ "households": { "2019": 200, "2020": 190 } }));
}

#[test]
fn a_long_table_has_a_row_a_figure() {
    let csv = "place\tindicator\ttime\tvalue\tstatus\n\
               An\tPoverty rate (%)\t2020\t2.8\t\nAn\tPoverty rate (%)\t2021\t2.5\tp\n\
               An\tPopulation\t2021\t5200\te\n\
               Ba\tPoverty rate (%)\t2020\t\tc\nBa\tPopulation\t2021\t900\tsmall sample\n";
    let data = file(csv, Mapping::default());
    assert_eq!(
        data["villages"][0]["figures"]["poverty-rate"]["2021"],
        json!({ "exact": 2.5, "provisional": true })
    );
    assert_eq!(
        data["villages"][0]["figures"]["population"]["2021"],
        json!({ "exact": 5200, "estimated": true })
    );
    let suppressed = "not shown: suppressed or confidential";
    assert_eq!(data["villages"][1]["figures"]["poverty-rate"]["2020"], json!({ "missing": suppressed }));
    assert_eq!(
        data["villages"][1]["figures"]["population"]["2021"],
        json!({ "exact": 900, "few_cases": true })
    );
    assert_eq!(data["indicators"][0]["unit"], "percent");
}

#[test]
fn every_row_is_a_place_or_is_named() {
    let csv = "Province;2020;2021\nWhole country;5.5;5\nRed River Delta;3.5;3\nAn;2.5;2\nBa;4.5;4\n\
               South East;1.5;1\nCa;1.2;1.1\nCentral Highlands;9.5;9\nDa;9.8;8\n\
               \nSource: Made-up office\n* an explanation\n";
    let outcome = outcome(csv, units("%"));
    let data: Json = serde_json::from_str(&outcome.text).expect("JSON");
    let places: Vec<_> =
        data["villages"].as_array().into_iter().flatten().map(|v| (&v["name"], &v["district"])).collect();
    let expected = [
        ("An", "Red River Delta"),
        ("Ba", "Red River Delta"),
        ("Ca", "South East"),
        ("Da", "Central Highlands"),
    ];
    assert_eq!(
        places,
        expected
            .map(|(name, district)| (json!(name), json!(district)))
            .iter()
            .map(|(n, d)| (n, d))
            .collect::<Vec<_>>()
    );
    assert_eq!(data["references"].as_array().map(Vec::len), Some(4));
    assert_eq!(data["sources"][0]["name"], "Made-up office");
    let last = english(&outcome.understood).pop();
    assert_eq!(last.as_deref(), Some("8 rows: 4 places and 4 to compare with, 16 figures; 0 rows left out"));
}

#[test]
fn a_heading_without_figures_is_the_district_of_the_rows_below() {
    let csv = "Xã;Dân số\nHUYỆN MẪU;\nMẫu An;1500\nMẫu Ba;900\nHUYỆN NAM;\nMẫu Ca;700\n";
    let outcome = outcome(csv, Mapping::default());
    let data: Json = serde_json::from_str(&outcome.text).expect("JSON");
    assert_eq!(data["villages"][2]["district"], "HUYỆN NAM");
    assert!(outcome
        .understood
        .iter()
        .any(|line| line.to_string() == "left out: row 2, the heading of a group: \"HUYỆN MẪU\""));
}

#[test]
fn a_decimal_sign_that_no_number_tells_is_asked() {
    let csv = "Làng;Doanh thu\nMẫu An;1.300\nMẫu Ba;950\nMẫu Ca;700\n";
    let expected =
        "B2: found \"1.300\" (1 such in its column); expected --decimal comma or --decimal point: \
                    with a decimal comma it is 1300, with a decimal point it is 1.3";
    assert_eq!(problems(csv), [expected]);
    let set = Mapping { decimal: Some(Decimal::Comma), ..Mapping::default() };
    assert_eq!(file(csv, set)["villages"][0]["figures"]["doanh-thu"], 1300);
    let both = "Làng;Doanh thu\nMẫu An;1.300,5\nMẫu Ba;9.5\n";
    assert_eq!(
        problems(both),
        ["B2: found \"1.300,5\", and \"9.5\" in B3; expected one decimal sign in a column \
                                 (--decimal says which)"]
    );
}

#[test]
fn what_is_not_understood_is_told_by_its_cell() {
    let csv = "Village;Population;Revenue (million VND)\nAn;1500;high\n;300;2\nBa;900 or so;-5\nBa;2;3\n";
    assert_eq!(problems(csv), [
        "C2: found \"high\"; expected a number, with words that are known, or a sign for none; not \"high\"",
        "A3: found nothing; expected the name of a place",
        "B4: found \"900 or so\"; expected a number, with words that are known, or a sign for none; not \"or\"",
        "A5: found \"Ba\", as in row 4; expected each place once, or a column that tells both apart (--district or \
         --id names it)",
    ]);
}

#[test]
fn force_keeps_the_words_of_what_is_not_understood() {
    let csv = "Village;Population\nAn;1500\nBa;many\nCa;\n";
    let outcome = import(csv.into(), Mapping::default(), true).expect("a table");
    // no empty cell, and no figure
    let told = english(&outcome.understood);
    let sum = "3 rows: 3 places and 0 to compare with, 1 figures; 0 rows left out";
    let open = "1 cells of figures are not understood";
    assert_eq!(told[told.len() - 3..], ["1 empty cells: no figures", open, sum]);
    assert!(told.iter().any(|line| line.starts_with("indicator \"Population\": 1 figure,")), "{told:?}");
    let data: Json = serde_json::from_str(&outcome.text).expect("JSON");
    assert_eq!(
        data["villages"][1]["figures"]["population"],
        json!({ "missing": "many: not clear", "quote": "many" })
    );
}

#[test]
fn force_never_makes_a_place_without_a_figure_of_what_is_in_doubt() {
    let forced = |csv: &str| -> Json {
        let outcome = import(csv.into(), Mapping::default(), true).expect("a table");
        serde_json::from_str(&outcome.text).expect("JSON")
    };
    let unclear = |words: &str| json!({ "missing": format!("{words}: chưa rõ"), "quote": words });
    // 1300, or 1.3
    let data = forced("Làng;Thu nhập (triệu đồng/tháng)\nAn;1.300\nBa;900\nCa;rất cao\n");
    let income = |i: usize| data["villages"][i]["figures"]["thu-nhap"].clone();
    assert_eq!([income(0), income(1), income(2)], [unclear("1.300"), json!(900), unclear("rất cao")]);
    // a column that needs both signs
    let data = forced("Làng;Doanh thu (tỷ đồng)\nAn;1.300,5\nBa;9.5\n");
    let revenue = |i: usize| data["villages"][i]["figures"]["doanh-thu"].clone();
    assert_eq!([revenue(0), revenue(1)], [unclear("1.300,5"), unclear("9.5")]);
    // a long cell is cut in the chart, and whole in its quote
    let long = "theo báo cáo của xã thì thu nhập của các hộ làm nghề tăng";
    let data = forced(&format!("Làng;Doanh thu (tỷ đồng)\nAn;12\nBa;{long}\n"));
    let revenue = &data["villages"][1]["figures"]["doanh-thu"];
    assert_eq!(revenue["missing"], "theo báo cáo của xã thì thu nhập của các…: chưa rõ");
    assert_eq!(revenue["quote"], long);
}

#[test]
fn the_sentences_of_an_article_are_its_figures() {
    let csv = "Làng nghề;Doanh thu;Thu nhập\n\
        Mẫu La;đạt trên 1.300 tỷ đồng;4 - 5,5 triệu đồng/người/tháng\n\
        Mẫu Bằng;gần 1.000 tỷ đồng;từ 50 triệu đồng/người/năm trở lên\n\
        Mẫu Xá;1,2 nghìn tỷ đồng;không có số liệu\n\
        Tổng số;ước đạt trên 24.000 tỷ đồng;\n";
    let data = file(csv, Mapping::default());
    let revenue = |i: usize| data["villages"][i]["figures"]["doanh-thu"].clone();
    assert_eq!(data["indicators"][0]["unit"], json!({ "currency": "VND", "scale": "billion" }));
    assert_eq!(revenue(0), json!({ "more_than": 1300, "quote": "đạt trên 1.300 tỷ đồng" }));
    assert_eq!(revenue(1), json!({ "nearly": 1000, "quote": "gần 1.000 tỷ đồng" }));
    assert_eq!(revenue(2), json!({ "exact": 1200, "quote": "1,2 nghìn tỷ đồng" }));
    let whole = json!({ "more_than": 24000, "estimated": true, "quote": "ước đạt trên 24.000 tỷ đồng" });
    assert_eq!(data["references"][0]["figures"], whole);
    // by the month and by the year are two things
    let income = |i: usize, id: &str| data["villages"][i]["figures"][id].clone();
    let range = json!({ "range": [4, 5.5], "quote": "4 - 5,5 triệu đồng/người/tháng" });
    assert_eq!(income(0, "thu-nhap-vnd-per-month"), range);
    let least = json!({ "at_least": 50, "quote": "từ 50 triệu đồng/người/năm trở lên" });
    assert_eq!(income(1, "thu-nhap-vnd-per-year"), least);
    let per: Vec<_> = data["indicators"].as_array().into_iter().flatten().map(|i| &i["per"]).collect();
    assert_eq!(per, [&Json::Null, &json!("month"), &json!("year")]);
    let notes: Vec<_> = data["indicators"].as_array().into_iter().flatten().map(|i| &i["note"]).collect();
    assert_eq!(notes, [&Json::Null, &json!("triệu đồng/người/tháng"), &json!("triệu đồng/người/năm")]);
}

#[test]
fn marks_are_what_the_notes_below_say() {
    let csv = "Village;2020\nAn;12*\nBa;13 (1)\nCa;x\nDa*;14\n\
               \n* provisional\n(1) without the island\nx = too unreliable\n";
    let data = file(csv, units("%"));
    let figure = |i: usize| data["villages"][i]["figures"]["figures"]["2020"].clone();
    let figure = |i: usize| {
        data["villages"][i]["figures"]
            .as_object()
            .and_then(|o| o.values().next())
            .map_or(figure(i), |f| f["2020"].clone())
    };
    assert_eq!(figure(0), json!({ "exact": 12, "provisional": true }));
    assert_eq!(figure(1), json!({ "exact": 13, "quote": "without the island" }));
    assert_eq!(figure(2), json!({ "missing": "too unreliable" }));
    assert_eq!(data["villages"][3]["name"], "Da");
}

#[test]
fn units_of_cells_are_brought_to_one_scale() {
    let csv = "Village;Revenue\nAn;1,3 tỷ\nBa;1.300 triệu\nCa;50 triệu/năm\n";
    let told = problems(csv);
    assert_eq!(told, Vec::<String>::new());
    let csv = "Làng;Doanh thu\nMẫu An;1,3 tỷ đồng\nMẫu Ba;1.350 triệu đồng\nMẫu Ca;2 tỷ đồng\nMẫu Da;950\n";
    let told = problems(csv);
    assert_eq!(told, ["B5: found \"950\"; expected its unit, as other cells have: billion VND"]);
}

#[test]
fn a_unit_is_read_wherever_a_table_says_it() {
    let million = json!({ "currency": "VND", "scale": "million" });
    let indicator = |csv: &str| file(csv, Mapping::default())["indicators"][0].clone();
    let body = "An;5\nBa;6,5\n";
    for above in [
        "(triệu đồng/người/tháng)\nLàng;Thu nhập\n",
        "Bảng 2. Thu nhập các làng\n(triệu đồng/người/tháng)\nLàng;Thu nhập\n",
        "Thu nhập các làng (ĐVT: triệu đồng/người/tháng)\nLàng;Thu nhập\n",
        "Thu nhập các làng. Đơn vị tính: triệu đồng/người/tháng\nLàng;Thu nhập\n",
        "Thu nhập các làng\n;Đơn vị: triệu đồng/người/tháng\nLàng;Thu nhập\n",
        "Làng;Thu nhập (ĐVT: triệu đồng/người/tháng)\n",
        "Làng;Thu nhập, ĐVT: triệu đồng/người/tháng\n",
        "Làng;Thu nhập (triệu đồng/người/tháng)\n",
    ] {
        let indicator = indicator(&format!("{above}{body}"));
        assert_eq!(
            [&indicator["name"], &indicator["unit"], &indicator["per"], &indicator["note"]],
            [&json!("Thu nhập"), &million, &json!("month"), &json!("triệu đồng/người/tháng")],
            "{above}"
        );
    }
    // where the name says it, no note says it again
    let csv = "Làng;Thu nhập bình quân đầu người (triệu đồng/người/tháng)\nAn;5\nBa;6,5\n";
    assert_eq!(indicator(csv)["note"], Json::Null);
    let cells = "Làng;Thu nhập\nAn;4 triệu đồng/người/năm\nBa;từ 50 triệu đồng/người/năm trở lên\n";
    assert_eq!(indicator(cells)["note"], "triệu đồng/người/năm");
    let csv = "Unit: million VND\nVillage;Income;Households\nAn;5;300\nBa;6.5;200\n";
    let data = file(csv, Mapping::default());
    assert_eq!([&data["indicators"][0]["unit"], &data["indicators"][1]["unit"]], [&million, &Json::Null]);
}

#[test]
fn a_period_is_in_a_unit_once() {
    let csv = |unit: &str| format!("Làng;Thu nhập ({unit})\nAn;5\nBa;6,5\n");
    for unit in ["triệu/tháng", "triệu một tháng", "triệu/người/tháng"] {
        let outcome = outcome(&csv(unit), Mapping::default());
        let data: Json = serde_json::from_str(&outcome.text).expect("JSON");
        let words = if unit.contains("người") { "triệu/người" } else { "triệu" };
        assert_eq!([&data["indicators"][0]["unit"], &data["indicators"][0]["per"]], [words, "month"]);
        let said = format!("{unit:?} of what is not known for \"Thu nhập\" [--unit]");
        assert!(english(&outcome.understood).contains(&said), "{:?}", english(&outcome.understood));
    }
    // a cell says of what
    let data = file("Làng;Thu nhập (triệu/tháng)\nAn;5\nBa;6,5 triệu đồng\n", Mapping::default());
    assert_eq!(data["indicators"][0]["unit"], json!({ "currency": "VND", "scale": "million" }));
    let data = file(&csv("trieu dong/thang"), Mapping::default());
    assert_eq!(data["indicators"][0]["unit"], json!({ "currency": "VND", "scale": "million" }));
    assert_eq!(data["indicators"][0]["per"], "month");
    let data = file(&csv("ty dong"), Mapping::default());
    assert_eq!(data["indicators"][0]["unit"], json!({ "currency": "VND", "scale": "billion" }));
}

#[test]
fn a_unit_that_is_not_known_is_said() {
    let says = |csv: &str, set: Mapping, line: &str| {
        let outcome = outcome(csv, set);
        assert!(
            english(&outcome.understood).iter().any(|said| said == line),
            "{line}: {:?}",
            english(&outcome.understood)
        );
    };
    let csv = "Village;Income;Households\nAn;5;300\nBa;6.5;200\n";
    says(csv, Mapping::default(), "no unit is known for \"Income\" [--unit]");
    let line = "the unit \"abc\" of \"Income\" is none that is known, and written as it is [--unit]";
    let unit = Mapping { unit: [("Income".to_owned(), "abc".to_owned())].into(), ..Mapping::default() };
    says(csv, unit, line);
    let known = outcome("Village;Households\nAn;300\nBa;200\n", Mapping::default());
    assert!(
        !english(&known.understood).iter().any(|line| line.contains("known")),
        "{:?}",
        english(&known.understood)
    );
}

#[test]
fn a_cell_that_contradicts_its_column_is_told() {
    let csv = "Làng;Thu nhập (triệu đồng/tháng)\nAn;5\nBa;12%\nCa;6,5\nDa;30 hộ\n";
    assert_eq!(
        problems(csv),
        [
            "B3: found \"12%\"; expected the unit of its indicator, million VND a month",
            "B5: found \"30 hộ\"; expected the unit of its indicator, million VND a month",
        ]
    );
    let csv = "Làng;Thu nhập (triệu/tháng)\nAn;5\nBa;12%\nCa;6,5\n";
    assert_eq!(problems(csv), ["B3: found \"12%\"; expected the unit of its indicator, triệu a month"]);
    let csv = "Làng;Thu nhập\nAn;5\nBa;7,5 triệu\nCa;6\n";
    let both = "B3: found \"7,5 triệu\"; expected 7.5 where the other cells are in this unit, too, or 7500000 where \
                they are in none (--unit says which)";
    assert_eq!(problems(csv), [both]);
    let data = file(csv, units("triệu đồng"));
    assert_eq!(data["villages"][1]["figures"]["thu-nhap"], json!(7.5));
    let data = file(csv, units("đồng"));
    assert_eq!(data["villages"][1]["figures"]["thu-nhap"], json!({ "exact": 7500000, "quote": "7,5 triệu" }));
    // one of many says percent
    let outcome = outcome("Village;Figure\nAn;5\nBa;12%\nCa;6\n", Mapping::default());
    let said = "1 of 3 figures of \"Figure\" says its unit, %: all are read in it [--unit]";
    assert!(
        english(&outcome.understood).iter().any(|line| line == said),
        "{:?}",
        english(&outcome.understood)
    );
}

#[test]
fn one_column_of_cells_is_cut_where_every_line_has_a_sign() {
    let made = |text: &str| {
        let mut grid = Grid::default();
        for line in text.lines() {
            grid.push(line, Kind::Text);
            grid.end_row();
        }
        import_table(Source { grid, ..Source::default() }, Mapping::default(), false)
    };
    let table = [["Làng", "Thu nhập (đồng)", "Số hộ"], ["Mẫu An", "5,2", "300"], ["Mẫu Hà", "6,5", "200"]];
    for (sign, words) in [("; ", "semicolons"), ("\t", "tabs"), ("   ", "blanks"), (",", "commas")] {
        let cell = |cell: &&str| if sign == "," { format!("\"{cell}\"") } else { (*cell).to_owned() };
        let lines = table.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(sign));
        let text = format!("Thu nhập các làng\n\n{}\n", lines.collect::<Vec<_>>().join("\n"));
        let outcome = made(&text).unwrap_or_else(|error| panic!("{sign:?}: {error}"));
        assert_eq!(outcome.problems, [], "{sign:?}");
        let data: Json = serde_json::from_str(&outcome.text).expect("JSON");
        assert_eq!(data["villages"][0]["figures"], json!({ "thu-nhap": 5.2, "so-ho": 300 }), "{sign:?}");
        assert_eq!(english(&outcome.understood)[0], format!("one column, cut at {words}; headings in row 3"));
    }
    // cells are named where they are seen: in the one column
    let outcome = made("Làng; Hộ nghèo (%)\nMẫu An; cao\nMẫu An; 3,5\n").expect("a table");
    assert_eq!(outcome.problems[0].at.to_string(), "A2");
    assert!(
        outcome.problems.iter().all(|problem| !problem.to_string().contains('B')),
        "{:?}",
        outcome.problems
    );
    assert!(english(&outcome.understood).contains(&"places: \"Làng\" [--place]".to_owned()));
    // a decimal comma is none between cells
    assert!(made("Làng Thu nhập, đồng\nMẫu An 5,2\nMẫu Hà 6,5\n").is_err());
    assert!(made("Làng\nMẫu An\nMẫu Hà\n").is_err());
}

#[test]
fn places_are_called_what_their_heading_calls_them() {
    let places = |heading: &str| {
        file(&format!("{heading};Households\nAn;300\nBa;200\n"), Mapping::default())["places"].clone()
    };
    for (heading, one, many) in [
        ("Xã", "xã", "xã"),
        ("Tên huyện", "huyện", "huyện"),
        ("Thôn", "thôn", "thôn"),
        ("Commune", "commune", "communes"),
        ("Districts", "district", "districts"),
        ("Nama Kecamatan", "kecamatan", "kecamatan"),
        ("鄉鎮", "鄉鎮", "鄉鎮"),
        ("鄉鎮市區別", "鄉鎮市區", "鄉鎮市區"),
    ] {
        assert_eq!(places(heading), json!({ "one": one, "many": many }), "{heading}");
    }
    // what a heading has no word for is no village
    assert_eq!(places("Place"), json!({ "one": "place", "many": "places" }));
    assert_eq!(places("Cities, provincies")["many"], "places");
    assert_eq!(places("Địa phương")["many"], "địa phương");
    // for which each language has a word
    for heading in ["Làng", "Village", "Desa"] {
        assert_eq!(places(heading), Json::Null, "{heading}");
    }
    let set = Mapping { nouns: Some(["ward".to_owned(), "wards".to_owned()]), ..Mapping::default() };
    assert_eq!(file("Xã;Households\nAn;300\nBa;200\n", set)["places"]["many"], "wards");
}

#[test]
fn encodings_and_separators_are_found() {
    let text = "Làng;Dân số\nMẫu Đường;1500\nMẫu Lưỡng;900\nMẫu Huệ;800\nMẫu Thượng;700\n";
    let expected = file(text, Mapping::default());
    let as_utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark: Vec<u8> = [0xFF, 0xFE].into_iter().chain(as_utf16.clone()).collect();
    let with_bom: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
    let tabs = text.replace(';', "\t").into_bytes();
    let lines = text.replace('\n', "\r\n").into_bytes();
    for bytes in [as_utf16, with_mark, with_bom, tabs, lines, windows_1258(text)] {
        let outcome = import(bytes, Mapping::default(), false).expect("a table");
        let data: Json = serde_json::from_str(&outcome.text).expect("JSON");
        assert_eq!(data, expected, "{}", english(&outcome.understood)[0]);
    }
    let latin = b"Town;Population\nM\xFCnchen;1500\nK\xF6ln;900\n".to_vec();
    let outcome = import(latin, Mapping::default(), false).expect("a table");
    assert!(outcome.text.contains("München"), "{}", english(&outcome.understood)[0]);
}

/// A text in the encoding of old Vietnamese Windows: tones behind their vowels.
fn windows_1258(text: &str) -> Vec<u8> {
    use unicode_normalization::UnicodeNormalization;
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let apart = |c: char| {
        let (tone, letter): (String, String) = std::iter::once(c).nfd().partition(is_tone);
        letter.nfc().chain(tone.chars()).collect::<String>()
    };
    let text: String = text.chars().map(apart).collect();
    encoding_rs::WINDOWS_1258.encode(&text).0.into_owned()
}

#[test]
fn an_option_has_pairs_with_commas_within() {
    let expected = [("A", "x, y"), ("B", "z")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(pairs("A=x, y, B=z"), expected);
    assert_eq!(pairs("thousand VND"), [(String::new(), "thousand VND".to_owned())]);
}

#[test]
fn what_was_guessed_is_used_again_next_year() {
    let csv = "Commune;2020;2021\nAn;2.8;3\nBa;11.7;12\n";
    let first = outcome(csv, units("%"));
    let saved = Mapping::parse(first.mapping.text().as_bytes()).expect("a mapping");
    // now without a number that tells the decimal sign
    let next = "Commune;2021;2022\nAn;3.125;3.250\nBa;12.125;12.250\n";
    let data = file(next, saved);
    assert_eq!(
        data["villages"][0]["figures"].as_object().and_then(|f| f.values().next()),
        Some(&json!({ "2021": 3.125, "2022": 3.25 }))
    );
}

#[test]
fn totals_of_districts_have_their_names() {
    let csv = "District,Village,Average income (VND),Households\nNorth,An,1500.5,20\nNorth,Total,1400.5,50\n\
               South,Ba,1300.5,30\nTotal,,1350.5,90\n";
    let data = file(csv, Mapping::default());
    let references: Vec<_> = data["references"].as_array().into_iter().flatten().collect();
    let named = |name: &str, id: &str| references.iter().any(|r| r["name"] == name && r["indicator"] == id);
    assert!(
        named("North", "average-income") && named("Total", "average-income") && named("Total", "households")
    );
    // the sum of a district is none of all places
    assert!(!named("North", "households"), "{references:?}");
}

#[test]
fn numbers_in_brackets_are_what_the_notes_say() {
    let csv = "Village;2020\nAn;(12.5)\nBa;13\n\nNote: figures in parentheses are based on a small sample\n";
    let data = file(csv, units("%"));
    assert_eq!(data["villages"][0]["figures"]["value"]["2020"], json!({ "exact": 12.5, "few_cases": true }));
}

/// Several files as one: the data file, and what is told of each.
fn joined(files: &[(&str, &str)], set: Mapping) -> (Json, Vec<Vec<String>>, Vec<String>) {
    let file = |(name, text): &(&str, &str)| File { name: (*name).to_owned(), bytes: (*text).into() };
    let joined = join(files.iter().map(file).collect(), &set, false).expect("tables");
    let told = |part: &Part| part.problems.iter().map(ToString::to_string).collect();
    (
        serde_json::from_str(&joined.text).expect("JSON"),
        joined.parts.iter().map(told).collect(),
        english(&joined.understood),
    )
}

#[test]
fn a_file_a_year_is_one_indicator_of_several_times() {
    let (first, second) = (
        "Commune,District,Poverty rate (%)\nAn,North,12.5\nBa,South,8\n",
        "Commune,District,Poverty rate (%)\nBa,South,7.5\nAn,North,11\nCa,South,1.5\n",
    );
    let (data, told, said) = joined(&[("2019.csv", first), ("a/2020.csv", second)], Mapping::default());
    assert_eq!(told.concat(), Vec::<String>::new());
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(1));
    assert_eq!(data["villages"][0]["figures"]["poverty-rate"], json!({ "2019": 12.5, "2020": 11 }));
    assert_eq!(data["villages"][2]["figures"]["poverty-rate"], json!({ "2020": 1.5 }));
    assert_eq!(
        said,
        [
            "a/2020.csv: 2 of 3 places and 1 of 1 indicators are in the files before it",
            "a/2020.csv: in no file before it: Ca",
            "2 files: 3 places, 1 indicators, 5 figures",
        ]
    );
    // an option says it where the name does not
    let times = [("new.csv".to_owned(), "2021".to_owned())].into();
    let set = Mapping { times, ..Mapping::default() };
    let (data, ..) = joined(&[("2019.csv", first), ("new.csv", second)], set);
    assert_eq!(data["villages"][0]["figures"]["poverty-rate"], json!({ "2019": 12.5, "2021": 11 }));
    assert_eq!(data["times"], Json::Null);
}

/// A heading that stands for a time is named by it; one that names what is measured keeps that name.
#[test]
fn the_time_of_a_column_leaves_it_its_name() {
    let text = "Commune;Income;Households\nAn;1.5;15\nBa;2.5;16\n";
    let times = [("Income".to_owned(), "2023".to_owned()), ("Households".to_owned(), "2022".to_owned())];
    let data = file(text, Mapping { column_times: times.into(), ..Mapping::default() });
    assert_eq!(data["indicators"].as_array().map(Vec::len), Some(2));
    assert_eq!(data["indicators"][0]["name"], "Income");
    assert_eq!(data["times"], Json::Null);
    assert_eq!(
        data["villages"][0]["figures"],
        json!({ "income": { "2023": 1.5 }, "households": { "2022": 15 } })
    );
    let column_times = [("Incomes".to_owned(), "2023".to_owned())].into();
    let said = english(&outcome(text, Mapping { column_times, ..Mapping::default() }).understood);
    assert!(said.iter().any(|line| line.starts_with("no heading and no time is \"Incomes\"")), "{said:?}");
}

#[test]
fn a_file_an_indicator_is_one_file_of_all() {
    let whole =
        "Commune;District;Population;Poverty rate (%)\nAn;North;1500;12.5\nBa;South;900;8\nBa;West;800;7\n";
    let parts = [
        ("a.csv", "Commune;District;Population\nAn;North;1500\nBa;South;900\nBa;West;800\n"),
        ("b.csv", "District;Commune;Poverty rate (%)\nWest;Ba;7\nSouth;Ba;8\nNorth;An;12.5\n"),
    ];
    let (data, told, _) = joined(&parts, Mapping::default());
    assert_eq!(told.concat(), Vec::<String>::new());
    assert_eq!(data, file(whole, Mapping::default()));
}

#[test]
fn what_all_indicators_of_a_file_are_of_is_a_note_unless_others_are_beside_them() {
    let income = "Commune;Income, total (million VND);Income, wages (million VND)\nAn;5;3\nBa;6;4\n";
    let data = file(income, Mapping::default());
    let named = |data: &Json, n: usize| json!([data["indicators"][n]["name"], data["indicators"][n]["note"]]);
    assert_eq!(named(&data, 1), json!(["wages", "Income"]));
    let people = "Commune;Population\nAn;1500\nBa;900\n";
    let (data, ..) = joined(&[("a.csv", income), ("b.csv", people)], Mapping::default());
    assert_eq!(named(&data, 1), json!(["Income: wages", null]));
    assert_eq!(named(&data, 2), json!(["Population", null]));
}

#[test]
fn places_are_the_same_by_their_ids_where_both_files_have_them() {
    let first = "id;Commune;Population\n01001;An;1500\n01002;Ba;900\n";
    let second = "id;Commune;Households\n01002;Bà;300\n01001;An;500\n";
    let (data, told, said) = joined(&[("a.csv", first), ("b.csv", second)], Mapping::default());
    assert_eq!(told.concat(), Vec::<String>::new());
    assert_eq!(data["villages"].as_array().map(Vec::len), Some(2));
    assert_eq!(data["villages"][1]["figures"], json!({ "population": 900, "households": 300 }));
    assert!(said.contains(&"b.csv: \"Bà\" is \"Ba\" of B3 of a.csv, by its id".to_owned()), "{said:?}");
    // without districts a name that is in two of them is in doubt
    let first = "Commune;District;Population\nAn;North;1500\nAn;South;900\nBa;South;800\n";
    let second = "Commune;Households\nAn;300\nBa;500\n";
    let (_, told, _) = joined(&[("a.csv", first), ("b.csv", second)], Mapping::default());
    assert_eq!(told, [vec![], vec![
        "A2: found \"An\", and places of that name in A2 of a.csv and A3 of a.csv; expected what tells them apart in \
         both files: a district or an id (--district, --id)".to_owned()
    ]]);
}

#[test]
fn rows_of_one_level_are_read_alone() {
    let csv = "Level,Name,TRU,Code,Households,Population\nSUB-DISTRICT,Puraula,Total,283,500,2500\n\
               SUB-DISTRICT,Puraula,Rural,283,400,2000\nVILLAGE,An,Rural,1,72,381\nVILLAGE,Ba,Rural,2,high,602\n";
    let only = [("Level".to_owned(), vec!["village".to_owned()])].into();
    let outcome = import(csv.into(), Mapping { only, ..Mapping::default() }, false).expect("a table");
    let told: Vec<String> = outcome.problems.iter().map(ToString::to_string).collect();
    // the others keep their numbers
    assert!(told.len() == 1 && told[0].starts_with("E5: found \"high\""), "{told:?}");
    let said = "left out: 2 rows with something else in \"Level\" [--only]".to_owned();
    assert!(english(&outcome.understood).contains(&said), "{:?}", english(&outcome.understood));
    let last = english(&outcome.understood).pop();
    assert_eq!(last.as_deref(), Some("2 rows: 2 places and 0 to compare with, 3 figures; 0 rows left out"));
    let only = [("Level".to_owned(), vec!["town".to_owned()])].into();
    let fault = import(csv.into(), Mapping { only, ..Mapping::default() }, false).expect_err("no such row");
    assert_eq!(fault.to_string(), "no row with town in \"Level\" (--only)");
}

#[test]
fn what_contradicts_is_told_by_its_cells_in_both_files() {
    let first = "Commune;District;Population;Revenue (million VND)\nAn;North;1500;5\nBa;South;900;6\n";
    let second = "Commune;District;Population;Revenue (billion VND)\nAn;North;1501;5\nBa;South;900;6\n";
    let (_, told, said) = joined(&[("a.csv", first), ("b.csv", second)], Mapping::default());
    assert_eq!(told[1], [
        "C2: found \"1501\", and \"1500\" in C2 of a.csv; expected one figure of a place and an indicator (--time \
         FILE=TIME says of which time a file is)",
        "D2: found \"Revenue\" in billion VND, and in million VND in D2 of a.csv; expected one unit of an indicator \
         (--unit says which, --indicator tells two apart)",
    ]);
    assert!(said.contains(&"1 figures are in several files, and the same".to_owned()), "{said:?}");
    let second = "Commune;Population\nAn;1600\nBa;1000\n";
    let (_, told, _) = joined(&[("a.csv", first), ("2020.csv", second)], Mapping::default());
    assert_eq!(told[0], [
        "C2: found \"Population\" of no time, and of 2020 in B2 of 2020.csv; expected the time of all files: --time \
         'a=TIME'"
    ]);
}

#[test]
fn a_figure_for_each_person_is_none_of_all_in_another_file() {
    let files = [
        ("2023.csv", "Village;Income (million VND)\nAn;5\nBa;6\n"),
        ("2024.csv", "Village;Income (million VND per person)\nAn;5.5\nBa;6.5\n"),
    ];
    let (_, problems, _) = joined(&files, Mapping::default());
    assert_eq!(
        problems.concat(),
        ["B2: found \"Income\" in million VND per person, and in million VND in B2 of 2023.csv; expected one unit of \
          an indicator (--unit says which, --indicator tells two apart)"]
    );
}

#[test]
fn figures_of_several_sources_say_theirs() {
    let first = "Commune;Population\nAn;1500\nBa;900\n\nSource: Office A\n";
    let second = "Commune;Population;Households\nAn;1600;300\nBa;1000;200\n\nSource: Office B\n";
    let (data, ..) = joined(&[("2019.csv", first), ("2020.csv", second)], Mapping::default());
    assert_eq!(data["sources"][1], json!({ "id": "source-2", "name": "Office B" }));
    assert_eq!(
        data["villages"][0]["figures"]["population"],
        json!({ "2019": 1500, "2020": { "exact": 1600, "source": "source-2" } })
    );
    assert_eq!(data["indicators"][1]["source"], "source-2");
}

#[test]
fn a_table_with_several_sources_keeps_them_among_others() {
    let own = "name,id,district,craft,row,indicator,indicator id,kind,unit,decimals,time,qualifier,value,to,low,high,\
               estimated,flags,missing,quote,source,as of\n\
               An,,,,place,Births,births,count,,,,,5,,,,,,,,Office A,\n\
               Ba,,,,place,Births,births,count,,,,about,6,,,,,,,\"a, \"\"source\"\": b\",Office B,\n";
    let other = "Village;Deaths\nAn;1\nBa;2\n";
    let (data, told, _) = joined(&[("own.csv", own), ("b.csv", other)], Mapping::default());
    assert_eq!(told.concat(), Vec::<String>::new());
    assert_eq!(data["sources"].as_array().map(Vec::len), Some(3));
    let births = |i: usize| data["villages"][i]["figures"]["births"].clone();
    assert_eq!(births(0), 5);
    assert_eq!(births(1), json!({ "about": 6, "quote": "a, \"source\": b", "source": "source-2" }));
    assert_eq!(data["indicators"][1]["source"], "source-3");
    let (data, ..) = joined(&[("b.csv", other), ("own.csv", own)], Mapping::default());
    assert_eq!(data["indicators"][1]["source"], "source-2");
    assert_eq!(data["villages"][1]["figures"]["births"]["source"], "source-3");
}

#[test]
fn an_indicator_never_has_the_id_of_a_dimension() {
    let set = Mapping { dimensions: [("区".to_owned(), "区".to_owned())].into(), ..Mapping::default() };
    let data = file("Village;区;D1\nAn;North;10\nBa;South;20\nCa;South;30\n", set);
    assert_eq!((&data["indicators"][0]["id"], &data["dimensions"][0]["id"]), (&json!("d1"), &json!("d2")));
    let own = "name,id,district,craft,Area [area],row,indicator,indicator id,kind,unit,decimals,time,qualifier,value,\
               to,low,high,estimated,flags,missing,quote,source,as of\n\
               An,,,,North,place,Births,births,count,,,,,5,,,,,,,,,\n";
    let other = "Village;Area (ha)\nAn;1\nBa;2\n";
    for files in [[("own.csv", own), ("b.csv", other)], [("b.csv", other), ("own.csv", own)]] {
        let (data, ..) = joined(&files, Mapping::default());
        let reading = data::read(data.to_string().as_bytes(), &Native::default());
        assert!(reading.dataset.is_some(), "{:?}", reading.findings);
        assert_eq!(data["indicators"].as_array().map(Vec::len), Some(2));
    }
}

#[test]
fn the_title_says_the_time_where_nothing_else_does() {
    let csv = "Poverty rate by commune in 2021\n\nCommune;Value\nAn;1.5\nBa;2.5\n";
    let outcome = outcome(csv, units("%"));
    let data: Json = serde_json::from_str(&outcome.text).expect("JSON");
    assert_eq!(data["indicators"][0]["name"], "Poverty rate");
    assert_eq!(data["villages"][0]["figures"]["poverty-rate"], json!({ "2021": 1.5 }));
    assert!(english(&outcome.understood).contains(&"times: 2021, by the title [--time]".to_owned()));
}

use proptest::prelude::*;

fn cell() -> impl Strategy<Value = String> {
    let words = vec![
        "",
        "",
        "Village",
        "Xã",
        "2020",
        "Pre. 2021",
        "Total",
        "South East",
        "An",
        "Ba",
        "12",
        "1.300",
        "4,5",
        "..",
        "-",
        "x",
        "trên 1.300 tỷ",
        "12*",
        "* provisional",
        "Note: a",
        "Source: b",
        "HUYỆN MẪU",
        "I",
        "%",
        "(%)",
        "Đơn vị tính: %",
        "Population",
        "year",
        "indicator",
        "value",
        "status",
        "p",
        "(5)",
        "-3",
        "1",
        "2",
        "3",
        "\"",
        "a\nb",
    ];
    prop_oneof![
        9 => prop::sample::select(words).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(500),
        ..ProptestConfig::default()
    })]

    /// Whatever a table has in its cells: a line says what is wrong with it, or each of its rows is a place, is
    /// compared with, is left out by name, or has a cell that is told.
    #[test]
    fn no_row_is_dropped_in_silence(
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..6), 0..12),
        force in any::<bool>(),
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let lines: Vec<String> = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(";")).collect();
        match import(lines.join("\n").into(), Mapping::default(), force) {
            Err(fault) => prop_assert!(!fault.to_string().is_empty()),
            Ok(outcome) => {
                let json: Result<Json, _> = serde_json::from_str(&outcome.text);
                prop_assert!(json.is_ok(), "{}", outcome.text);
                let last = english(&outcome.understood).last().cloned().unwrap_or_default();
                let counts: Vec<usize> = last.split(' ').filter_map(|word| word.parse().ok()).collect();
                let [rows, places, references, _, left] = counts[..] else { panic!("{last}") };
                let told = outcome.problems.iter().filter(|p| p.expected.code == "expected-place").count();
                let is_long =
                    outcome.understood.iter().any(|line| ["time-columns", "measured"].contains(&line.code));
                prop_assert!(is_long || rows == places + references + left + told, "{last}\n{}", lines.join("\n"));
            }
        }
    }

    /// A table whose columns are in several files is the same as the whole, in whatever order its rows are.
    #[test]
    fn parts_of_a_table_are_the_whole(
        cells in prop::collection::vec(prop::collection::vec((0u32..5000, any::<bool>()), 6), 2..6),
        parts in prop::collection::vec(0usize..3, 6),
        backwards in any::<bool>(),
    ) {
        const COLUMNS: [&str; 6] =
            ["Population", "Households", "Births 2019", "Births 2020", "Poor 2019 (%)", "Poor 2020 (%)"];
        let table = |of: Option<usize>| {
            let is_in = |column: &usize| of.is_none_or(|of| parts[*column] == of);
            let columns: Vec<usize> = (0..6).filter(is_in).collect();
            let mut rows: Vec<String> = cells.iter().enumerate().map(|(i, row)| {
                let cell = |c: &usize| {
                    let (number, is_more) = row[*c];
                    let rest = if *c > 3 { ".5" } else { "" };
                    format!(";{}{number}{rest}", if is_more { "over " } else { "" })
                };
                // one name in several districts
                format!("Place {};D{}{}", i / 2, i % 2, columns.iter().map(cell).collect::<String>())
            }).collect();
            if of.is_some() && backwards {
                rows.reverse();
            }
            let heads: String = columns.iter().map(|c| format!(";{}", COLUMNS[*c])).collect();
            (columns.len(), format!("Village;District{heads}\n{}\n", rows.join("\n")))
        };
        let files: Vec<File> = (0..3)
            .map(|of| (of, table(Some(of))))
            .filter(|(_, (count, _))| *count > 0)
            .map(|(of, (_, text))| File { name: format!("part-{of}.csv"), bytes: text.into() })
            .collect();
        let whole = import(table(None).1.into(), Mapping::default(), false).expect("a table");
        let joined = join(files, &Mapping::default(), false).expect("tables");
        let told: Vec<String> = joined.parts.iter().flat_map(|part| &part.problems).map(ToString::to_string).collect();
        prop_assert!(told.is_empty(), "{told:?}");
        // a row that happens to be the sum of the others is no place, in one of the files
        prop_assume!(![&whole.text, &joined.text].iter().any(|text| text.contains("\"references\"")));
        let read = |text: &str| {
            let json: Json = serde_json::from_str(text).expect("JSON");
            let sorted = |list: &Json, key: &str| {
                let mut list: Vec<Json> = list.as_array().cloned().unwrap_or_default();
                list.sort_by_key(|item| [item[key].to_string(), item["district"].to_string()]);
                list
            };
            (sorted(&json["villages"], "name"), sorted(&json["indicators"], "id"))
        };
        prop_assert_eq!(read(&whole.text), read(&joined.text));
    }
}
