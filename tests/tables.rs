//! The figures of a chart as a table: which columns a reader is shown, and what no spreadsheet takes for a formula.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::data;
use village_charts::platform::Native;
use village_charts::table::Table;
use village_charts::text::Locale;
use village_charts::view::{Kind, View};
use village_charts::{chart, embed};

/// The fragment and the table of two villages, the first with these keys in its figure.
fn made(sources: Json, keys: Json) -> (String, Table) {
    let mut first = json!({ "exact": 3 });
    for (key, value) in keys.as_object().expect("keys") {
        first[key] = value.clone();
    }
    let villages = json!([{ "name": "A", "revenue": first }, { "name": "B", "revenue": 5 }]);
    let file = json!({
        "format": "village-charts/1", "as_of": "2023", "sources": sources, "villages": villages,
        "revenue": { "unit": "billion_vnd", "per": "year" }
    });
    let (json, platform) = (file.to_string(), Native::default());
    let data = data::read(json.as_bytes(), &platform).dataset.expect("good data");
    let view = View::new(Kind::Revenue, Locale::EN, 640.0);
    let html =
        embed::fragment(&data, &json, &view, &embed::Options::default(), &platform).expect("a fragment");
    (html, chart::table(&data, &view, &platform).expect("a table"))
}

#[test]
fn the_number_of_a_row_is_of_the_unit_beside_it_also_where_a_language_has_another_scale() {
    let platform = Native::default();
    let hanoi =
        data::read(include_bytes!("../www/data/hanoi-2024.json"), &platform).dataset.expect("good data");
    // the first village of the revenue chart, and the first row of income: [figure, number, to, unit]
    let row = |kind: Kind, locale: &str, at: usize| {
        let locale = Locale::new(locale).expect("a language");
        let table = chart::table(&hanoi, &View::new(kind, locale, 640.0), &platform).expect("a table");
        [3, 5, 6, 7].map(|column: usize| table.rows[at][column].clone())
    };
    assert_eq!(row(Kind::Revenue, "vi", 1), ["trên 1.300 tỷ đồng/năm", "1300", "", "tỷ đồng/năm"]);
    assert_eq!(row(Kind::Revenue, "zh-Hans", 1), ["超过13,000亿越南盾/年", "13000", "", "亿越南盾/年"]);
    assert_eq!(row(Kind::Revenue, "th", 1)[1], "1300000");
    assert_eq!(row(Kind::Income, "zh-Hans", 0), ["400～550万越南盾/月", "400", "550", "万越南盾/月"]);
}

/// A column whose words are a part of other words in the line is not said there.
#[test]
fn source_and_date_have_columns_but_where_the_line_says_them_of_every_row() {
    let heads = |html: &str| {
        let of = |head: &str| html.contains(&format!("<th scope=\"col\">{head}</th>"));
        (of("Source"), of("Figures as of"))
    };
    let one = json!([{ "id": "o", "name": "Statistics office of Hanoi" }]);
    assert_eq!(heads(&made(one.clone(), json!({})).0), (false, false));
    let two = json!([{ "id": "o", "name": "Statistics office of Hanoi" }, { "id": "p", "name": "office" }]);
    assert_eq!(heads(&made(two, json!({ "source": "p" })).0), (true, true));
    assert_eq!(heads(&made(one.clone(), json!({ "as_of": "2009" })).0), (true, true));
    // under another line, or none, a table says it itself
    let (_, table) = made(one, json!({}));
    let said = "Source: Statistics office of Hanoi · Figures as of 2023";
    assert_eq!(table.shown(said).head, ["Name", "Figure", "Notes"]);
    for other in [
        "",
        "Source: Statistics office of Hanoi",
        "Source: Statistics office of Hanoi · Figures as of 2023-05",
    ] {
        let heads = ["Name", "Figure", "Notes", "Source", "Figures as of"];
        assert_eq!(table.shown(other).head, heads, "{other}");
    }
}

#[test]
fn no_cell_begins_a_formula_however_a_spreadsheet_takes_the_text_apart() {
    let mut table = made(json!([]), json!({})).1;
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    for sign in signs {
        for before in ["", "a;", "a\t", "a; ", "a\n", "a,", " ", "\u{a0}", "\t", ";"] {
            table.rows[0][9] = format!("{before}{sign}1+1");
            for text in [table.csv(), table.tsv()] {
                let quoted_or_not = text.replace('"', "");
                let mut cells = quoted_or_not.split([',', ';', '\t', '\r', '\n']).map(str::trim);
                assert!(!cells.any(|cell| cell.starts_with(signs)), "{before:?} {sign}: {text:?}");
                assert!(text.contains(&format!("'{sign}1+1")), "{before:?} {sign}: {text:?}");
            }
        }
    }
    // what is no formula stays as it was
    for plain in ["a-b", "4-5", "a = b", "1; 2", "trên 1.300 tỷ đồng/năm"] {
        table.rows[0][9] = plain.to_owned();
        assert!(table.csv().contains(plain) && table.tsv().contains(plain), "{plain}");
    }
}

#[test]
fn a_copied_table_has_as_many_cells_in_each_line_as_it_has_columns() {
    let mut table = made(json!([]), json!({})).1;
    for text in ["a\tb", "a\r\nb", "\"a", "\"", "\"a\"\tb"] {
        table.rows[0][9] = text.to_owned();
        let copied = table.tsv();
        let lines: Vec<_> = copied.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.split('\t').count() == 17), "{copied:?}");
        // a cell that begins with a quotation mark has all of them in pairs
        let begun = lines[1].split('\t').filter(|cell| cell.starts_with('"'));
        assert!(begun.into_iter().all(|cell| cell.matches('"').count() % 2 == 0), "{copied:?}");
    }
}
