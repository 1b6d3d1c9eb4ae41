//! The checks of a data file: each has its code, its path and its severity, and all speak at once.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::data::{self, Finding, Severity};
use village_charts::figure::Value;
use village_charts::platform::Native;

fn findings(data: &Json) -> Vec<Finding> {
    let reading = data::read(data.to_string().as_bytes(), &Native::default());
    let has_errors = reading.findings.iter().any(|f| f.severity == Severity::Error);
    assert_eq!(reading.dataset.is_none(), has_errors, "data with errors is not handed out");
    reading.findings
}

/// A file with one village, some sections, and `change` merged into it.
fn file(change: Json) -> Json {
    let mut file = json!({
        "format": "village-charts/1",
        "sources": [{ "id": "s", "name": "S" }],
        "villages": [{ "name": "A", "revenue": 10 }],
        "revenue": { "unit": "billion_vnd", "per": "year" },
    });
    for (key, value) in change.as_object().expect("an object") {
        file[key] = value.clone();
    }
    file
}

/// The findings of a file in which only one thing is wrong: `path code`, one each.
#[track_caller]
fn expect(change: Json, severity: Severity, expected: &[&str]) -> String {
    let findings = findings(&file(change));
    let found: Vec<String> = findings.iter().map(|f| format!("{} {}", f.path, f.code)).collect();
    assert_eq!(found, expected, "{findings:#?}");
    assert!(findings.iter().all(|f| f.severity == severity), "{findings:#?}");
    findings.iter().map(|f| format!("{f}\n")).collect()
}

#[track_caller]
fn error(change: Json, expected: &str) -> String {
    expect(change, Severity::Error, &[expected])
}

fn village(revenue: Json) -> Json {
    json!({ "villages": [{ "name": "A", "revenue": revenue }] })
}

fn clusters(group: Json) -> Json {
    json!({ "clusters": { "groups": [group] } })
}

#[test]
fn the_article_has_no_errors_and_says_where_periods_are_mixed() {
    let json: Json = serde_json::from_str(include_str!("../www/data/hanoi-2024.json")).expect("JSON");
    let found: Vec<String> = findings(&json).iter().map(|f| format!("{:?} {}", f.severity, f.code)).collect();
    assert_eq!(found, ["Note mixed_period"]);
}

#[test]
fn the_examples_of_the_documents_and_the_made_up_province_have_no_findings() {
    let documents = [include_str!("../README.md"), include_str!("../docs/data.md")];
    let mut examples: Vec<&str> =
        documents.iter().filter_map(|text| text.split("```json\n").nth(1)?.split("```").next()).collect();
    assert_eq!(examples.len(), documents.len());
    examples.push(include_str!("../www/data/mau.json"));
    for example in examples {
        let json: Json = serde_json::from_str(example).expect("JSON");
        assert_eq!(findings(&json), []);
    }
}

#[test]
fn all_errors_are_told_in_one_go() {
    let bad = json!({ "villages": [
        { "name": 5, "revenue": "1.300" },
        { "craft": "x", "revenue": { "range": [5, 4] } },
    ] });
    let expected = [
        "$.villages[0].name wrong_type",
        "$.villages[0].revenue string_for_number",
        "$.villages[1].name missing_key",
        "$.villages[1].revenue.range range_upside_down",
    ];
    expect(bad, Severity::Error, &expected);
}

#[test]
fn names_are_checked_also_where_figures_are_wrong_and_no_error_brings_others_with_it() {
    let village = |name: Json, revenue: Json| json!({ "name": name, "revenue": revenue });
    let told = |change: Json| -> Vec<String> {
        findings(&file(change)).iter().map(|f| format!("{} {}", f.code, f.path)).collect()
    };
    let sources = json!([{ "id": "known", "name": "Known" }]);
    let villages = json!([
        village(json!("A"), json!({ "exact": 1, "source": "other" })),
        village(json!(""), json!(2)),
        village(json!(""), json!(3)),
        village(json!("a"), json!("1.300")),
    ]);
    let all = told(json!({ "sources": sources, "villages": villages }));
    for expected in [
        "empty_text $.villages[1].name",
        "empty_text $.villages[2].name",
        "unknown_source $.villages[0].revenue.source",
        "duplicate_village $.villages[3].name",
    ] {
        assert!(all.iter().any(|f| f == expected), "{expected}: {all:?}");
    }
    assert_eq!(all.len(), 5, "{all:?}");
    // of sources that could not be read, no one knows what they are called
    let villages = json!([village(json!("A"), json!({ "exact": 1, "source": "known" }))]);
    let all = told(json!({ "sources": [{ "id": 5, "name": "Known" }], "villages": villages }));
    assert_eq!(all, ["wrong_type $.sources[0].id"]);
}

