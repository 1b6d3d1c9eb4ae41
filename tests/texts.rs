//! The words of all languages: each has every message, with the arguments that it is given.

use std::collections::{BTreeMap, BTreeSet};
use village_charts::platform::{languages, Native, Platform};
use village_charts::text::{Argument, Locale, Message, CLOSE, OPEN};
#[cfg(feature = "tools")]
use village_charts::{
    table::Form,
    view::{Action, Kind, Sort, View},
};

fn file(tag: &str) -> String {
    std::fs::read_to_string(format!("texts/{tag}.ftl")).expect("a file for each language")
}

/// The ids of a file's messages, each with the arguments that stand in it.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let file = file(tag);
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let (Some((name, _)), false) = (line.split_once(" ="), line.starts_with(' ')) {
            id = name.to_owned();
            assert!(messages.insert(id.clone(), BTreeSet::new()).is_none(), "{tag}: {id} stands twice");
        }
        for argument in line.split('$').skip(1) {
            let end = argument.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(argument.len());
            messages.get_mut(&id).expect("a message").insert(argument[..end].to_owned());
        }
        // what another message within it takes
        for (other, argument) in [
            ("{ month-name }", "month"),
            ("{ scale }", "power"),
            ("{ currency }", "code"),
            ("{ other-currency }", "code"),
        ] {
            if line.contains(other) {
                messages.get_mut(&id).expect("a message").insert(argument.to_owned());
            }
        }
    }
    messages
}

/// Those that every language has to have: a language may have no plural forms, or another calendar, "of euros" may
/// begin otherwise than "of dongs", and the word for a place may be left out.
fn needed(arguments: &BTreeSet<String>) -> BTreeSet<String> {
    let alike = |name: &String| match &**name {
        "buddhist-year" => "year".to_owned(),
        "buddhist-next" => "next".to_owned(),
        name => name.to_owned(),
    };
    arguments.iter().map(alike).filter(|name| !["count", "code", "one", "many"].contains(&&**name)).collect()
}

/// A new file is a new language, with no other change.
#[test]
fn the_languages_are_the_files() {
    let files = std::fs::read_dir("texts").expect("the folder").map(|entry| entry.expect("an entry").path());
    let files = files.filter(|path| path.extension().is_some_and(|end| end == "ftl"));
    let mut tags: Vec<String> =
        files.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    tags.sort();
    assert_eq!(languages().collect::<Vec<_>>(), tags);
    let platform = Native::default();
    for tag in tags {
        assert_eq!(platform.locale(&tag).expect("a language").tag(), tag);
    }
}

#[test]
fn every_language_has_every_message_with_the_same_arguments() {
    let english = messages("en");
    assert!(languages().count() >= 6);
    for tag in languages() {
        let own = messages(tag);
        let ids = |of: &BTreeMap<String, BTreeSet<String>>| of.keys().cloned().collect::<Vec<_>>();
        assert_eq!(ids(&own), ids(&english), "{tag}");
        for (id, arguments) in &english {
            assert_eq!(needed(&own[id]), needed(arguments), "{tag}: {id}");
        }
    }
}

/// What the page of the editor says of the messages that the import tells: that under `.page` where there is one, and
/// no options of the command.
fn told(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let file = std::fs::read_to_string(format!("texts/site/import.{tag}.ftl")).expect("a file");
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut id = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.split_once(" =") {
            Some((name, text)) if name.trim() == ".page" => {
                drop(messages.insert(id.clone(), text.to_owned()))
            }
            Some((name, text)) if !line.starts_with(' ') => {
                id = name.to_owned();
                assert!(messages.insert(id.clone(), text.to_owned()).is_none(), "{tag}: {id} stands twice");
            }
            _ => messages.get_mut(&id).expect("a message").push_str(line),
        }
    }
    let said = |text: String| {
        let mut said = text;
        while let Some(option) = said.find("--") {
            let start = said[..option].rfind(['[', '(']).expect("brackets around an option");
            let end = option + said[option..].find([']', ')']).expect("and behind it");
            said.replace_range(start..=end, "");
        }
        said.split("{ $").skip(1).map(|rest| rest.split(' ').next().unwrap_or_default().to_owned()).collect()
    };
    messages.into_iter().map(|(id, text)| (id, said(text))).collect()
}

