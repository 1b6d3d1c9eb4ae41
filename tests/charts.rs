//! The list of charts in `src/chart/mod.rs`, and what has to follow it elsewhere.

#![cfg(feature = "many")]

use std::path::Path;
use village_charts::data;
use village_charts::view::Kind;

/// The element has the words of its attributes in a table of its own: a browser asks no module which there are.
#[test]
fn the_types_of_the_element_are_the_charts() {
    let table = include_str!("../www/src/attributes.ts");
    let types = table.split("type: [").nth(1).and_then(|rest| rest.split(']').next());
    let types = types.unwrap_or("").split(',').map(|word| word.trim().trim_matches('\''));
    let types: Vec<&str> = types.filter(|word| !word.is_empty()).collect();
    assert_eq!(types, Kind::ALL.map(|(name, _)| name));
}

/// Whoever has learnt an attribute finds it as an option of the command, of `renderToString` and of frameworks. A frame
/// has no other chart to be linked with.
#[cfg(feature = "cli")]
#[test]
fn what_the_element_takes_is_taken_everywhere() {
    let table = include_str!("../www/src/attributes.ts");
    let names =
        table.split("ATTRIBUTES = {").nth(1).and_then(|rest| rest.split("} as const").next()).unwrap_or("");
    let names: Vec<&str> =
        names.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": [")).map(|n| n.0).collect();
    assert!(names.len() > 15 && names.contains(&"link"), "{names:?}");
    let help =
        std::process::Command::new(env!("CARGO_BIN_EXE_village-charts")).args(["embed", "--help"]).output();
    let help = String::from_utf8(help.expect("the command starts").stdout).expect("a text");
    for (what, text, before, after) in [
        ("the command", &*help, "--", " <"),
        ("renderToString", include_str!("../www/src/node.ts"), "\n  ", "?: "),
        ("frameworks", include_str!("../npm/types/props.d.ts"), "| '", "'"),
    ] {
        for name in &names {
            let is_there = |after| text.contains(&format!("{before}{name}{after}"));
            assert!(is_there(after) || (*name == "type" && is_there(": ")), "{what}: {name}");
        }
    }
}

/// A page asks for a module that draws its charts from the start.
#[test]
fn the_element_knows_which_modules_draw_a_chart() {
    let table = include_str!("../www/src/attributes.ts");
    let count = table.split("new Map([").nth(1).and_then(|rest| rest.split("]);").next()).unwrap_or("");
    let mut told = 0;
    for (name, _) in Kind::ALL {
        let by = Kind::DRAWN_BY.iter().find(|(of, _)| *of == name).map(|(_, by)| *by);
        let parts = match by {
            Some("article") => continue,
            None => panic!("{name} is drawn by every module"),
            Some(by) => format!("Part.Whole | Part.{}{}", by[..1].to_uppercase(), &by[1..]),
        };
        assert!(table.contains(&format!("\n  ['{name}', {parts}],\n")), "{name}: {parts}");
        told += 1;
    }
    assert_eq!(count.matches("['").count(), told);
}

#[test]
fn each_chart_is_a_file_or_a_folder_of_its_name_with_a_title_in_every_language() {
    for (name, _) in Kind::ALL {
        let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/chart").join(name);
        assert!(place.is_dir() || place.with_extension("rs").is_file(), "{name}");
        for file in std::fs::read_dir("texts").expect("the folder") {
            let file = file.expect("an entry").path();
            if file.extension().is_none_or(|end| end != "ftl") {
                continue;
            }
            let text = std::fs::read_to_string(&file).expect("a file");
            assert!(text.contains(&format!("\ntitle-{name} = ")), "{name} in {}", file.display());
        }
    }
}

#[test]
fn each_chart_has_a_section_in_the_schema_that_says_what_it_is_for() {
    let schema = data::schema();
    for (name, kind) in Kind::ALL {
        let said = schema["properties"][kind.key()]["description"].as_str().unwrap_or("");
        assert!(said.contains(&format!("for the {name} chart")), "{}: {said}", kind.key());
        assert!(said.contains("required for"), "{}: {said}", kind.key());
    }
}
