//! Kinds of files that tables come in, and files that are broken: each ends in a line that says what is wrong.

#![cfg(feature = "import")]

use proptest::prelude::*;
use serde_json::{json, Value as Json};
use std::io::{Cursor, Write};
use village_charts::data;
use village_charts::import::join::{join, File};
use village_charts::import::mapping::Mapping;
use village_charts::import::told::Told;
use village_charts::import::{import, source};
use village_charts::platform::Native;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn file(bytes: &[u8], set: Mapping) -> Json {
    let outcome = import(bytes.to_vec(), set, false).expect("a table");
    assert_eq!(outcome.problems, [], "{}", english(&outcome.understood).join("\n"));
    let reading = data::read(outcome.text.as_bytes(), &Native::default());
    assert!(reading.dataset.is_some(), "{:?}\n{}", reading.findings, outcome.text);
    serde_json::from_str(&outcome.text).expect("JSON")
}

/// What is wrong with a file as a whole.
fn fault(bytes: &[u8]) -> String {
    let fault = import(bytes.to_vec(), Mapping::default(), false).expect_err("it is broken").to_string();
    assert!(!fault.contains('\n'), "{fault}");
    fault
}

/// It is one line.
fn assert_line(fault: &Told) {
    let line = fault.to_string();
    assert!(!line.is_empty() && !line.contains('\n'), "{line}");
}

/// Lines as the command says them.
fn english(told: &[Told]) -> Vec<String> {
    told.iter().map(ToString::to_string).collect()
}

fn problems(bytes: &[u8]) -> Vec<String> {
    let outcome = import(bytes.to_vec(), Mapping::default(), false).expect("a table");
    outcome.problems.iter().map(ToString::to_string).collect()
}

/// A file in spite of what is not understood.
fn forced(bytes: &[u8]) -> Json {
    let outcome = import(bytes.to_vec(), Mapping::default(), true).expect("a table");
    assert_ne!(outcome.problems, []);
    serde_json::from_str(&outcome.text).expect("JSON")
}

fn archive(files: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("a file");
        zip.write_all(text.as_bytes()).expect("room");
    }
    zip.finish().expect("a ZIP file").into_inner()
}

