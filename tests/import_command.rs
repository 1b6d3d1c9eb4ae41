//! The command `village-charts import`: what it says, what it writes, how it ends.

#![cfg(feature = "cli")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_village-charts"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().expect("the command starts")
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const VILLAGES: &str = "tests/data/import/villages.csv";
const DOUBTFUL: &str = "tests/data/import/doubtful.csv";

#[test]
fn it_says_what_it_understood_and_writes_a_file_that_is_right() {
    let to = path("import-villages.json");
    let out = run(&["import", VILLAGES, "--time", "2024", "-o", &to.to_string_lossy()]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    insta::assert_snapshot!("import_said", text(&out.stderr));
    insta::assert_snapshot!("import_written", std::fs::read_to_string(&to).expect("the file is there"));
    let out = run(&["check", &to.to_string_lossy()]);
    assert!(text(&out.stdout).ends_with("0 errors, 0 warnings\n"), "{}", text(&out.stdout));
}

#[test]
fn it_lists_what_it_does_not_understand_and_writes_nothing() {
    let to = path("import-doubtful.json");
    let _ = std::fs::remove_file(&to);
    let out = run(&["import", DOUBTFUL, "-o", &to.to_string_lossy()]);
    assert_eq!(out.status.code(), Some(1));
    insta::assert_snapshot!("import_doubtful", text(&out.stderr));
    assert!(!to.exists() && out.stdout.is_empty());
    let out = run(&["import", DOUBTFUL, "--decimal", "comma", "--force", "-o", &to.to_string_lossy()]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let written = std::fs::read_to_string(&to).expect("the file is there");
    assert!(
        written.contains(r#""households": { "missing": "high: not clear", "quote": "high" }"#),
        "{written}"
    );
}

#[test]
fn a_mapping_that_was_saved_is_used_again() {
    let (to, mapping) = (path("import-mapping.json"), path("import.mapping.json"));
    let (to, mapping) = (to.to_string_lossy(), mapping.to_string_lossy());
    let first = run(&[
        "import",
        VILLAGES,
        "--time",
        "2024",
        "--source",
        "made up",
        "--nouns",
        "làng/làng",
        "-o",
        &to,
        "--save-mapping",
        &mapping,
    ]);
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    insta::assert_snapshot!(
        "import_mapping",
        std::fs::read_to_string(&*mapping).expect("the mapping is there")
    );
    let again = run(&["import", VILLAGES, "--mapping", &mapping]);
    assert_eq!(text(&again.stdout), std::fs::read_to_string(&*to).expect("the file is there"));
    let later = run(&["import", VILLAGES, "--mapping", &mapping, "--time", "2025"]);
    assert!(text(&later.stdout).contains("\"2025\": { \"more_than\": 1300"), "{}", text(&later.stdout));
}

#[test]
fn wrong_options_and_files_end_in_a_line() {
    let out = run(&["import", VILLAGES, "--place", "Thôn"]);
    assert_eq!(out.status.code(), Some(1));
    let said = text(&out.stderr);
    assert!(
        said.contains("found no column \"Thôn\"; expected a letter, or one of \"Làng\", \"Huyện\""),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
    let out = run(&["import", "no-such-file.csv"]);
    assert_eq!(out.status.code(), Some(2));
    let out = run(&["import", VILLAGES, "--kind", "number"]);
    assert!(text(&out.stderr).contains("expected count, amount, rate, average, index or change"));
}

#[test]
fn several_files_become_one() {
    let folder = path("import-several");
    std::fs::create_dir_all(&folder).expect("a folder");
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).expect("it is written");
        file.to_string_lossy().into_owned()
    };
    let first = write("2019.csv", "Commune;Poverty rate (%)\nAn;12.5\nBa;8\n");
    let second = write("2020.csv", "Commune;Poverty rate (%)\nAn;11\nBa;7.5\n");
    let to = folder.join("data.json").to_string_lossy().into_owned();
    let out = run(&["import", &first, &second, "-o", &to]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let said = text(&out.stderr);
    assert!(said.contains("times: 2020, by the file's name [--time]"), "{said}");
    assert!(said.ends_with("2 files: 2 places, 1 indicators, 4 figures\n"), "{said}");
    let out = run(&["check", &to]);
    assert!(text(&out.stdout).ends_with("0 errors, 0 warnings\n"), "{}", text(&out.stdout));
    // what is wrong with one is told with its name
    let broken = write("broken.csv", "Commune;Poverty rate (%)\nAn;high\nBa;7.5\n");
    let out = run(&["import", &first, &broken]);
    assert_eq!((out.status.code(), out.stdout.is_empty()), (Some(1), true));
    let said = text(&out.stderr);
    assert!(said.contains(&format!("{broken}: error: B2: found \"high\"")), "{said}");
}

#[test]
fn a_mapping_of_several_files_has_one_for_each() {
    let folder = path("import-mappings");
    std::fs::create_dir_all(&folder).expect("a folder");
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).expect("it is written");
        file.to_string_lossy().into_owned()
    };
    let rates = write("rates.csv", "Code;Commune;Poor\n01;An;1.300\n02;Ba;2.400\n");
    let people = write("people.csv", "Unit;Code;Households\nAn;01;1,300\nBa;02;2,400\n");
    let [to, mapping] =
        ["data.json", "mapping.json"].map(|name| folder.join(name).to_string_lossy().into_owned());
    // what is set of each alone
    let one = "{ \"place\": \"Commune\", \"unit\": { \"*\": \"%\" }, \"decimal\": \"comma\" }";
    let two = "{ \"place\": \"Unit\", \"decimal\": \"point\" }";
    let format = "village-charts-mapping/1";
    let tables = format!("{{ \"rates.csv\": {one}, \"people.csv\": {two} }}");
    let set = write("set.json", &format!("{{ \"format\": \"{format}\", \"tables\": {tables} }}"));
    let files = ["import", &rates, &people];
    let out =
        run(&[&files[..], &["--mapping", &set, "--time", "2024", "-o", &to, "--save-mapping", &mapping]]
            .concat());
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let written = std::fs::read_to_string(&to).expect("the file is there");
    assert!(
        written.contains("\"poor\": { \"2024\": 1300 }, \"households\": { \"2024\": 1300 }"),
        "{written}"
    );
    let again = run(&[&files[..], &["--mapping", &mapping]].concat());
    assert_eq!(text(&again.stdout), written, "{}", text(&again.stderr));
    // a file alone has its own, and an option comes first
    let alone = run(&["import", &people, "--mapping", &mapping, "--time", "2025"]);
    assert!(text(&alone.stdout).contains("\"2025\": 1300"), "{}", text(&alone.stderr));
}

#[test]
fn an_exported_table_is_imported_again() {
    let file = "tests/data/communes.json";
    let (again, back) = (path("export-again.json"), path("export-back.json"));
    for ending in ["csv", "xlsx", "json"] {
        let to = path(&format!("export.{ending}")).to_string_lossy().into_owned();
        let out = run(&["export", file, "-o", &to]);
        assert_eq!((out.status.code(), out.stdout.is_empty()), (Some(0), true), "{}", text(&out.stderr));
        let said = text(&out.stderr);
        assert!(said.contains(&format!("{to}: not in the file: 1 note of an indicator")), "{said}");
        let out = run(&["import", &to, "-o", &again.to_string_lossy()]);
        assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
        let check = run(&["check", &again.to_string_lossy()]);
        assert!(text(&check.stdout).contains("0 errors"), "{}", text(&check.stdout));
    }
    // what was exported, and imported, says the same when it is exported once more
    let csv = path("export.csv");
    run(&["import", &csv.to_string_lossy(), "-o", &again.to_string_lossy()]);
    let once_more = path("export-more.csv");
    run(&["export", &again.to_string_lossy(), "--locale", "vi", "-o", &once_more.to_string_lossy()]);
    let read = |path: &Path| std::fs::read_to_string(path).expect("it is there");
    // what places are compared with is by name then
    let lines = |path: &Path| {
        let mut lines: Vec<String> = read(path).lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(&csv), lines(&once_more));
    // a cell that someone broke is told
    std::fs::write(&back, read(&csv).replacen("more_than", "more", 1)).expect("it is written");
    let out = run(&["import", &back.to_string_lossy()]);
    assert_eq!(out.status.code(), Some(1));
    assert!(text(&out.stderr).contains("found \"more\"; expected exact, about,"), "{}", text(&out.stderr));
    let out = run(&["export", file, "-o", "x.txt"]);
    assert_eq!(out.status.code(), Some(2));
    let said = text(&out.stderr);
    assert!(said.contains("cannot tell from x.txt what to write: end it in .csv, .xlsx or .json"), "{said}");
}