#[test]
fn a_text_is_never_a_number_and_the_message_says_why() {
    let text = error(village(json!("1.300")), "$.villages[0].revenue string_for_number");
    assert!(text.contains(r#"found the text "1.300""#) && text.contains("1.3 elsewhere"), "{text}");
    error(village(json!({ "more_than": "1300" })), "$.villages[0].revenue.more_than string_for_number");
}

#[test]
fn numbers_are_finite_not_negative_and_exact_enough() {
    error(village(json!(-1)), "$.villages[0].revenue number_out_of_range");
    error(village(json!(1e308)), "$.villages[0].revenue number_out_of_range");
    error(village(json!(1e-7)), "$.villages[0].revenue number_too_small");
    expect(village(json!(1e15)), Severity::Error, &[]);
    expect(village(json!(-0.0)), Severity::Error, &[]);
}

#[test]
fn a_figure_has_exactly_one_qualifier() {
    error(village(json!({})), "$.villages[0].revenue one_qualifier");
    error(village(json!({ "exact": 1, "nearly": 2 })), "$.villages[0].revenue one_qualifier");
    error(village(json!([1])), "$.villages[0].revenue wrong_type");
}

#[test]
fn a_range_has_two_ends_the_second_above_the_first() {
    let path = "$.villages[0].revenue.range";
    error(village(json!({ "range": [5.5, 4] })), &format!("{path} range_upside_down"));
    error(village(json!({ "range": [4, 4] })), &format!("{path} range_upside_down"));
    error(village(json!({ "range": [4] })), &format!("{path} wrong_type"));
    error(village(json!({ "range": "4-5" })), &format!("{path} wrong_type"));
    error(village(json!({ "range": [4, "5"] })), &format!("{path}[1] string_for_number"));
}

#[test]
fn an_unknown_key_is_a_warning_with_the_nearest_known_name() {
    let text = expect(json!({ "vilages": [] }), Severity::Warning, &["$.vilages unknown_key"]);
    assert!(text.contains(r#""villages", perhaps"#), "{text}");
    expect(
        village(json!({ "morethan": 5, "exact": 5 })),
        Severity::Warning,
        &["$.villages[0].revenue.morethan unknown_key"],
    );
    expect(json!({ "$schema": "x" }), Severity::Warning, &[]);
}

#[test]
fn an_unknown_word_is_an_error_with_the_words_there_are() {
    let text = error(json!({ "format": "village-charts/2" }), "$.format unknown_word");
    assert!(text.contains("village-charts/1"), "{text}");
    error(json!({ "revenue": { "unit": "usd", "per": "year" } }), "$.revenue.unit unknown_word");
}

#[test]
fn texts_are_neither_empty_nor_endless() {
    error(json!({ "villages": [{ "name": "" }] }), "$.villages[0].name empty_text");
    error(json!({ "villages": [{ "name": " \u{200E}\t" }] }), "$.villages[0].name empty_text");
    error(json!({ "villages": [{ "name": {} }] }), "$.villages[0].name empty_text");
    error(json!({ "villages": [{ "name": "x".repeat(100_000) }] }), "$.villages[0].name text_too_long");
}

#[test]
fn dates_are_days_that_exist() {
    for date in ["2024-13-01", "2023-02-29", "2024-00", "24-01-01", "2024-1-1", "5/7/2024", "2024-01-01-01"] {
        error(json!({ "as_of": date }), "$.as_of bad_date");
    }
    for date in ["2024", "2024-07", "2024-02-29"] {
        expect(json!({ "as_of": date }), Severity::Error, &[]);
    }
}

#[test]
fn a_village_is_named_once_however_its_name_is_spelt() {
    let twice = |other: &str| json!({ "villages": [{ "name": "Sơn Đồng" }, { "name": other }] });
    error(twice("Sơn Đồng"), "$.villages[1].name duplicate_village");
    error(twice(" Sơn Đồng "), "$.villages[1].name duplicate_village");
    error(twice("SƠN ĐỒNG"), "$.villages[1].name duplicate_village");
    // the same letters, written with combining marks
    error(twice("So\u{31B}n Đo\u{302}\u{300}ng"), "$.villages[1].name duplicate_village");
    let districts =
        json!({ "villages": [{ "name": "A", "district": "X" }, { "name": "A", "district": "Y" }] });
    expect(districts, Severity::Error, &[]);
    error(
        json!({ "villages": [{ "name": "A", "id": "a" }, { "name": "B", "id": "a" }] }),
        "$.villages[1].id duplicate_id",
    );
}

#[test]
fn a_key_given_twice_is_an_error() {
    let json = br#"{ "format": "village-charts/1", "villages": [], "villages": [] }"#;
    let reading = data::read(json, &Native::default());
    assert_eq!(reading.findings[0].code, "duplicate_key");
}

#[test]
fn a_source_that_is_named_exists() {
    error(village(json!({ "exact": 1, "source": "t" })), "$.villages[0].revenue.source unknown_source");
    expect(village(json!({ "exact": 1, "source": "s" })), Severity::Error, &[]);
}

#[test]
fn a_source_that_is_named_exists_in_every_section() {
    let figure = json!({ "exact": 1, "source": "t" });
    let count = json!({ "name": "C", "value": figure });
    let breakdown = json!({ "groups": [{ "whole": count, "subsets": [count] }], "counts": [count] });
    let income = json!({ "unit": "million_vnd", "rows": [{ "name": "R", "value": figure, "per": "month" }] });
    let revenue = json!({ "unit": "billion_vnd", "per": "year", "total": { "exact": 20, "source": "t" } });
    error(json!({ "income": income }), "$.income.rows[0].value.source unknown_source");
    error(json!({ "revenue": revenue }), "$.revenue.total.source unknown_source");
    for section in ["clusters", "village_counts", "petitions"] {
        let at = |place: &str| format!("$.{section}.{place}.value.source unknown_source");
        // in the order of the text, whose keys are in that of the alphabet
        let all = [at("counts[0]"), at("groups[0].subsets[0]"), at("groups[0].whole")];
        expect(json!({ section: breakdown }), Severity::Error, &all.each_ref().map(String::as_str));
    }
}

#[test]
fn a_total_is_not_below_its_known_parts() {
    let total = |total: Json| json!({ "revenue": { "unit": "billion_vnd", "per": "year", "total": total } });
    let text = error(total(json!(9)), "$.revenue.total total_below_parts");
    assert!(text.contains("found 9, while the villages listed make 10"), "{text}");
    error(total(json!({ "nearly": 10 })), "$.revenue.total total_below_parts");
    expect(total(json!({ "more_than": 5 })), Severity::Error, &[]); // may well be more than 10
}

#[test]
fn decimals_that_add_up_to_their_whole_are_not_above_it() {
    // in binary 0.1 + 0.2 is a hair above 0.3
    expect(
        json!({ "villages": [{ "name": "A", "revenue": 0.1 }, { "name": "B", "revenue": 0.2 }],
            "revenue": { "unit": "billion_vnd", "per": "year", "total": 0.3 } }),
        Severity::Error,
        &[],
    );
    let group = json!({ "whole": { "name": "W", "value": 0.3 }, "relation": "disjoint",
        "subsets": [{ "name": "A", "value": 0.1 }, { "name": "B", "value": 0.2 }] });
    expect(clusters(group), Severity::Error, &[]);
}

#[test]
fn an_interval_has_the_decimals_of_its_indicator_and_is_no_wider_where_it_has_no_more() {
    let shown = |decimals: u8, low: f64, high: f64| {
        let data = file(json!({
            "indicators": [{ "id": "i", "name": "I", "kind": "change", "decimals": decimals }],
            "villages": [{ "name": "A", "figures": { "i": { "estimate": low, "interval": [low, high] } } }],
        }));
        let reading = data::read(data.to_string().as_bytes(), &Native::default());
        let data = reading.dataset.expect("no errors");
        let value = data.villages[0].figures.0[0].figure.value.clone();
        let Value::Estimate { low, high, .. } = value else { panic!("{value:?}") };
        (low, high)
    };
    // in binary 4.31 is a hair under it
    assert_eq!(shown(2, 4.31, 4.93), (4.31, 4.93));
    assert_eq!(shown(2, -4.93, -4.31), (-4.93, -4.31));
    for hundredths in 0..2000 {
        let [low, high] = [hundredths, hundredths + 10_000].map(|n| f64::from(n) / 100.0);
        assert_eq!(shown(2, low, high), (low, high));
    }
    assert_eq!(shown(1, 4.31, 4.93), (4.3, 5.0));
    assert_eq!(shown(1, 4.39, 4.91), (4.3, 5.0));
    assert_eq!(shown(0, -4.93, -4.31), (-5.0, -4.0));
}

#[test]
fn nothing_is_below_zero() {
    for qualifier in ["nearly", "less_than"] {
        let path = format!("$.villages[0].revenue.{qualifier} number_out_of_range");
        error(village(json!({ qualifier: 0 })), &path);
    }
    expect(village(json!({ "at_most": 0 })), Severity::Error, &[]);
}

#[test]
fn a_share_in_percent_does_not_stand_on_the_scale_of_a_number() {
    let group = json!({ "whole": { "name": "W", "value": 1350, "unit": "villages" },
        "subsets": [{ "name": "A", "value": 56, "unit": "%" }] });
    error(clusters(group), "$.clusters.groups[0].subsets[0].unit mixed_unit");
}

#[test]
fn one_chart_has_one_unit_and_one_period() {
    error(village(json!({ "exact": 1, "unit": "million_vnd" })), "$.villages[0].revenue mixed_unit");
    error(village(json!({ "exact": 1, "per": "month" })), "$.villages[0].revenue mixed_period");
    let rows = |row: Json| json!({ "income": { "unit": "million_vnd", "rows": [row] } });
    error(
        rows(json!({ "name": "R", "value": { "exact": 1, "per": "year" }, "per": "month" })),
        "$.income.rows[0] mixed_period",
    );
    error(
        rows(json!({ "name": "R", "value": { "exact": 1, "unit": "billion_vnd" }, "per": "month" })),
        "$.income.rows[0] mixed_unit",
    );
}

#[test]
fn a_subset_is_not_above_its_whole() {
    let whole = json!({ "name": "W", "value": 102 });
    let group = |value: Json| json!({ "whole": whole, "subsets": [{ "name": "A", "value": value }] });
    error(clusters(group(json!(103))), "$.clusters.groups[0].subsets[0].value subset_above_whole");
    error(
        clusters(group(json!({ "more_than": 102 }))),
        "$.clusters.groups[0].subsets[0].value subset_above_whole",
    );
    expect(clusters(group(json!({ "more_than": 70 }))), Severity::Error, &[]);
}

#[test]
fn disjoint_parts_are_not_above_their_whole_together() {
    let group = json!({ "whole": { "name": "W", "value": 102 }, "relation": "disjoint",
        "subsets": [{ "name": "A", "value": 70 }, { "name": "B", "value": 43 }] });
    error(clusters(group), "$.clusters.groups[0].subsets disjoint_above_whole");
}

#[test]
fn a_nested_subset_is_not_above_the_one_it_lies_in() {
    let group = json!({ "whole": { "name": "W", "value": 102 }, "relation": "nested",
        "subsets": [{ "name": "A", "value": 43 }, { "name": "B", "value": 70 }] });
    error(clusters(group), "$.clusters.groups[0].subsets[1].value subset_above_whole");
}

#[test]
fn a_nested_subset_lies_in_every_one_before_it() {
    let group = json!({ "whole": { "name": "W", "value": 102 }, "relation": "nested", "subsets": [
        { "name": "A", "value": 43 }, { "name": "B", "value": { "missing": "?" } }, { "name": "C", "value": 70 }] });
    error(clusters(group), "$.clusters.groups[0].subsets[2].value subset_above_whole");
}

#[test]
fn a_stack_of_what_overlaps_is_refused_with_the_reason() {
    for relation in ["overlapping", "unknown", "nested"] {
        let group = json!({ "whole": { "name": "W", "value": 102 }, "relation": relation, "layout": "stacked",
            "subsets": [{ "name": "A", "value": 70 }, { "name": "B", "value": 43 }] });
        let text = error(clusters(group), "$.clusters.groups[0].layout stacked_overlap");
        assert!(text.contains("count what is in two subsets twice"), "{text}");
    }
}

/// 300 villages with a key that the format does not have: more findings than are told.
fn many_warnings() -> Vec<Json> {
    (0..300).map(|i| json!({ "name": format!("V{i}"), "revenue": 1, "population": 900 })).collect()
}

#[test]
fn an_error_is_an_error_after_any_number_of_warnings() {
    let mut villages = many_warnings();
    villages.push(json!({ "name": "Z", "revenue": "1.300" }));
    let found = findings(&file(json!({ "villages": villages })));
    assert!(found.iter().any(|f| f.code == "string_for_number"), "a text is drawn as zero");
}

#[test]
fn the_checks_of_the_whole_file_speak_after_any_number_of_warnings() {
    let group = json!({ "whole": { "name": "W", "value": 102 }, "relation": "overlapping", "layout": "stacked",
        "subsets": [{ "name": "A", "value": 70 }, { "name": "B", "value": 43 }] });
    let found = findings(&file(json!({ "villages": many_warnings(), "clusters": { "groups": [group] } })));
    assert!(found.iter().any(|f| f.code == "stacked_overlap"), "70 and 43 are stacked");
}

#[test]
fn a_broken_file_is_not_told_thousands_of_times() {
    let villages: Vec<Json> = (0..5000).map(|i| json!({ "name": i, "revenue": -i })).collect();
    let found = findings(&file(json!({ "villages": villages })));
    assert!((100..=1000).contains(&found.len()), "{}", found.len());
}

#[test]
fn a_message_is_short_whatever_it_quotes() {
    let long = |i: usize| format!("{i}{}", "x".repeat(490));
    let counts: Vec<Json> = (0..300).map(|i| json!({ "name": long(i), "value": 1 })).collect();
    let stack = json!({ "whole": { "name": "W", "value": 1000 }, "layout": "stacked", "subsets": counts });
    for change in [
        clusters(stack),
        json!({ "villages": [{ "name": long(1) }, { "name": long(1) }] }),
        village(json!({ "exact": 1, "source": long(1) })),
        json!({ "as_of": long(1) }),
        json!({ "format": long(1) }),
        village(json!({ "exact": 1, "per": long(1) })),
    ] {
        let found = findings(&file(change));
        assert!(!found.is_empty());
        for f in found {
            let (length, code) = (f.found.chars().count(), f.code);
            assert!(length < 300, "{code}: {length} characters");
        }
    }
}

#[test]
fn what_is_not_json_is_told_with_line_and_column() {
    for (text, place, said) in [
        (
            "{\n  \"format\": \"village-charts/1\",\n}",
            (3, 1),
            "$: found }; expected a key in double quotes (the last one has no comma after it)",
        ),
        (
            r#"{ "villages": [{ "name": "Đông" "craft": 1 }] }"#,
            (1, 33),
            "$.villages[0]: found \"; expected a comma, or } at",
        ),
        (
            r#"{ "villages": [{ "name": 'A' }] }"#,
            (1, 26),
            "$.villages[0].name: found '; expected a value: a text in double",
        ),
        (
            r#"{ "villages": [1.300,5 6] }"#,
            (1, 24),
            "$.villages: found 6; expected a comma, or ] at the end of the list",
        ),
        (r#"{ "a": 01 }"#, (1, 9), "$: found 1; expected a comma, or } at the end of the object"),
        (r#"{ "a": tru }"#, (1, 8), "$.a: found tru; expected a value"),
        (
            "{ \"a\": \"b\n\" }",
            (1, 10),
            "$.a: found the end of the line; expected a closing \" on the same line",
        ),
        (r#"{ "a": "C:\data" }"#, (1, 11), r#"$.a: found \; expected one of \" "#),
        (r#"{ "a" 1 }"#, (1, 7), "$: found 1; expected a colon after \"a\""),
        (r#"{ "a": 1 "#, (1, 10), "$: found the end of the text; expected a comma, or } at"),
        ("{} x", (1, 4), "$: found x; expected nothing after the end of the data"),
        ("\u{FEFF}{ a: 1 }", (1, 4), "$: found a; expected a key in double quotes, or }"),
        // no fault of the syntax: the parser's own words, without the place, which stands in front
        (r#"{ "a": "\ud800" }"#, (1, 15), "$: found unexpected end of hex escape; expected JSON"),
    ] {
        let found = data::read(text.as_bytes(), &Native::default()).findings;
        let told = found[0].place.map(|place| (place.line, place.column));
        assert!(
            found[0].to_string().starts_with(said) && found[0].code == "not_json",
            "{text}: {}",
            found[0]
        );
        assert_eq!(told, Some(place), "{text}: {}", found[0]);
    }
}

/// Every figure of the article: where it stands in the file, and how.
#[test]
fn the_file_holds_every_figure_of_the_article_with_its_qualifier() {
    let json: Json = serde_json::from_str(include_str!("../www/data/hanoi-2024.json")).expect("JSON");
    let village = |i: usize, name: &str, revenue: Json| {
        assert_eq!(json["villages"][i]["name"], name);
        let mut found = json["villages"][i]["revenue"].clone();
        found.as_object_mut().expect("an object").remove("source");
        assert_eq!(found, revenue, "{name}");
    };
    village(0, "La Phù", json!({ "more_than": 1300 }));
    village(1, "Phùng Xá", json!({ "exact": 1200 }));
    village(2, "Thiết Úng", json!({ "exact": 1100 }));
    village(3, "Sơn Đồng", json!({ "more_than": 1000 }));
    village(4, "Minh Khai", json!({ "more_than": 1000 }));
    village(5, "Hữu Bằng", json!({ "nearly": 1000 }));
    for (path, value) in [
        ("/revenue/total/more_than", json!(24000)),
        ("/revenue/total/estimated", json!(true)),
        ("/revenue/selection", json!(true)),
        ("/income/rows/0/value/range", json!([4, 5.5])),
        ("/income/rows/0/per", json!("month")),
        ("/income/rows/1/value/at_least", json!(50)),
        ("/income/rows/1/per", json!("year")),
        ("/income/rows/1/places", json!(["Nam Từ Liêm", "Tây Hồ", "Hoài Đức"])),
        ("/income/rows/1/open_list", json!(true)),
        ("/clusters/groups/0/whole/value", json!(102)),
        ("/clusters/groups/0/relation", json!("overlapping")),
        ("/clusters/groups/0/subsets/0/value", json!(70)),
        ("/clusters/groups/0/subsets/1/value", json!(43)),
        ("/village_counts/groups/0/whole/value", json!(1350)),
        ("/village_counts/groups/0/subsets/0/value", json!(331)),
        ("/village_counts/groups/1/whole/value", json!(30)),
        ("/village_counts/groups/1/subsets/0/value", json!(25)),
        ("/village_counts/groups/2/subsets/0/value", json!(56)),
        ("/village_counts/counts/0/value", json!(6)),
        ("/village_counts/counts/1/value", json!(9)),
        ("/petitions/groups/0/whole/value", json!(15)),
        ("/petitions/counts/0/value", json!({ "more_than": 70 })),
        ("/petitions/counts/1/value", json!(59)),
        ("/petitions/counts/2/value", json!(3)),
    ] {
        assert_eq!(json.pointer(path), Some(&value), "{path}");
    }
    assert!(json.pointer("/income/rows/2/value/missing").is_some(), "farming: said, not measured");
    assert_eq!(json["petitions"]["groups"][0]["subsets"].as_array().map(Vec::len), Some(3));
}

/// The findings of a file as `code path`.
fn told(json: &Json) -> Vec<String> {
    findings(json).iter().map(|f| format!("{} {}", f.code, f.path)).collect()
}

#[test]
fn two_ids_or_two_districts_are_two_villages_and_blanks_are_none() {
    let two = |a: Json, b: Json| file(json!({ "villages": [a, b] }));
    let named = |change: Json| {
        let mut village = json!({ "name": "Poblacion", "revenue": 3 });
        for (key, value) in change.as_object().expect("an object") {
            village[key] = value.clone();
        }
        village
    };
    for (a, b) in [
        (json!({ "id": "PH1" }), json!({ "id": "PH2" })),
        (json!({ "district": "X" }), json!({ "district": "Y" })),
        (json!({ "id": "1", "district": "X" }), json!({ "id": "2", "district": "X" })),
    ] {
        assert_eq!(told(&two(named(a.clone()), named(b.clone()))), Vec::<String>::new(), "{a} {b}");
    }
    // an id that only one of them has tells no reader which is which
    for (a, b) in [
        (json!({}), json!({ "id": "PH2" })),
        (json!({ "district": "X" }), json!({ "district": "x" })),
        (json!({ "district": "Ba  Vì" }), json!({ "district": "Ba\u{A0}Vì" })),
    ] {
        let all = told(&two(named(a.clone()), named(b.clone())));
        assert!(all.contains(&"duplicate_village $.villages[1].name".to_owned()), "{a} {b}: {all:?}");
    }
    for name in [
        "La  Phù",
        "La\u{A0}Phù",
        "La \u{200B}Phù",
        "La\u{3000}Phù",
        "La\u{AD} Phù",
        "La\u{3164}Phù",
        "La P\u{E0041}hù",
    ] {
        let all = told(&two(json!({ "name": "La Phù" }), json!({ "name": name })));
        assert!(all.contains(&"duplicate_village $.villages[1].name".to_owned()), "{name:?}: {all:?}");
    }
}

#[test]
fn what_is_not_seen_in_a_name_is_a_warning() {
    for name in [
        "La  Phù",
        "La\u{A0}Phù",
        "La\u{200B}Phù",
        "La\u{AD}Phù",
        "\u{115F}La",
        "La\u{FFA0}",
        "La\u{E0041}",
        "La\u{2060}Phù",
    ] {
        for village in [
            json!({ "name": name }),
            json!({ "name": "A", "district": name }),
            json!({ "name": "A", "craft": { "en": name } }),
        ] {
            let all = findings(&file(json!({ "villages": [village] })));
            assert_eq!(
                all.iter().map(|f| f.code).collect::<Vec<_>>(),
                ["unseen_character"],
                "{name:?}: {all:?}"
            );
            assert_eq!(all[0].severity, Severity::Warning);
        }
    }
    let said = findings(&file(json!({ "villages": [{ "name": "La\u{A0}Phù" }] })))[0].found.clone();
    assert!(said.contains("U+00A0"), "{said}");
    // what belongs to the writing: emoji with their joiners, and scripts that join letters; and no names
    for name in ["👩\u{200D}🌾 Làng", "❤\u{FE0F}", "می\u{200C}خواهم", "La Phù", "ជ\u{17D2}រ"]
    {
        assert_eq!(told(&file(json!({ "villages": [{ "name": name }] }))), Vec::<String>::new(), "{name:?}");
    }
    let quoted = json!({ "exact": 1, "quote": "1\u{A0}300  tỷ" });
    expect(village(quoted), Severity::Warning, &[]);
}

#[test]
fn letters_that_look_alike_are_a_warning_alone_and_beside_one_another() {
    for name in ["Ðồng Kỵ", "\u{189}ồng Kỵ", "L\u{430} Phù", "H\u{3BF}a", "Ｌa Phù"] {
        let all = told(&file(json!({ "villages": [{ "name": name }] })));
        assert_eq!(all, ["look_alike $.villages[0].name"], "{name:?}");
    }
    // a word of one script alone is a word of that script
    for name in ["Москва", "Αθήνα", "Seyðisfjörður", "Đồng Kỵ", "O'Brien", "A–B"] {
        assert_eq!(told(&file(json!({ "villages": [{ "name": name }] }))), Vec::<String>::new(), "{name:?}");
    }
    for (a, b) in [("Boc", "Вос"), ("A-B", "A–B"), ("Krông Bông", "Krông Bông"), ("Ya'ly", "Ya’ly")]
    {
        let all = findings(&file(json!({ "villages": [{ "name": a }, { "name": "Z" }, { "name": b }] })));
        let (path, code) = (all[0].path.as_str(), all[0].code);
        let same = a == b;
        assert_eq!(
            (path, code),
            ("$.villages[2].name", if same { "duplicate_village" } else { "look_alike" }),
            "{a} {b}"
        );
        assert!(all[0].found.contains("$.villages[0]"), "{}", all[0]);
    }
}

#[test]
fn an_id_is_given_once_in_every_list() {
    let source = json!({ "id": "s", "name": "S" });
    assert_eq!(
        told(&file(json!({ "sources": [source, { "id": "t", "name": "T" }, source] }))),
        ["duplicate_id $.sources[2].id"]
    );
    let count = json!({ "id": "c", "name": "C", "value": 1 });
    let group = json!({ "whole": { "name": "W", "value": 9 }, "subsets": [count, count] });
    assert_eq!(told(&file(clusters(group))), ["duplicate_id $.clusters.groups[0].subsets[1].id"]);
    assert_eq!(
        told(&file(json!({ "petitions": { "counts": [count, count] } }))),
        ["duplicate_id $.petitions.counts[1].id"]
    );
    let row = json!({ "id": "r", "name": "R", "value": 1, "per": "year" });
    let income = json!({ "income": { "unit": "million_vnd", "rows": [row, row] } });
    assert_eq!(told(&file(income)), ["duplicate_id $.income.rows[1].id"]);
}

#[test]
fn parts_may_be_above_their_whole_by_as_much_as_each_was_rounded() {
    let stack = |unit: &str, whole: f64, parts: &[f64]| {
        let part =
            |(i, value): (usize, &f64)| json!({ "name": format!("P{i}"), "value": value, "unit": unit });
        let parts: Vec<Json> = parts.iter().enumerate().map(part).collect();
        told(&file(clusters(json!({ "whole": { "name": "W", "value": whole, "unit": unit },
            "relation": "disjoint", "layout": "stacked", "subsets": parts }))))
    };
    let (rounded, above) =
        (["rounded_sum $.clusters.groups[0].subsets"], ["disjoint_above_whole $.clusters.groups[0].subsets"]);
    assert_eq!(stack("%", 100.0, &[33.4, 33.4, 33.3]), rounded);
    assert_eq!(stack("%", 100.0, &[33.0, 33.4, 33.7]), rounded, "33 is 33.0 here");
    assert_eq!(stack("%", 100.0, &[34.0, 34.0, 33.0]), rounded);
    assert_eq!(stack("%", 100.0, &[33.3, 33.3, 33.4]), Vec::<String>::new());
    assert_eq!(stack("%", 100.0, &[33.4, 33.4, 33.4]), above, "three parts round to 100.15 at most");
    assert_eq!(stack("%", 100.0, &[36.0, 34.0, 33.0]), above);
    assert_eq!(stack("cụm", 102.0, &[60.0, 43.0]), above, "what was counted was not rounded");
    assert_eq!(stack("triệu hộ", 2.0, &[0.7, 0.7, 0.7]), rounded);
    // a stack of amounts: the total of the villages
    let villages = json!([
        { "name": "A", "revenue": 33.4 },
        { "name": "B", "revenue": 33.4 },
        { "name": "C", "revenue": 33.3 },
    ]);
    let total = |total: f64| {
        let revenue = json!({ "unit": "billion_vnd", "per": "year", "total": total });
        told(&file(json!({ "villages": villages, "revenue": revenue })))
    };
    assert_eq!(total(100.0), ["rounded_sum $.revenue.total"]);
    assert_eq!(total(99.9), ["total_below_parts $.revenue.total"]);
}

/// Followed, a suggestion must not make another figure of it.
#[test]
fn only_what_says_the_same_is_suggested() {
    let perhaps = |json: Json, path: &str| {
        let found = findings(&file(json));
        let finding = found.iter().find(|f| f.path == path).unwrap_or_else(|| panic!("{path}: {found:?}"));
        finding
            .expected
            .split_once(" (\"")
            .and_then(|(_, rest)| rest.split_once("\", perhaps)"))
            .map(|p| p.0.to_owned())
    };
    let revenue = |key: &str, word: &str| {
        let mut revenue = json!({ "unit": "billion_vnd", "per": "year" });
        revenue[key] = json!(word);
        perhaps(json!({ "revenue": revenue }), &format!("$.revenue.{key}"))
    };
    for unit in [
        "billion_idr",
        "billion_usd",
        "billion_bnd",
        "trillion_vnd",
        "billion",
        "vnd",
        "million_usd",
        "thousand_vnd",
        "zillion_vnd",
        "tỷ",
    ] {
        assert_eq!(revenue("unit", unit), None, "{unit}");
    }
    // of other money it is said how that is written
    for (unit, right) in [
        ("billion_idr", r#"{ "currency": "IDR", "scale": "billion" }"#),
        ("trillion_vnd", r#"{ "currency": "VND", "scale": "trillion" }"#),
        ("zillion_vnd", "one of: billion_vnd, million_vnd"),
        ("billion_xyz", "one of: billion_vnd, million_vnd"),
    ] {
        let found = findings(&file(json!({ "revenue": { "unit": unit, "per": "year" } })));
        let finding = found.iter().find(|f| f.path == "$.revenue.unit").expect("a finding");
        assert_eq!((finding.code, &*finding.expected), ("unknown_word", right));
    }
    for (unit, same) in [
        ("bilion_vnd", "billion_vnd"),
        ("Billion VND", "billion_vnd"),
        ("billion-vnd", "billion_vnd"),
        ("milion_vnd", "million_vnd"),
        ("tỷ đồng", "billion_vnd"),
        ("triệu đồng", "million_vnd"),
    ] {
        assert_eq!(revenue("unit", unit).as_deref(), Some(same), "{unit}");
    }
    for (per, same) in [
        ("decade", None),
        ("half", None),
        ("hour", None),
        ("weekly", Some("week")),
        ("quarterly", Some("quarter")),
        ("yearly", Some("year")),
        ("Month", Some("month")),
        ("năm", Some("year")),
    ] {
        assert_eq!(revenue("per", per).as_deref(), same, "{per}");
    }
    let key =
        |key: &str| perhaps(village(json!({ key: 5, "exact": 5 })), &format!("$.villages[0].revenue.{key}"));
    for (found, same) in [
        ("not_more_than", Some("at_most")),
        ("not_less_than", Some("at_least")),
        ("no_less_than", Some("at_least")),
        ("moreThan", Some("more_than")),
        ("morethan", Some("more_than")),
        ("more_then", Some("more_than")),
        ("over", Some("more_than")),
        ("at_lest", Some("at_least")),
        ("asOf", Some("as_of")),
        ("more", None),
        ("than", None),
        ("least", None),
        ("mode", None),
        ("median", None),
        ("x", None),
    ] {
        assert_eq!(key(found).as_deref(), same, "{found}");
    }
    let relation = |word: &str| {
        let group = json!({ "whole": { "name": "W", "value": 9 }, "relation": word });
        perhaps(clusters(group), "$.clusters.groups[0].relation")
    };
    for (word, same) in [
        ("disjiont", Some("disjoint")),
        ("Nested", Some("nested")),
        ("joint", None),
        ("not_overlapping", None),
    ] {
        assert_eq!(relation(word).as_deref(), same, "{word}");
    }
}

#[test]
fn a_text_for_a_figure_gets_the_advice_that_fits_it() {
    let advice = |text: &str| findings(&file(village(json!(text))))[0].expected.clone();
    for (text, right) in [
        ("<5", r#"{ "less_than": 5 }"#),
        ("≤ 5", r#"{ "at_most": 5 }"#),
        (">1.300", r#"{ "more_than": 1300 or 1.3"#),
        ("5+", r#"{ "at_least": 5 }"#),
        ("từ 50 trở lên", r#"{ "at_least": 50 }"#),
        ("trên 50", r#"{ "more_than": 50 }"#),
        ("gần 1000", r#"{ "nearly": 1000 }"#),
        ("~ 30", r#"{ "about": 30 }"#),
        ("10-19", r#"{ "range": [10, 19] }"#),
        ("4–5,5", r#"{ "range": [4, 5.5] }"#),
        ("10 to 19", r#"{ "range": [10, 19] }"#),
        ("..", r#"{ "missing": "#),
        ("n/a", r#"{ "missing": "#),
        ("N/A", r#"{ "missing": "#),
        ("-", r#"{ "missing": "#),
        ("…", r#"{ "missing": "#),
        ("không rõ", r#"{ "missing": "#),
        ("1234", "1234 without quotes:"),
        ("0012", "12 without quotes:"),
        ("1.300", "1300 or 1.3 without quotes"),
        ("1,234", "1234 or 1.234 without quotes"),
        ("1.300.000", "1300000 without quotes:"),
        ("1,234.5", "1234.5 without quotes:"),
        ("1.234,5", "1234.5 without quotes:"),
        ("1 234", "1234 without quotes:"),
        ("1,5", "1.5 without quotes:"),
        ("56%", r#"56: the unit is said once, such as "unit": "percent""#),
        ("1200 tỷ", "1200: the unit is said once"),
        ("12*", r#"12: what the mark after it says"#),
        ("a lot", "a number without quotes"),
        ("2024-07-05", "a number without quotes"),
    ] {
        let said = advice(text);
        assert!(said.starts_with(right), "{text}: {said}");
    }
    let inner = |text: &str| findings(&file(village(json!({ "more_than": text }))))[0].expected.clone();
    assert!(inner("1300").starts_with("1300 without quotes:"), "{}", inner("1300"));
    assert!(inner("<5").starts_with("5: here stands a number alone"), "{}", inner("<5"));
    assert!(inner("..").contains("\"missing\" instead of this key"), "{}", inner(".."));
}

#[test]
fn findings_come_in_the_order_of_the_file() {
    let village = |name: &str, revenue: Json| json!({ "name": name, "revenue": revenue });
    let villages = json!([
        village("Zeta", json!(1)),
        village("Zeta", json!("x")),
        village("Alpha", json!(3)),
        village("Alpha", json!({ "exact": 4, "source": "t" }))
    ]);
    // as text: serde_json's objects are in the order of their keys
    let text = format!(
        r#"{{ "revenue": {{ "per": "decade", "unit": "billion_vnd" }}, "sauces": [],
            "sources": [{{ "id": "s", "name": "S" }}], "villages": {villages},
            "format": "village-charts/1", "as_of": 5 }}"#
    );
    let found = data::read(text.as_bytes(), &Native::default()).findings;
    let paths: Vec<&str> = found.iter().map(|f| f.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "$.revenue.per",
            "$.sauces",
            "$.villages[1].name",
            "$.villages[1].revenue",
            "$.villages[3].name",
            "$.villages[3].revenue.source",
            "$.as_of"
        ]
    );
}

#[test]
fn what_is_not_told_is_counted() {
    let villages: Vec<Json> =
        (0..250).map(|i| json!({ "name": format!("V{i}"), "revenue": "x", "population": 1 })).collect();
    let found = findings(&file(json!({ "villages": villages })));
    let last = found.last().expect("a finding");
    assert_eq!((last.code, last.severity), ("more_findings", Severity::Note));
    assert_eq!(last.found, "100 findings more, 50 of them errors");
    assert_eq!(found.len(), 401);
}

#[test]
fn a_character_that_was_lost_is_an_error() {
    error(
        json!({ "villages": [{ "name": "S\u{FFFD}n Đồng", "revenue": 1 }] }),
        "$.villages[0].name not_utf8",
    );
}

/// A text in a language that there is none of is read by no one: its readers get another one.
#[test]
fn a_tag_that_is_no_language_is_a_warning_with_the_one_that_is_meant() {
    let told = |change: Json| {
        let found = findings(&file(change));
        found.into_iter().map(|f| (f.severity, f.code, f.path, f.found, f.expected)).collect::<Vec<_>>()
    };
    for (tag, right) in [
        ("vn", "\"vi\""),
        ("vn-VN", "\"vi\""),
        ("vie", "\"vi\""),
        ("jp", "\"ja\""),
        ("in", "\"id\""),
        ("xx", "language"),
    ] {
        let found = told(json!({ "title": { tag: "A", "en": "B" } }));
        let [(severity, code, path, what, expected)] = &found[..] else { panic!("{tag}: {found:?}") };
        assert_eq!((*severity, *code), (Severity::Warning, "unknown_language"), "{tag}");
        assert_eq!(what, &format!("\"{tag}\""));
        assert!(path.starts_with("$.title") && expected.contains(right), "{tag}: {path}: {expected}");
    }
    for tag in ["vi", "en", "id", "th", "fr", "zh-Hans", "zh-CN", "de", "vi-VN", "tyz", "hmn", "EN"] {
        assert_eq!(told(json!({ "title": { tag: "A" } })), [], "{tag}");
        assert_eq!(told(json!({ "locale": tag })), [], "{tag}");
    }
    for (locale, right) in [("vi_VN", "\"vi-VN\""), ("vn", "\"vi\""), ("Tiếng Việt", "language")] {
        let found = told(json!({ "locale": locale }));
        let [(severity, code, path, _, expected)] = &found[..] else { panic!("{locale}: {found:?}") };
        assert_eq!((*severity, *code, &**path), (Severity::Warning, "unknown_language", "$.locale"));
        assert!(expected.contains(right), "{locale}: {expected}");
    }
    // once for all texts in it
    let many = json!({ "villages": [{ "name": { "vn": "A" } }, { "name": { "vn": "B" } }] });
    assert_eq!(told(many).len(), 1);
}