/// A workbook of Excel with these rows in its sheets; a cell is XML within its `c`, with its attributes before a `|`.
fn xlsx(sheets: &[(&str, &[&[&str]], &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut names, mut relations, mut files) = (String::new(), String::new(), Vec::new());
    for (i, (name, rows, more)) in sheets.iter().enumerate() {
        let n = i + 1;
        names += &format!("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>");
        relations += &format!(
            "<Relationship Id=\"rId{n}\" Type=\"{documents}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        );
        let mut text = String::new();
        for (r, row) in rows.iter().enumerate() {
            text += &format!("<row r=\"{}\">", r + 1);
            for (c, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let at = format!("{}{}", char::from(b'A' + c as u8), r + 1);
                let (attributes, content) =
                    cell.split_once('|').unwrap_or_else(|| match cell.parse::<f64>() {
                        Ok(_) => ("", cell),
                        Err(_) => ("t=\"inlineStr\"", cell),
                    });
                let content = match attributes {
                    "t=\"inlineStr\"" => format!("<is><t>{content}</t></is>"),
                    _ => format!("<v>{content}</v>"),
                };
                text += &format!("<c r=\"{at}\" {attributes}>{content}</c>");
            }
            text += "</row>";
        }
        let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{text}</sheetData>{more}</worksheet>");
        files.push((format!("xl/worksheets/sheet{n}.xml"), sheet));
    }
    relations += &format!("<Relationship Id=\"rId99\" Type=\"{documents}/styles\" Target=\"styles.xml\"/>");
    let styles = format!(
        "<styleSheet xmlns=\"{main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts>\
         <cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"17\"/>\
         <xf numFmtId=\"0\" applyAlignment=\"1\"><alignment horizontal=\"left\" indent=\"1\"/></xf>\
         </cellXfs></styleSheet>"
    );
    let book =
        format!("<workbook xmlns=\"{main}\" xmlns:r=\"{documents}\"><sheets>{names}</sheets></workbook>");
    files.push(("xl/workbook.xml".to_owned(), book));
    files.push(("xl/styles.xml".to_owned(), styles));
    let of_book = format!("<Relationships xmlns=\"{packages}\">{relations}</Relationships>");
    files.push(("xl/_rels/workbook.xml.rels".to_owned(), of_book));
    let root =
        format!("<Relationship Id=\"rId1\" Type=\"{documents}/officeDocument\" Target=\"xl/workbook.xml\"/>");
    files.push((
        "_rels/.rels".to_owned(),
        format!("<Relationships xmlns=\"{packages}\">{root}</Relationships>"),
    ));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    archive(&files, CompressionMethod::Deflated)
}

/// A workbook of LibreOffice. "2020-01-01|2020" is a day and what its cell shows; "North#2x1" is over two rows and one
/// column, "~" is covered.
fn ods(rows: &[&[&str]]) -> Vec<u8> {
    let mut text = String::new();
    for row in rows {
        text += "<table:table-row>";
        for cell in *row {
            if let Some((day, shown)) = cell.split_once('|') {
                text += &format!(
                    "<table:table-cell table:style-name=\"ce1\" office:value-type=\"date\" \
                     office:date-value=\"{day}\"><text:p>{shown}</text:p></table:table-cell>"
                );
                continue;
            }
            let (cell, over) =
                match cell.split_once('#').and_then(|(c, over)| Some((c, over.split_once('x')?))) {
                    Some((cell, (rows, columns))) => (
                        cell,
                        format!(
                        " table:number-rows-spanned=\"{rows}\" table:number-columns-spanned=\"{columns}\""
                    ),
                    ),
                    None => (*cell, String::new()),
                };
            text += &match cell.parse::<f64>() {
                _ if cell == "~" => "<table:covered-table-cell/>".to_owned(),
                Ok(_) => format!(
                    "<table:table-cell office:value-type=\"float\" office:value=\"{cell}\"{over}><text:p>{cell}\
                     </text:p></table:table-cell>"
                ),
                Err(_) => format!(
                    "<table:table-cell office:value-type=\"string\"{over}><text:p>{cell}</text:p>\
                     </table:table-cell>"
                ),
            };
        }
        text += "</table:table-row>";
    }
    let of = |name: &str| format!("xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\"");
    let content = format!(
        "<office:document-content {} {} {}><office:body><office:spreadsheet><table:table table:name=\"Bảng 1\">{text}\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        of("office"),
        of("table"),
        of("text")
    );
    let manifest =
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let mime = "application/vnd.oasis.opendocument.spreadsheet";
    let files = [("mimetype", mime), ("META-INF/manifest.xml", manifest), ("content.xml", &content)];
    archive(&files, CompressionMethod::Stored)
}

const TABLE: [&[&str]; 5] = [
    &["Doanh thu các làng nghề"],
    &["Làng", "Huyện", "Doanh thu (tỷ đồng)", "Số hộ"],
    &["Mẫu An", "Mẫu", "trên 1.300", "1500"],
    &["Mẫu Ba", "Mẫu", "950.5", "900"],
    &["Mẫu Ca", "Nam Mẫu", "..", "1300.25"],
];

#[test]
fn sheets_of_workbooks_are_tables() {
    let set =
        || Mapping { decimal: Some(village_charts::import::number::Decimal::Comma), ..Mapping::default() };
    for bytes in [xlsx(&[("Bảng 1", &TABLE, "")]), ods(&TABLE)] {
        let data = file(&bytes, set());
        let figures = |i: usize| &data["villages"][i]["figures"];
        assert_eq!(figures(0)["doanh-thu"], json!({ "more_than": 1300, "quote": "trên 1.300" }));
        // a number of a spreadsheet is what it is, whatever the decimal sign of texts
        assert_eq!(figures(1)["doanh-thu"], 950.5);
        assert_eq!(figures(2)["so-ho"], 1300.25);
        assert_eq!(data["villages"][2]["district"], "Nam Mẫu");
    }
}

#[test]
fn dates_are_the_times_that_a_workbook_shows_and_what_it_hides_is_said() {
    // 2020-01-01 and 2021-01-01, shown as years; 2020-03-01, shown as a month
    let years: [&[&str]; 3] =
        [&["Xã", "s=\"2\"|43831", "s=\"2\"|44197"], &["An", "5", "6"], &["Ba", "7", "8"]];
    let outcome = import(xlsx(&[("S", &years, "")]), Mapping::default(), false).expect("a table");
    assert!(
        english(&outcome.understood).contains(&"times: 2020, 2021".to_owned()),
        "{:?}",
        outcome.understood
    );
    let months: [&[&str]; 3] =
        [&["Xã", "s=\"3\"|43891", "s=\"3\"|43831"], &["An", "5", "6"], &["Ba", "7", "8"]];
    let outcome = import(xlsx(&[("S", &months, "")]), Mapping::default(), false).expect("a table");
    assert!(english(&outcome.understood).contains(&"times: 2020-01, 2020-03".to_owned()));
    let more = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><row r=\"3\" hidden=\"true\"/>";
    let outcome = import(xlsx(&[("S", &years, more)]), Mapping::default(), false).expect("a table");
    let lines = english(&outcome.understood).join("\n");
    assert!(
        lines.contains("rows that the sheet hides, and that are read all the same: 1 (row 3)"),
        "{lines}"
    );
    assert!(lines.contains("columns that the sheet hides, and that are read all the same: 1 (B)"), "{lines}");
}

#[test]
fn a_sheet_is_chosen_by_its_name() {
    let other: [&[&str]; 3] = [&["Village", "2020"], &["An", "5"], &["Ba", "7"]];
    let book = xlsx(&[("Empty", &[], ""), ("First", &TABLE, ""), ("Other", &other, "")]);
    let outcome = import(book.clone(), Mapping::default(), false).expect("a table");
    assert!(english(&outcome.understood)[0]
        .contains("the sheet \"First\", the first with a table of \"Empty\", \"First\", \"Other\""));
    let set = |name: &str| Mapping { sheet: Some(name.to_owned()), ..Mapping::default() };
    assert_eq!(file(&book, set("other"))["villages"][1]["name"], "Ba");
    let known = source(book.clone(), &set("other")).expect("a sheet").book.expect("a workbook");
    assert_eq!((&*known.sheet, known.sheets.len()), ("Other", 3));
    let fault = import(book, set("Third"), false).expect_err("no such sheet");
    assert_eq!(fault.to_string(), "no sheet \"Third\"; expected one of \"Empty\", \"First\", \"Other\"");
}

/// Many workbooks begin with a sheet that says what they are.
#[test]
fn the_first_sheet_that_is_a_table_is_read() {
    let note: [&[&str]; 3] = [&["Ghi chú"], &["2024"], &["N: 5"]];
    let cover: [&[&str]; 3] = [&["Nguồn", "Cục Thống kê"], &["Năm", "2024"], &["Đơn vị", "%"]];
    let contents: [&[&str]; 3] = [&["Bảng", "Trang"], &["Bảng 1", "Thu nhập"], &["Bảng 2", "Hộ nghèo"]];
    let notes = [("Ghi chú", &note), ("Bìa", &cover), ("Mục lục", &contents)];
    for (name, note) in notes {
        let book = xlsx(&[(name, note, ""), ("2024", &TABLE, "")]);
        let outcome = import(book, Mapping::default(), false).expect("a table");
        let said = format!("the sheet \"2024\", the first with a table of \"{name}\", \"2024\"");
        assert!(english(&outcome.understood)[0].contains(&said), "{name}");
    }
    let book = xlsx(&[("Ghi chú", &note, ""), ("2024", &TABLE, "")]);
    // what is asked for is read, and what is all there is
    let set = Mapping { sheet: Some("Ghi chú".to_owned()), ..Mapping::default() };
    let sheet =
        |bytes: Vec<u8>, set: &Mapping| source(bytes, set).expect("a sheet").book.expect("a workbook").sheet;
    assert_eq!(sheet(book, &set), "Ghi chú");
    let notes = xlsx(&[("A", &note, ""), ("B", &note, "")]);
    assert_eq!(sheet(notes, &Mapping::default()), "A");
}

#[test]
fn all_sheets_of_a_workbook_become_one_file() {
    let first: [&[&str]; 3] = [&["Village", "People"], &["An", "500"], &["Ba", "700"]];
    let second: [&[&str]; 3] = [&["Village", "People"], &["Ba", "710"], &["An", "520"]];
    let notes: [&[&str]; 1] = [&["Counted in spring"]];
    let book = xlsx(&[("2019", &first, ""), ("Notes", &notes, ""), ("2020", &second, "")]);
    let set = Mapping { sheet: Some("*".to_owned()), ..Mapping::default() };
    let joined = join(vec![File { name: "book.xlsx".to_owned(), bytes: book }], &set, false).expect("tables");
    let data: Json = serde_json::from_str(&joined.text).expect("JSON");
    assert_eq!(data["villages"][0]["figures"]["people"], json!({ "2019": 500, "2020": 520 }));
    assert_eq!(joined.parts[1].name, "book.xlsx, 2020");
    assert_eq!(english(&joined.understood)[0], "book.xlsx: left out: the sheet \"Notes\", no numbers");
}

#[test]
fn merged_cells_are_headings_and_districts_but_no_figures() {
    let rows: [&[&str]; 6] = [
        &["District", "Village", "2020", "", "2021", ""],
        &["", "", "Households", "People", "Households", "People"],
        &["North", "An", "5", "20", "6", "21"],
        &["", "Ba", "7", "30", "", "31"],
        &["South", "Ca", "8", "40", "9", "41"],
        &["", "Da", "9", "50", "9", "51"],
    ];
    let merged = "<mergeCells><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"E1:F1\"/><mergeCell ref=\"A3:A4\"/>\
                  <mergeCell ref=\"A5:A6\"/></mergeCells>";
    let data = file(&xlsx(&[("S", &rows, merged)]), Mapping::default());
    assert_eq!(data["villages"][1]["district"], "North");
    assert_eq!(data["villages"][3]["district"], "South");
    assert_eq!(data["villages"][0]["figures"]["households"], json!({ "2020": 5, "2021": 6 }));
    // a figure of two villages is that of neither
    let over = merged.replace("</mergeCells>", "<mergeCell ref=\"E3:E4\"/></mergeCells>");
    let expected =
        "E4: found a merged cell with \"6\"; expected a figure of its own: a merged one is that of several \
                    places or columns";
    assert_eq!(problems(&xlsx(&[("S", &rows, &over)])), [expected]);
    let data = forced(&xlsx(&[("S", &rows, &over)]));
    let unclear = json!({ "missing": "6: not clear", "quote": "6" });
    assert_eq!(data["villages"][1]["figures"]["households"], json!({ "2020": 7, "2021": unclear }));
}

#[test]
fn merged_cells_of_an_ods_are_those_of_an_xlsx() {
    let rows: [&[&str]; 4] = [
        &["District", "Village", "2020#1x2", "~", "2021#1x2", "~"],
        &["", "", "Households", "People", "Households", "People"],
        &["North#2x1", "An", "5", "20", "6", "21"],
        &["~", "Ba", "7", "30", "8", "31"],
    ];
    let data = file(&ods(&rows), Mapping::default());
    assert_eq!(data["villages"][1]["district"], "North");
    assert_eq!(data["villages"][0]["figures"]["households"], json!({ "2020": 5, "2021": 6 }));
    let mut over = rows;
    over[2] = &["North#2x1", "An", "5", "20", "6#2x1", "21"];
    over[3] = &["~", "Ba", "7", "30", "~", "31"];
    let expected =
        "E4: found a merged cell with \"6\"; expected a figure of its own: a merged one is that of several \
                    places or columns";
    assert_eq!(problems(&ods(&over)), [expected]);
}

#[test]
fn days_that_a_spreadsheet_wrote_into_a_text_are_told_as_such() {
    for day in ["01-Feb", "Feb-01", "1-thg 2"] {
        let csv = format!("Village,Households\nAn,{day}\nBa,12\n");
        let expected = format!(
            "B2: found the day {day}; expected a number; spreadsheets make a day of \"1-2\" or \"3/4\": write it as a \
             text there"
        );
        assert_eq!(problems(csv.as_bytes()), [expected]);
    }
}

#[test]
fn a_place_whose_only_figure_is_merged_with_the_one_above_is_no_heading() {
    let rows: [&[&str]; 4] = [&["Village", "Poor (%)"], &["An", "3.5"], &["Ba", ""], &["Ca", "2.5"]];
    let merged = "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>";
    let expected =
        "B3: found a merged cell with \"3.5\"; expected a figure of its own: a merged one is that of \
                    several places or columns";
    assert_eq!(problems(&xlsx(&[("S", &rows, merged)])), [expected]);
}

#[test]
fn what_a_spreadsheet_made_of_a_cell_is_told() {
    let rows: [&[&str]; 4] = [
        &["Village", "Revenue (million VND)"],
        &["An", "s=\"1\"|45323"],
        &["Ba", "t=\"e\"|#DIV/0!"],
        &["Ca", "12.5"],
    ];
    assert_eq!(
        problems(&xlsx(&[("S", &rows, "")])),
        [
            "B2: found the day 2024-02-01; expected a number; spreadsheets make a day of \"1-2\" or \"3/4\": write it \
             as a text there",
            "B3: found #DIV/0!, a formula's error; expected a number",
        ]
    );
}

#[test]
fn percentages_that_a_workbook_may_have_as_parts_of_one_are_asked() {
    let rows: [&[&str]; 3] =
        [&["Village", "Poor (%)", "People"], &["An", "0.056", "500"], &["Ba", "0.12", "700"]];
    let book = xlsx(&[("S", &rows, "")]);
    let expected =
        "B2: found 0.056 for a percentage, and no number above 1 in its column; expected --unit % if it is \
                    0.056 %, or --unit share if it is 5.6 %";
    assert_eq!(problems(&book), [expected]);
    // whoever publishes it without an answer says neither
    let data = forced(&book);
    let unclear = json!({ "missing": "0.056: not clear", "quote": "0.056" });
    assert_eq!(data["villages"][0]["figures"], json!({ "poor": unclear, "people": 500 }));
    let set = |unit: &str| Mapping { unit: [("*".to_owned(), unit.to_owned())].into(), ..Mapping::default() };
    let data = file(&book, set("share"));
    assert_eq!(data["villages"][0]["figures"], json!({ "poor": 5.6, "people": 500 }));
    assert_eq!(data["indicators"][0]["unit"], "percent");
    assert_eq!(file(&book, set("%"))["villages"][0]["figures"]["poor"], 0.056);
}

#[test]
fn a_list_of_objects_is_a_table() {
    let json = r#"[{ "village": "An", "year": 2020, "population": 1500, "rate": { "poor": 2.5 } },
                   { "village": "Ba", "year": 2020, "population": "about 900", "rate": { "poor": null } },
                   { "village": "An", "year": 2021, "population": 1600 }]"#;
    let data = file(json.as_bytes(), Mapping::default());
    assert_eq!(data["villages"][0]["figures"]["population"], json!({ "2020": 1500, "2021": 1600 }));
    let about = json!({ "2020": { "about": 900, "quote": "about 900" } });
    assert_eq!(data["villages"][1]["figures"]["population"], about);
    let wrong = r#"[{ "village": "An", "population": "many" }, { "village": "Ba", "population": 3 }]"#;
    assert!(problems(wrong.as_bytes())[0].starts_with("item 1, population: found \"many\""));
}

#[test]
fn lists_within_lists_are_a_table() {
    let json = r#"{ "name": "Made-up", "districts": [
        { "name": "North", "score": 0.5, "villages": [["01", "AN", 0.25], ["02", "BA", 0.75]] },
        { "name": "South", "score": 0.7, "villages": [["01", "CA", 0.7]] }] }"#;
    let set =
        Mapping { indicators: vec![("villages.3".to_owned(), "Score".to_owned())], ..Mapping::default() };
    let data = file(json.as_bytes(), set);
    assert_eq!(
        data["villages"][0],
        json!({ "name": "AN", "district": "North", "figures": { "score": 0.25 } })
    );
    assert_eq!(data["villages"][2]["district"], "South");
    let by_name = r#"{ "An": { "people": 5, "rooms": 3 }, "Ba": { "people": 7, "rooms": 4 } }"#;
    assert_eq!(file(by_name.as_bytes(), Mapping::default())["villages"][1]["figures"]["people"], 7);
}