/// The text of all files of a folder.
fn sources(folder: &std::path::Path) -> String {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let text = |path: std::path::PathBuf| match path.is_dir() {
        true => sources(&path),
        false => std::fs::read_to_string(path).expect("a text"),
    };
    entries.map(text).collect()
}

/// The codes of findings that `src/data` and `src/chart` report: the literal that stands where one is given.
fn codes() -> BTreeSet<String> {
    let sources = ["src/data", "src/chart"].map(|folder| sources(folder.as_ref())).concat();
    let mut codes = BTreeSet::new();
    for before in
        [".error(", "finding(", "code: ", "Severity::Error,", "Severity::Warning,", "Severity::Note,"]
    {
        for rest in sources.split(before).skip(1) {
            let code = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"'));
            codes.extend(code.map(|(code, _)| code.to_owned()));
        }
    }
    // behind whose fault it is
    for before in ["fault(", "wrong("] {
        for rest in sources.split(before).skip(1) {
            let code = rest.split(',').nth(1).and_then(|code| code.trim().strip_prefix('"'));
            let code = code.and_then(|code| code.strip_suffix('"'));
            let is_code = |code: &&str| code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            codes.extend(code.filter(is_code).map(str::to_owned));
        }
    }
    // those that are chosen before they are given, each of them beside one that is not
    for chosen in ["number_too_small", "unseen_character"] {
        assert!(sources.contains(&format!("\"{chosen}\"")), "no one reports {chosen}");
        codes.insert(chosen.to_owned());
    }
    let given = sources.split(".error(code,").count() + sources.split(", code, found").count();
    assert_eq!(given - 2, 6, "another code is chosen before it is given: name it above");
    codes
}

/// The checks speak English themselves; the editor says them in its other languages.
#[test]
fn every_finding_of_a_data_file_has_words_in_the_languages_of_the_editor() {
    let file = std::fs::read_to_string("texts/site/findings.vi.ftl").expect("a file");
    let given = |line: &str| line.split_once(" =").map(|(id, _)| id.to_owned());
    let ids = file.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    // what stands behind the words of a code has none
    let ids: BTreeSet<String> = ids.filter_map(given).filter(|id| id.contains('_')).collect();
    assert_eq!(ids, codes());
}

/// That Rust names no other messages, the compiler sees: here, that it names all of them.
#[test]
fn what_the_import_tells_has_words_in_both_languages_of_the_editor() {
    let english = told("en");
    assert_eq!(told("vi"), english);
    let sources = ["src/import", "src/web"].map(|folder| sources(folder.as_ref())).concat();
    for code in english.keys() {
        assert!(sources.contains(&format!("\"{code}\"")), "no one tells {code}");
    }
}

/// All messages of a language with arguments that can be told apart.
fn said(tag: &str) -> String {
    let locale = Locale::new(tag).expect("a tag");
    let platform = Native::default();
    let mut text = String::new();
    for (id, arguments) in messages(tag) {
        let counts: &[&str] = if arguments.contains("count") { &["1", "2"] } else { &["5"] };
        for count in counts {
            let values: Vec<(&str, String)> = arguments
                .iter()
                .map(|name| match &**name {
                    "count" => ("count", (*count).to_owned()),
                    "month" => ("month", "7".to_owned()),
                    "day" => ("day", "5".to_owned()),
                    "year" => ("year", "2024".to_owned()),
                    "buddhist-year" => ("buddhist-year", "2567".to_owned()),
                    "next" => ("next", "2025".to_owned()),
                    "buddhist-next" => ("buddhist-next", "2568".to_owned()),
                    "power" => ("power", "9".to_owned()),
                    "code" => ("code", "VND".to_owned()),
                    name => (name, format!("‹{name}›")),
                })
                .collect();
            let values: Vec<_> =
                values.iter().filter_map(|(name, value)| Some((Argument::find(name)?, &**value))).collect();
            let message = Message::find(&id).expect("a message of English");
            let made = platform.message(message, &values, locale).replace(OPEN, "<b>").replace(CLOSE, "</b>");
            assert!(!made.contains(['{', '}']) && !made.is_empty(), "{tag}: {id}: {made}");
            text += &format!("{id}: {made}\n");
        }
    }
    text
}

