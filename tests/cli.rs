//! The command `village-charts`.

#![cfg(feature = "cli")]

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const HANOI: &str = "www/data/hanoi-2024.json";

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_village-charts"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the command starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A file in the tests' own folder, with a name for each test: they run at the same time.
fn file(name: &str, content: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("a file can be written");
    path
}

fn bad(name: &str) -> PathBuf {
    file(name, r#"{ "format": "village-charts/1", "vilages": [], "villages": [{ "name": 5 }] }"#)
}

#[test]
fn check_of_good_data_exits_with_0() {
    let out = run(&["check", HANOI]);
    assert_eq!(out.status.code(), Some(0));
    assert!(text(&out.stdout).ends_with("hanoi-2024.json: 0 errors, 0 warnings\n"), "{}", text(&out.stdout));
}

#[test]
fn check_of_bad_data_tells_all_and_exits_with_1() {
    let bad = bad("check.json");
    let out = run(&["check", &bad.to_string_lossy()]);
    let text = text(&out.stdout);
    assert_eq!(out.status.code(), Some(1));
    assert!(text.contains("error[wrong_type] $.villages[0].name: found 5; expected"), "{text}");
    assert!(text.contains("warning[unknown_key] $.vilages"), "{text}");
    assert!(text.ends_with("1 error, 1 warning\n"), "{text}");
}

#[test]
fn check_speaks_json_to_machines() {
    let out = run(&["check", &bad("check-json.json").to_string_lossy(), "--format", "json"]);
    let findings: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
    assert_eq!(findings[0]["severity"], "warning");
    assert_eq!(findings[1]["code"], "wrong_type");
    assert_eq!(findings[1]["severity"], "error");
    assert_eq!(findings[1]["path"], "$.villages[0].name");
}

#[test]
fn render_writes_the_picture_to_a_file_or_to_standard_output() {
    let to = file("render.svg", "");
    let options =
        ["--type", "revenue", "--width", "500", "--locale", "en", "--theme", "dark", "--sort", "name"];
    let mut arguments = vec!["render", HANOI];
    arguments.extend(options);
    let printed = run(&arguments);
    assert!(printed.status.success());
    let path = to.to_string_lossy();
    arguments.extend(["-o", &path]);
    assert!(run(&arguments).status.success());
    let svg = std::fs::read_to_string(&to).expect("the file is there");
    assert_eq!(svg, text(&printed.stdout));
    assert!(
        svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"500\"")
            && svg.contains("over 1,300")
            && svg.trim_end().ends_with("</svg>")
    );
}

#[test]
fn render_converts_income_where_asked() {
    let out = run(&["render", HANOI, "--type", "income", "--unit", "year"]);
    assert!(text(&out.stdout).contains("48–66 triệu đồng/năm"));
}