/// A cube of two places, two indicators and two times.
const CUBE: &str = r#"{ "label": "Made-up cube", "source": "Made-up office", "id": ["Region", "Contents", "Time"],
    "size": [2, 2, 2], "role": { "geo": ["Region"], "time": ["Time"], "metric": ["Contents"] },
    "dimension": {
        "Region": { "label": "region", "category": { "index": { "01": 0, "02": 1 },
            "label": { "01": "An", "02": "Ba" } } },
        "Contents": { "label": "contents", "category": { "index": ["pop", "poor"],
            "label": { "pop": "Population", "poor": "Poverty rate" },
            "unit": { "pop": { "base": "persons", "decimals": 0 }, "poor": { "base": "percent", "decimals": 1 } } } },
        "Time": { "label": "year", "category": { "index": { "2020": 0, "2021": 1 } } } },
    "value": [1500, 1600, 2.5, null, 900, 950, 3.5, 3.25],
    "status": { "1": "p", "3": "c", "6": "e" } }"#;

#[test]
fn json_stat_is_a_table() {
    let two = CUBE.replacen('{', r#"{ "version": "2.0", "class": "dataset","#, 1);
    // the first version has id, size and role within the dimensions
    let keys = r#""id": ["Region", "Contents", "Time"],
    "size": [2, 2, 2], "role": { "geo": ["Region"], "time": ["Time"], "metric": ["Contents"] },"#;
    let within =
        CUBE.replacen(keys, "", 1).replacen(r#""dimension": {"#, &format!("\"dimension\": {{ {keys}"), 1);
    let one = format!("{{ \"dataset\": {within} }}");
    let sparse = two.replace(
        "[1500, 1600, 2.5, null, 900, 950, 3.5, 3.25]",
        r#"{ "0": 1500, "1": 1600, "2": 2.5, "4": 900, "5": 950, "6": 3.5, "7": 3.25 }"#,
    );
    for cube in [two, one, sparse] {
        let data = file(cube.as_bytes(), Mapping::default());
        assert_eq!(data["sources"][0]["name"], "Made-up office");
        assert_eq!(data["title"], "Made-up cube");
        assert_eq!(data["indicators"][0]["unit"], "persons");
        assert_eq!(data["indicators"][1]["unit"], "percent");
        let village = |i: usize| &data["villages"][i];
        assert_eq!((&village(0)["name"], &village(0)["id"]), (&json!("An"), &json!("01")));
        let people = json!({ "2020": 1500, "2021": { "exact": 1600, "provisional": true } });
        assert_eq!(village(0)["figures"]["population"], people);
        let missing = json!({ "missing": "not shown: suppressed or confidential" });
        assert_eq!(village(0)["figures"]["poverty-rate"]["2021"], missing);
        assert_eq!(village(1)["figures"]["poverty-rate"]["2020"], json!({ "exact": 3.5, "estimated": true }));
    }
    let short = CUBE.replace("900, 950, 3.5, 3.25]", "900]");
    assert_eq!(fault(short.as_bytes()), "JSON-stat with 5 values; expected 8, as its dimensions have");
}

#[test]
fn broken_files_end_in_a_line_that_says_what_is_wrong() {
    let zip = archive(&[("a.txt", "text")], CompressionMethod::Stored);
    assert_eq!(fault(&zip), "a ZIP file that is no workbook; expected .xlsx or .ods (unpack it first)");
    assert!(fault(b"PK\x03\x04 and then nothing").starts_with("a broken ZIP file"));
    let mut cut = xlsx(&[("S", &TABLE, "")]);
    cut.truncate(cut.len() / 2);
    assert!(fault(&cut).starts_with("a broken ZIP file"), "{}", fault(&cut));
    let broken = archive(&[("xl/workbook.xml", "<workbook><sheets>")], CompressionMethod::Stored);
    assert!(fault(&broken).starts_with("a broken workbook"), "{}", fault(&broken));
    let locked = archive(
        &[("content.xml", "???"), ("META-INF/manifest.xml", "<manifest:encryption-data/>")],
        CompressionMethod::Stored,
    );
    assert!(fault(&locked).starts_with("a workbook with a password"));
    let mut compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    assert!(fault(&compound).starts_with("a workbook of an old Excel (.xls)"));
    compound.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(fault(&compound).starts_with("a workbook with a password"));
    assert!(fault(b"%PDF-1.7").starts_with("a PDF file"));
    assert!(fault(b"<html><table>").starts_with("HTML or XML"));
    assert_eq!(fault(b"  \n"), "an empty file");
    assert_eq!(fault(b"{ \"a\": [1, 2"), "no JSON from line 1, column 12 on");
    assert!(fault(b"{ \"a\": 5 }").contains("expected"), "{}", fault(b"{ \"a\": 5 }"));
    let mixed = "Làng;Số hộ\nMẫu An;5\nMẫu Ba;6\n".bytes().chain(*b"M\xE4u;7\n").collect::<Vec<u8>>();
    let two = "the byte E4 in line 4, which is no UTF-8, while other lines are: two encodings in one file; \
               save it again in UTF-8";
    assert_eq!(fault(&mixed), two);
    // the other way round: most of it is Windows-1252, which could be read in one piece, with wrong letters
    let mixed =
        b"Town;People\nM\xFCnchen;5\nK\xF6ln;6\nF\xFCrth;7\n".iter().copied().chain("Düren;8\n".bytes());
    let two = "the byte FC in line 2, which is no UTF-8, while other lines are: two encodings in one file; \
               save it again in UTF-8";
    assert_eq!(fault(&mixed.collect::<Vec<u8>>()), two);
    let wide = format!("place{}\nAn{}\n", ";2020".repeat(1_000_000), ";1".repeat(1_000_000));
    assert_eq!(fault(wide.as_bytes()), "1000001 columns in row 1; expected at most 16384");
    let open = "Village;People\n\"An;5\nBa;6\n";
    assert!(fault(open.as_bytes()).contains("that no other one closes"), "{}", fault(open.as_bytes()));
    assert!(fault(b"just a text\nin two lines\n").starts_with("a table of one column"));
    assert!(fault(b"An;5;6\nBa;7;8\n").starts_with("row 1 has figures where headings should be"));
    assert!(fault(b"Village;Note\nAn;good\nBa;bad\n").starts_with("no column of figures"));
}

#[test]
fn a_bomb_of_a_zip_is_not_unpacked() {
    let mut bomb = archive(&[("xl/workbook.xml", "<workbook/>")], CompressionMethod::Deflated);
    // in the directory at its end stands how large the file will be
    let entry = bomb.windows(4).position(|bytes| bytes == b"PK\x01\x02").expect("a directory");
    bomb[entry + 24..entry + 28].copy_from_slice(&2_000_000_000u32.to_le_bytes());
    let big = "a ZIP file that unpacks to more than 1 GB; expected a workbook of a reasonable size";
    assert_eq!(fault(&bomb), big);
}

/// Changes the entries of the directory of a ZIP file.
fn entries(zip: &mut [u8], change: impl Fn(&mut [u8])) {
    for at in (0..zip.len() - 46).rev() {
        if zip[at..].starts_with(b"PK\x01\x02") {
            change(&mut zip[at..at + 46]);
        }
    }
}

#[test]
fn a_zip_that_says_less_than_it_unpacks_to_is_a_table_or_a_line() {
    let mut lie = xlsx(&[("S", &TABLE, "")]);
    entries(&mut lie, |entry| entry[24..28].copy_from_slice(&3u32.to_le_bytes()));
    match import(lie, Mapping::default(), false) {
        Ok(outcome) => assert!(outcome.text.contains("Mẫu"), "{}", outcome.text),
        Err(fault) => assert_line(&fault),
    }
}

#[test]
fn a_zip_with_a_password_is_told() {
    let mut locked = xlsx(&[("S", &TABLE, "")]);
    entries(&mut locked, |entry| entry[8] |= 1);
    for at in 0..locked.len() - 30 {
        if locked[at..].starts_with(b"PK\x03\x04") {
            locked[at + 6] |= 1;
        }
    }
    let fault = fault(&locked);
    assert_eq!(fault, "a workbook with a password; expected one without: save it again without a password");
}

#[test]
fn cells_far_away_need_no_room() {
    let more = "</sheetData><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>5</v></c></row>";
    let book = xlsx(&[("S", &TABLE, more)]);
    let _ = import(book, Mapping::default(), false);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(200),
        ..ProptestConfig::default()
    })]

    /// Files that are nearly right, and bytes that are nothing: a table or a line, never a panic.
    #[test]
    fn broken_bytes_never_panic(
        which in 0usize..5,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut file = match which {
            0 => xlsx(&[("S", &TABLE, "")]),
            1 => ods(&TABLE),
            2 => CUBE.as_bytes().to_vec(),
            3 => br#"[{ "village": "An", "people": 5 }, { "village": "Ba", "people": [1, { "a": 2 }] }]"#.to_vec(),
            _ => bytes,
        };
        for (at, byte) in changes {
            if !file.is_empty() {
                let at = at.index(file.len());
                file[at] = byte;
            }
        }
        if let Err(fault) = import(file, Mapping::default(), false) {
            assert_line(&fault);
        }
    }
}

