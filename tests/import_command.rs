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
        written.contains(r#""households": { "missing": "not understood", "quote": "high" }"#),
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