#[test]
fn the_words_of_each_language_are_kept() {
    for tag in languages() {
        insta::assert_snapshot!(format!("texts-{tag}"), said(tag));
    }
}

/// What a village's revenue is called in a language, in a currency and its scale.
#[cfg(feature = "tools")]
fn amounts(tag: &str, currency: &str, scale: &str, figures: &[&str]) -> Vec<String> {
    let villages: Vec<String> = (0..)
        .zip(figures)
        .map(|(i, figure)| format!(r#"{{ "name": "V{i}", "figures": {{ "x": {figure} }} }}"#))
        .collect();
    let file = format!(
        r#"{{ "format": "village-charts/1", "villages": [{}], "indicators": [{{ "id": "x", "name": "X",
            "kind": "amount", "unit": {{ "currency": "{currency}", "scale": "{scale}" }} }}] }}"#,
        villages.join(",")
    );
    let reading = village_charts::data::read(file.as_bytes(), &Native::default());
    let data = reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings));
    let mut view = View::new(Kind::Ranking, Locale::new(tag).expect("a tag"), 640.0);
    view.update(Action::Sort(Sort::Name));
    let scene = village_charts::chart::scene(&data, &view, &Native::default()).expect("a picture");
    let table = village_charts::chart::csv(&data, &view, &Native::default(), Form::Long).expect("figures");
    for item in &scene.items {
        assert!(table.contains(&item.value), "{}: {table}", item.value);
    }
    scene.items.into_iter().map(|item| item.value).collect()
}

/// 0, 1 and what lies below 2 are one thing in French; only 1 is in English.
#[test]
#[cfg(feature = "tools")]
fn a_unit_agrees_with_its_number() {
    let figures = [
        "0",
        "1",
        "1.5",
        "1.9",
        "2",
        "1000",
        r#"{ "more_than": 1 }"#,
        r#"{ "range": [0.5, 1.5] }"#,
        r#"{ "range": [1, 2] }"#,
    ];
    assert_eq!(
        amounts("fr", "VND", "billion", &figures),
        [
            "0 milliard de dongs",
            "1 milliard de dongs",
            "1,5 milliard de dongs",
            "1,9 milliard de dongs",
            "2 milliards de dongs",
            "1 000 milliards de dongs",
            "plus de 1 milliard de dongs",
            "0,5–1,5 milliard de dongs",
            "1–2 milliards de dongs",
        ]
        .map(|text| text.replace("1 000", "1\u{202f}000"))
    );
    assert_eq!(amounts("fr", "EUR", "million", &["0", "3"]), ["0 million d’euros", "3 millions d’euros"]);
    assert_eq!(
        amounts("fr", "EUR", "one", &["0", "1", "1.5", "2"]),
        ["0 euro", "1 euro", "1,5 euro", "2 euros"]
    );
    assert_eq!(
        amounts("en", "USD", "one", &["0", "1", "1.5", "2"]),
        ["0 US dollars", "1 US dollar", "1.5 US dollars", "2 US dollars"]
    );
    assert_eq!(amounts("en", "EUR", "million", &["1"]), ["1 million euros"]);
    assert_eq!(amounts("vi", "VND", "billion", &["0", "1.5"]), ["0 tỷ đồng", "1,5 tỷ đồng"]);
}

#[test]
fn bold_begins_and_ends_within_a_message() {
    for tag in languages() {
        for line in said(tag).lines() {
            let mut open = 0;
            for part in line.split('<').skip(1) {
                open += if part.starts_with("b>") { 1 } else { -1 };
                assert!((0..=1).contains(&open), "{tag}: {line}");
            }
            assert_eq!(open, 0, "{tag}: {line}");
        }
    }
}

/// What a voice would say otherwise than it is meant, or pass over.
#[test]
fn what_is_heard_has_no_signs() {
    for tag in languages() {
        for line in
            said(tag).lines().filter(|line| line.split(':').next().is_some_and(|id| id.ends_with("-spoken")))
        {
            let words = line.split_once(": ").map_or("", |(_, words)| words);
            assert!(!words.contains(['–', '—', '-', '/', '·', '~', '～', '…', '≈']), "{tag}: {line}");
        }
    }
}