/// Excerpts as offices write them, made up: what is understood of them, and the file that comes of it.
#[test]
fn tables_in_the_manner_of_offices_need_no_option() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import/manners");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("it is there").flatten().map(|f| f.path()).collect();
    files.sort();
    assert_eq!(files.len(), 24);
    let mut all = String::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let outcome = import(std::fs::read(&file).expect("a file"), Mapping::default(), false);
        let outcome = outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(outcome.problems, [], "{name}");
        let reading = data::read(outcome.text.as_bytes(), &Native::default());
        assert!(reading.dataset.is_some(), "{name}: {:?}", reading.findings);
        all += &format!("== {name}\n{}\n{}", english(&outcome.understood).join("\n"), outcome.text);
    }
    insta::assert_snapshot!("import_manners", all);
}

#[test]
fn a_date_in_an_ods_is_the_time_that_its_cell_shows() {
    let times = |head: &[&str]| {
        let book = ods(&[head, &["Mẫu An", "15", "16"], &["Mẫu Ba", "9", "8"]]);
        let text = import(book, Mapping::default(), false).expect("a table").text;
        let data: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let figures = data["villages"][0]["figures"].as_object().and_then(|of| of.values().next().cloned());
        let times = figures.and_then(|of| Some(of.as_object()?.keys().cloned().collect::<Vec<_>>()));
        times.unwrap_or_default()
    };
    assert_eq!(times(&["Làng", "2020-01-01|2020", "2021-01-01|2021"]), ["2020", "2021"]);
    assert_eq!(times(&["Làng", "2020-03-01|03/2020", "2020-04-01|Apr 2020"]), ["2020-03", "2020-04"]);
    assert_eq!(times(&["Làng", "2020-03-31|31/03/2020", "2020-06-30|30 June 2020"]), ["2020-03", "2020-06"]);
}

#[test]
fn levels_are_read_from_indents_of_cells() {
    let part = |name: &str| format!("t=\"str\" s=\"4\"|{name}");
    let [a, b, c, d] = ["Bangued", "Boliney", "Calanasan", "Conner"].map(part);
    let rows: [&[&str]; 7] = [
        &["Province and municipality", "Rate 2020 (%)"],
        &["Abra", "24.1"],
        &[&a, "4.8"],
        &[&b, "3.5"],
        &["Apayao", "11.9"],
        &[&c, "12.6"],
        &[&d, "26"],
    ];
    let text = import(xlsx(&[("S", &rows, "")]), Mapping::default(), false).expect("a table").text;
    let data: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(data["villages"].as_array().map(Vec::len), Some(4), "{text}");
    assert_eq!(data["villages"][3]["name"], "Conner");
    assert_eq!(data["villages"][3]["district"], "Apayao");
    assert_eq!(data["references"][0]["name"], "Abra");
}