#[test]
fn render_of_bad_data_draws_nothing_and_exits_with_1() {
    let out = run(&["render", &bad("render.json").to_string_lossy(), "--type", "revenue"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(out.stdout.is_empty());
    assert!(text(&out.stderr).contains("$.villages[0].name"), "{}", text(&out.stderr));
    let empty = file("empty.json", r#"{ "format": "village-charts/1" }"#);
    let out = run(&["render", &empty.to_string_lossy(), "--type", "income"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(text(&out.stderr).contains("$.income: found nothing"), "{}", text(&out.stderr));
}

#[test]
fn a_file_that_is_not_there_or_an_option_that_is_none_exits_with_2() {
    let out = run(&["check", "no-such-file.json"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("cannot read no-such-file.json"), "{}", text(&out.stderr));
    let out = run(&["render", HANOI, "--type", "pie"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("possible values: revenue, income"), "{}", text(&out.stderr));
}

#[test]
fn schema_prints_the_schema() {
    let schema: serde_json::Value = serde_json::from_slice(&run(&["schema"]).stdout).expect("JSON");
    assert_eq!(schema["title"], "Dataset");
}

/// A file whose picture is larger than any pipe holds, so that the command is still writing when its
/// reader goes.
fn large() -> PathBuf {
    let row = |i: u32| {
        let value = serde_json::json!({ "exact": 900 + i, "estimated": true });
        serde_json::json!({ "name": format!("R{i}"), "value": value, "per": "month" })
    };
    let rows: Vec<serde_json::Value> = (0..60).map(row).collect();
    let data = serde_json::json!({ "format": "village-charts/1", "income": { "unit": "million_vnd", "rows": rows } });
    file("large.json", &data.to_string())
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let large = large();
    let render = ["render", &large.to_string_lossy(), "--type", "income", "--width", "4000"];
    assert!(run(&render).stdout.len() > 1_000_000, "more than a pipe holds");
    let mut child =
        command(&render).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut pipe = child.stdout.take().expect("a pipe");
    pipe.read_exact(&mut [0; 1]).expect("a byte");
    drop(pipe);
    let out = child.wait_with_output().expect("it ends");
    assert_eq!(text(&out.stderr), "");
    assert_eq!(out.status.code(), Some(0));
}

#[test]
fn a_picture_that_cannot_be_written_exits_with_2() {
    let out = run(&["render", HANOI, "--type", "revenue", "-o", "no-such-folder/x.svg"]);
    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("cannot write no-such-folder/x.svg"), "{}", text(&out.stderr));
}

#[test]
fn a_width_that_no_picture_can_have_exits_with_2() {
    for width in ["0", "199", "4001", "-5", "NaN", "1e3"] {
        let out = run(&["render", HANOI, "--type", "revenue", &format!("--width={width}")]);
        assert_eq!(out.status.code(), Some(2), "{width}");
        assert!(out.stdout.is_empty());
    }
}

#[test]
fn the_picture_in_the_readme_is_what_the_command_draws() {
    let out = run(&["render", HANOI, "--type", "revenue", "--width", "672", "--locale", "en"]);
    let hint =
        "draw it anew: cargo run --quiet -- render www/data/hanoi-2024.json --type revenue --width 672 \
                --locale en -o www/pictures/revenue.svg";
    assert!(text(&out.stdout) == include_str!("../www/pictures/revenue.svg"), "{hint}");
}

#[test]
fn embed_prints_the_fragment_of_the_library() {
    use village_charts::embed::{fragment, Options};
    use village_charts::view::{Action, Kind, Sizes, View};
    let arguments =
        ["embed", HANOI, "--type", "income", "--locale", "en", "--unit", "year", "--theme", "dark"];
    let more = ["--src", "/d.json", "--bar", "1.5", "--gap", "0.5", "--unstyled"];
    let out = run(&[&arguments[..], &more[..]].concat());
    assert!(out.status.success());
    let json = std::fs::read_to_string(HANOI).expect("the demo's data");
    let platform = village_charts::platform::Native::default();
    let data = village_charts::data::read(json.as_bytes(), &platform).dataset.expect("good data");
    let mut view = View::new(Kind::Income, village_charts::text::Locale::EN, 0.0);
    view.update(Action::Unit(village_charts::data::Period::from_name("year")));
    view.update(Action::Sizes(Sizes { bar: 1.5, gap: 0.5 }));
    let options =
        Options { src: "/d.json".into(), theme: "dark".into(), unstyled: true, ..Options::default() };
    let html = fragment(&data, &json, &view, &options, &platform).expect("a fragment");
    assert_eq!(text(&out.stdout), html);
}

#[test]
fn embed_of_bad_data_prints_nothing_and_exits_with_1() {
    let bad = file("embed-bad.json", r#"{ "format": "village-charts/1", "revenue": 3 }"#);
    let out = run(&["embed", &bad.to_string_lossy(), "--type", "revenue"]);
    assert_eq!(out.status.code(), Some(1));
    assert!(out.stdout.is_empty() && text(&out.stderr).contains("$.revenue"), "{}", text(&out.stderr));
}

/// Each of these was a chart that looked right and was not what was asked for.
#[test]
fn embed_refuses_what_a_page_would_take_for_something_else() {
    const FACTOR: &str = "a factor from 0.5 to 2";
    const CONTROLS: &str =
        "all, none, or some of indicator, x, y, time, group, only, order, shown, sort, unit, tools";
    let wrong = |option, values: &[&'static str], expected| {
        values.iter().map(|value| (option, *value, expected)).collect::<Vec<_>>()
    };
    for (option, value, expected) in [
        wrong("--bar", &["9", "0.49", "2.1", "-1", "NaN", "inf", "x", "1,5", ""], FACTOR),
        wrong("--gap", &["9", "NaN", "x"], FACTOR),
        wrong("--controls", &["foo", "sort foo", "all sort", "none none", "sort,unit", "Sort", ""], CONTROLS),
    ]
    .concat()
    {
        let out = run(&["embed", HANOI, "--type", "revenue", &format!("{option}={value}")]);
        assert_eq!(out.status.code(), Some(2), "{option}={value}");
        let said = text(&out.stderr);
        assert!(out.stdout.is_empty() && said.contains(expected) && said.contains(option), "{said}");
    }
    for (asked, attribute) in
        [("all", ""), ("none", " controls=\"none\""), (" tools  sort ", " controls=\"tools sort\"")]
    {
        let out = run(&["embed", HANOI, "--type", "revenue", "--src=/d.json", "--controls", asked]);
        let html = text(&out.stdout);
        assert!(html.starts_with(&format!(
            "<div><village-chart type=\"revenue\" locale=\"vi\" src=\"/d.json\"{attribute}>\n"
        )));
    }
    for factor in ["0.5", "2"] {
        assert!(run(&["embed", HANOI, "--type", "revenue", "--bar", factor]).status.success(), "{factor}");
    }
}

/// A file of bytes that are no text.
fn raw(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("a file can be written");
    path
}

/// A finding leads to its place, in the form that editors know; errors and warnings are told apart wherever they are
/// told.
#[test]
fn findings_are_told_with_line_column_and_severity_by_every_command() {
    let content = r#"{ "format": "village-charts/1",
  "vilages": [],
  "villages": [{ "name": "Đ", "craft": 5 },
    { "revenue": 3 }] }"#;
    let path = file("places.json", content);
    let name = path.to_string_lossy();
    let expected = [
        format!("{name}:2:3: warning[unknown_key] $.vilages: found"),
        format!("{name}:3:31: error[wrong_type] $.villages[0].craft: found 5"),
        format!("{name}:4:5: error[missing_key] $.villages[1].name: found nothing"),
    ];
    for (arguments, code) in [
        (vec!["check", &name], 1),
        (vec!["render", &name, "--type", "revenue"], 1),
        (vec!["embed", &name, "--type", "revenue"], 1),
    ] {
        let out = run(&arguments);
        let said = text(if arguments[0] == "check" { &out.stdout } else { &out.stderr });
        assert_eq!(out.status.code(), Some(code));
        let lines: Vec<&str> = said.lines().collect();
        for (i, start) in expected.iter().enumerate() {
            assert!(lines[i].starts_with(start), "{arguments:?}: {said}");
        }
    }
    let out = run(&["check", &name, "--format", "json"]);
    let findings: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
    assert_eq!((&findings[1]["line"], &findings[1]["column"]), (&3.into(), &31.into()));
    // a picture that is made says what is not in it
    let warned = file(
        "warned.json",
        &std::fs::read_to_string(HANOI).expect("data").replacen("\"villages\"", "\"x\": 1, \"villages\"", 1),
    );
    let out = run(&["render", &warned.to_string_lossy(), "--type", "revenue"]);
    assert!(out.status.success() && !out.stdout.is_empty());
    assert!(text(&out.stderr).contains(": warning[unknown_key] $.x: found"), "{}", text(&out.stderr));
    // where the parser stops, in letters, not in bytes
    let broken = file("broken.json", "{\n  \"Đông\": tru }");
    let said = text(&run(&["check", &broken.to_string_lossy()]).stdout);
    assert!(
        said.contains("broken.json:2:1") && said.contains(": error[not_json] $['Đông']: found tru;"),
        "{said}"
    );
}

#[test]
fn a_file_that_is_no_json_is_told_what_it_is() {
    let files: serde_json::Value = serde_json::from_str(include_str!("data/foreign.json")).expect("JSON");
    for (i, given) in files.as_array().expect("a list").iter().enumerate() {
        let (content, kind) =
            (given["text"].as_str().expect("a text"), given["kind"].as_str().expect("a text"));
        let path = file(&format!("foreign-{i}"), content);
        for arguments in
            [vec!["check"], vec!["render", "--type", "revenue"], vec!["embed", "--type", "revenue"]]
        {
            let name = path.to_string_lossy();
            let out = run(&[&arguments[..], &[&name]].concat());
            let said = text(&out.stdout) + &text(&out.stderr);
            assert_eq!(out.status.code(), Some(1), "{said}");
            assert!(said.contains(&format!("error[not_json] $: found {kind}")), "{content}: {said}");
            assert_eq!(
                said.contains("which `village-charts import` makes of a table"),
                kind == "a CSV file",
                "{said}"
            );
        }
    }
    let utf16: Vec<u8> = "name,revenue\nA,1".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, found) in [
        (
            "zip.json",
            &b"PK\x03\x04\x14\x00\x06\x00"[..],
            "are; expected JSON: an object in the format \"village-charts/1\", which `village-charts import` makes",
        ),
        (
            "xls.json",
            b"\xD0\xCF\x11\xE0\xA1\xB1",
            "error[not_json] $: found a workbook or document of an old Office",
        ),
        ("pdf.json", b"%PDF-1.7", "error[not_json] $: found a PDF file"),
        ("gz.json", b"\x1F\x8B\x08\x00", "error[not_json] $: found a compressed file"),
        (
            "latin1.json",
            b"{ \"format\": \"village-charts/1\",\n \"title\": \"S\xF4n\" }",
            ":2:13: error[not_utf8] $: found the byte F4",
        ),
        ("utf16.json", &utf16, "error[not_utf8] $: found a text in UTF-16"),
        ("utf16-bom.json", &[b"\xFF\xFE", &utf16[..]].concat(), "error[not_utf8] $: found a text in UTF-16"),
    ] {
        let out = run(&["check", &raw(name, bytes).to_string_lossy()]);
        assert!(out.status.code() == Some(1) && text(&out.stdout).contains(found), "{}", text(&out.stdout));
    }
}

/// What `check` passes, `render` and `embed` can draw, in every section that the file has.
#[test]
fn check_refuses_what_cannot_be_drawn() {
    let long = |i: usize| format!("R{i} {}", "rất dài ".repeat(60).trim_end());
    let rows: Vec<String> =
        (0..100).map(|i| format!(r#"{{ "name": "{}", "value": {i}, "per": "month" }}"#, long(i))).collect();
    let rows = format!(r#""income": {{ "unit": "million_vnd", "rows": [{}] }}"#, rows.join(","));
    for (name, sections, found) in [
        (
            "no-unit",
            r#""villages": [{ "name": "A", "revenue": 58.9 }]"#,
            ":1:1: error[missing_section] $.revenue: found nothing, while villages have revenue",
        ),
        ("no-section", r#""villages": [{ "name": "A" }]"#, "error[missing_section] $: found nothing to draw"),
        (
            "no-revenue",
            r#""revenue": { "unit": "billion_vnd", "per": "year" }, "villages": [{ "name": "A", "revenue": null }]"#,
            ":1:33: error[missing_section] $.revenue: found nothing",
        ),
        (
            "no-rows",
            r#""income": { "unit": "million_vnd", "rows": [] }"#,
            "error[missing_section] $.income: found nothing",
        ),
        (
            "no-counts",
            r#""clusters": { "groups": [], "counts": [] }"#,
            "error[missing_section] $.clusters: found nothing",
        ),
        ("no-groups", r#""village_counts": {}"#, "error[missing_section] $.village_counts: found nothing"),
        (
            "nothing-asked",
            r#""petitions": { "title": "T" }"#,
            "error[missing_section] $.petitions: found nothing",
        ),
        ("too-long", &rows, "error[too_long] $.income: found more than one picture can hold"),
    ] {
        let path = file(
            &format!("undrawn-{name}.json"),
            &format!(r#"{{ "format": "village-charts/1", {sections} }}"#),
        );
        let out = run(&["check", &path.to_string_lossy()]);
        let said = text(&out.stdout);
        assert!(out.status.code() == Some(1) && said.contains(found), "{name}: {said}");
    }
    // only a total, or nothing but a reason: that is a picture
    let total = r#"{ "format": "village-charts/1", "revenue": { "unit": "billion_vnd", "per": "year", "total": 5 } }"#;
    let path = file("drawn.json", total);
    assert_eq!(run(&["check", &path.to_string_lossy()]).status.code(), Some(0));
    assert!(run(&["render", &path.to_string_lossy(), "--type", "revenue"]).status.success());
}

#[test]
fn what_is_too_large_is_refused_with_its_limit() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("too-large.json");
    // a hole of zeros: it takes no room on the disk
    std::fs::File::create(&path).and_then(|f| f.set_len(5_000_000_000)).expect("a file can be made");
    let out = run(&["check", &path.to_string_lossy()]);
    let said = text(&out.stdout);
    assert!(
        out.status.code() == Some(1) && said.contains("error[too_large] $: found more than 100 MB"),
        "{said}"
    );
    std::fs::remove_file(&path).expect("it can go");
    let list = format!("[{}0]", "0,".repeat(450_000));
    let lists = format!("[{}0]", format!("{list},").repeat(7));
    for (content, found) in [
        (lists, "error[too_large] $: found more than 3,000,000 values"),
        (
            format!("[{}0]", "0,".repeat(1_000_000)),
            "error[too_large] $: found a list of more than 1,000,000 values",
        ),
    ] {
        let said = text(&run(&["check", &file("too-many.json", &content).to_string_lossy()]).stdout);
        assert!(said.contains(found), "{said}");
    }
}

/// Half a picture where a page expects one is worse than that of yesterday.
#[test]
#[cfg(unix)]
fn an_output_file_is_written_whole_or_not_at_all() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("a folder");
    let picture = folder.join("picture.svg");
    std::fs::write(&picture, "yesterday").expect("a file");
    std::fs::set_permissions(&picture, std::fs::Permissions::from_mode(0o604)).expect("its mode");
    let link = folder.join("link.svg");
    std::os::unix::fs::symlink(&picture, &link).expect("a link");
    // no more than a few bytes can be written: the disk is full
    let full = |to: &Path| {
        let line = format!(
            "ulimit -f 1; trap '' XFSZ; exec {} render {HANOI} --type revenue -o {}",
            env!("CARGO_BIN_EXE_village-charts"),
            to.display()
        );
        Command::new("bash")
            .args(["-c", &line])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("it starts")
    };
    let out = full(&picture);
    assert_eq!(out.status.code(), Some(2), "{}", text(&out.stderr));
    assert!(text(&out.stderr).contains("cannot write"), "{}", text(&out.stderr));
    assert_eq!(std::fs::read_to_string(&picture).expect("it is there"), "yesterday");
    assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 2, "nothing is left beside it");
    // and written it keeps its mode, and a link stays one
    assert!(run(&["render", HANOI, "--type", "revenue", "-o", &link.to_string_lossy()]).status.success());
    assert!(link.symlink_metadata().expect("it is there").is_symlink());
    assert!(std::fs::read_to_string(&picture).expect("it is there").ends_with("</svg>\n"));
    assert_eq!(picture.metadata().expect("it is there").permissions().mode() & 0o777, 0o604);
    assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 2);
    // a pipe, a terminal and the like are no files
    let out = run(&["render", HANOI, "--type", "revenue", "-o", "/dev/stdout", "--format", "svg"]);
    assert!(out.status.success() && text(&out.stdout).ends_with("</svg>\n"), "{}", text(&out.stderr));
}

#[test]
fn csv_of_a_ranking_has_the_forms_that_are_asked_for() {
    const COMMUNES: &str = "tests/data/communes.json";
    let csv = |more: &[&str]| {
        run(&[&["render", COMMUNES, "--type", "ranking", "--locale", "en", "--format", "csv"], more].concat())
    };
    let lines = |more: &[&str]| text(&csv(more).stdout).lines().count();
    assert_eq!(csv(&["--form", "chart"]).stdout, csv(&[]).stdout);
    assert_eq!((lines(&["--form", "long"]), lines(&["--form", "wide"])), (62, 9));
    // it is the whole file, whichever indicator is named
    assert_eq!(csv(&["--form", "long", "--indicator", "idm"]).stdout, csv(&["--form", "long"]).stdout);
    let refused = run(&["render", COMMUNES, "--type", "ranking", "--form", "long"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("--form is of CSV"), "{}", text(&refused.stderr));
    let refused = run(&["render", HANOI, "--type", "revenue", "--format", "csv", "--form", "wide"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("are of --type ranking"), "{}", text(&refused.stderr));
}

/// As the attribute `locale` does, and as pages and content systems name their languages.
#[test]
fn a_language_may_be_named_with_its_country() {
    for (tag, own) in [("vi-VN", "vi"), ("zh-CN", "zh-Hans"), ("EN", "en")] {
        let out = run(&["embed", HANOI, "--type", "revenue", "--locale", tag]);
        assert!(text(&out.stdout).contains(&format!(" locale=\"{own}\"")), "{tag}: {}", text(&out.stderr));
    }
    let out = run(&["render", HANOI, "--type", "revenue", "--locale", "de"]);
    let said = text(&out.stderr);
    assert!(said.contains("'de'") && said.contains("en, fr, id, th, vi or zh-Hans"), "{said}");
}

#[test]
fn a_fragment_can_stay_apart_from_other_charts() {
    let of = |link: &[&str]| text(&run(&[&["embed", HANOI, "--type", "revenue"], link].concat()).stdout);
    assert!(of(&["--link", "off"]).contains(" link=\"off\">"));
    assert_eq!(of(&["--link", "on"]), of(&[]));
}

/// What an option asks for and the data does not have is a fault of the option: no place in the file is blamed, and all
/// that the file has is named.
#[test]
fn an_option_that_the_data_has_nothing_for_is_named_with_what_the_data_has() {
    for command in ["render", "embed"] {
        let out = run(&[command, "tests/data/communes.json", "--type", "ranking", "--indicator", "sai"]);
        let said = text(&out.stderr);
        assert_eq!(out.status.code(), Some(2), "{said}");
        assert!(said.starts_with("village-charts: --indicator: found \"sai\"; expected one of: "), "{said}");
        assert!(!said.contains('$'), "{said}");
    }
}
