//! What listeners hear: words that voices read as they are meant, and no more of them than a figure needs.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::chart;
use village_charts::data;
use village_charts::embed;
use village_charts::platform::{Native, Platform};
use village_charts::scene::Scene;
use village_charts::table::Form;
use village_charts::text::{Locale, Message};
use village_charts::view::{Action, Filter, Kind, View};

const EVERY: &str = include_str!("data/qualifiers.json");
const HANOI: &str = include_str!("../www/data/hanoi-2024.json");
const PROVINCE: &str = include_str!("../www/data/mau.json");
const COMMUNES: &str = include_str!("data/communes.json");
const PARTS: &str = include_str!("../www/data/gallery/makeup.json");

/// Has a file something for a chart?
fn has(file: &Json, kind: Kind) -> bool {
    let is_whole = |indicator: &Json| indicator.get("parts").is_some();
    let section = file.get(kind.key());
    section.is_some_and(|section| {
        kind != Kind::Makeup || section.as_array().is_some_and(|all| all.iter().any(is_whole))
    })
}

fn asked<const N: usize>(file: &Json, kind: Kind, locale: Locale, actions: [Action; N]) -> Scene {
    let platform = Native::default();
    let reading = data::read(file.to_string().as_bytes(), &platform);
    let data = reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings));
    let mut view = View::new(kind, locale, 640.0);
    for action in actions {
        view.update(action);
    }
    chart::scene(&data, &view, &platform).expect("a scene")
}

fn parsed(json: &str) -> Json {
    serde_json::from_str(json).expect("JSON")
}

/// What is heard of a chart: its summary, its figures, its answers.
fn heard(scene: &Scene) -> Vec<String> {
    let mut heard: Vec<String> = scene.items.iter().map(|item| item.spoken.clone()).collect();
    heard.extend([scene.summary.clone(), scene.description.clone()]);
    heard.extend(scene.answers.clone());
    heard
}

/// `true` where a mark stands between two digits.
fn between_digits(text: &str, mark: char) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(3).any(|w| w[0].is_ascii_digit() && w[1] == mark && w[2].is_ascii_digit())
}

/// Figures of all kinds, of two sources and three dates.
fn mixed() -> Json {
    let mut mixed = parsed(EVERY);
    let name = "Niên giám 2019–2024";
    mixed["sources"] = json!([{ "id": "a", "name": name }, { "id": "b", "name": "Báo 2019-2020" }]);
    mixed["villages"][0]["revenue"] = json!({ "exact": 1234567.5, "source": "b" });
    mixed["villages"][1]["revenue"]["as_of"] = json!("2019-12-31");
    mixed["villages"][2]["revenue"]["as_of"] = json!("2019-12");
    mixed
}

/// What voices would take for something else, or pass over, in a text that is heard.
fn misread(text: &str, locale: Locale) -> bool {
    let thousands = if locale == Locale::VI { '.' } else { ',' };
    text.contains(['·', '/', '¹', '²', '…'])
        || between_digits(text, '–')
        || between_digits(text, '-')
        || between_digits(text, thousands)
        || text.contains("  ")
        || (locale != Locale::VI && text.contains("đồng")) // spelt letter by letter
}

#[test]
fn nothing_is_heard_in_symbols_that_voices_take_for_something_else() {
    let mixed = mixed();
    let over = Action::Threshold(Some(1234.5));
    let found = Action::Filter(Filter { query: "a".to_owned(), ..Filter::default() });
    for locale in [Locale::VI, Locale::EN] {
        for (file, (_, kind)) in [parsed(HANOI), mixed.clone(), parsed(COMMUNES), parsed(PARTS)]
            .iter()
            .flat_map(|f| Kind::ALL.map(|k| (f, k)))
        {
            if !has(file, kind) {
                continue;
            }
            for text in heard(&asked(file, kind, locale, [over.clone(), found.clone()])) {
                assert!(!misread(&text, locale), "{text}");
            }
        }
    }
}

/// The cells of a fragment's table, each as it is heard and as it is seen.
fn cells(html: &str) -> Vec<(String, String)> {
    let table = html.split("<tbody>").nth(1).and_then(|rest| rest.split("</tbody>").next()).expect("a table");
    let cells = table.split("</tr>").flat_map(|row| row.split("</t")).filter_map(|cell| {
        let (_, inside) = cell.split_once("<t").filter(|(_, inside)| !inside.starts_with("r>\n"))?;
        let inside = inside.rsplit_once("<t").map_or(inside, |(_, cell)| cell);
        let (_, inside) = inside.split_once('>')?;
        let seen = inside.rsplit_once("\">").map_or(inside, |(_, text)| text).trim_end_matches("</span>");
        let label = inside.split_once("aria-label=\"").and_then(|(_, rest)| rest.split_once('"'));
        Some((label.map_or(seen, |(words, _)| words).to_owned(), seen.to_owned()))
    });
    cells.collect()
}

/// Is it lines over time?
fn is_over_time(kind: Kind) -> bool {
    kind.name() == "trend"
}

/// What only the eye sees is not spoken of to who listens: light parts, hatches, hollow dots, where an axis begins.
#[test]
fn nothing_is_heard_of_what_only_the_eye_sees() {
    let platform = Native::default();
    let years = include_str!("data/years.json");
    for tag in village_charts::platform::languages() {
        let locale = Locale::new(tag).expect("a language");
        let mut seen = Vec::new();
        for message in [
            "key-range",
            "key-estimated",
            "key-hollow",
            "key-interval",
            "key-whisker",
            "trend-axis",
            "spread-columns",
            "scatter-cells",
            "scatter-hidden",
            "makeup-rounded-amounts",
            "makeup-split",
        ] {
            let message = Message::find(message).expect("a message");
            let text = platform.message(message, &[], locale);
            // without its argument
            seen.push(text.split('{').next().unwrap_or_default().trim().to_owned());
        }
        let mut keys = 0;
        for (json, indicator) in [
            (years, "jobs"),
            (years, "prices"),
            (COMMUNES, "poor"),
            (COMMUNES, "income"),
            (PROVINCE, "poor"),
            (PARTS, "income"),
        ] {
            let data = data::read(json.as_bytes(), &platform).dataset.expect("good data");
            for kind in [Kind::Ranking, Kind::Trend, Kind::Spread, Kind::Scatter, Kind::Makeup, Kind::Income]
            {
                let mut view = View::new(kind, locale, 640.0);
                view.update(Action::Indicator(Some(indicator.to_owned())));
                let Ok(scene) = chart::scene(&data, &view, &platform) else { continue };
                for text in [&scene.summary, &scene.description] {
                    let found = seen.iter().find(|seen| text.contains(&**seen));
                    assert_eq!(found, None, "{tag}: {text}");
                }
                keys += 1;
            }
        }
        assert!(keys > 5, "{keys}");
    }
}

#[test]
fn the_cells_of_a_table_are_heard_in_words_and_seen_as_they_are_written() {
    let platform = Native::default();
    let mut signs = 0;
    for locale in [Locale::VI, Locale::EN] {
        for (file, (_, kind)) in [parsed(HANOI), mixed(), parsed(COMMUNES), parsed(PARTS)]
            .iter()
            .flat_map(|f| Kind::ALL.map(|k| (f, k)))
        {
            if !has(file, kind) {
                continue;
            }
            let json = file.to_string();
            let data = data::read(json.as_bytes(), &platform).dataset.expect("good data");
            let view = View::new(kind, locale, 640.0);
            let options = embed::Options::default();
            let html = embed::fragment(&data, &json, &view, &options, &platform).expect("a fragment");
            let table = chart::table(&data, &view, &platform).expect("a table");
            let cells = cells(&html);
            if matches!(kind, Kind::Trend | Kind::Scatter | Kind::Groups | Kind::Makeup) {
                let form = if kind == Kind::Trend { Form::Times } else { Form::Chart };
                let sheet = chart::sheet(&data, &view, &platform, form, "").expect("places in columns");
                for (heard, seen) in &cells {
                    assert!(!misread(heard, locale), "{heard}");
                    assert!(sheet.rows.iter().any(|row| row.contains(seen)), "{seen}");
                }
                continue;
            }
            assert!(cells.len() >= 2 * table.rows.len(), "{html}");
            // that of lines over time has a column for each time, in the page as well as in the fragment
            let by_time =
                chart::sheet(&data, &view, &platform, Form::Times, "").filter(|_| is_over_time(kind));
            for (heard, seen) in &cells {
                assert!(!misread(heard, locale), "{heard}");
                if let Some(sheet) = &by_time {
                    assert!(sheet.rows.iter().any(|row| row.contains(seen)), "{seen}");
                } else {
                    assert!(table.rows.iter().any(|row| row.contains(seen)), "{seen}");
                    assert!(table.csv().contains(seen), "{seen}");
                }
                signs += usize::from(misread(seen, locale));
            }
        }
    }
    assert!(signs > 20, "only {signs} cells have signs");
}

#[test]
fn a_cell_that_is_heard_as_it_is_written_says_nothing_beside() {
    let file = json!({ "format": "village-charts/1", "revenue": { "unit": "billion_vnd", "per": "year" },
        "villages": [{ "name": "A 2019–2020", "revenue": 7 }, { "name": "B", "revenue": 1300 }] });
    let platform = Native::default();
    let data = data::read(file.to_string().as_bytes(), &platform).dataset.expect("good data");
    for (locale, words) in [
        (Locale::VI, ["", "1300 tỷ đồng một năm", "", "A 2019 đến 2020", "7 tỷ đồng một năm", ""]),
        (Locale::EN, ["", "1300 billion dong a year", "", "A 2019 to 2020", "7 billion dong a year", ""]),
    ] {
        let table =
            chart::table(&data, &View::new(Kind::Revenue, locale, 640.0), &platform).expect("a table");
        // the greatest first; name, figure and notes
        assert_eq!(table.shown("").heard.concat(), words);
    }
}

#[test]
fn a_figure_is_heard_with_all_its_qualifiers_in_words() {
    let file = |figure: Json| {
        json!({ "format": "village-charts/1", "income": { "unit": "million_vnd", "rows": [
            { "name": "A", "value": figure, "per": "month", "places": ["X", "Y"], "open_list": true }] } })
    };
    for (figure, vi, en) in [
        (json!(1300), "1300 triệu đồng một tháng", "1300 million dong a month"),
        (json!({ "range": [4, 5.5] }), "từ 4 đến 5,5 triệu đồng một tháng", "4 to 5.5 million dong a month"),
        (
            json!({ "range": [1000, 2000], "estimated": true }),
            "ước từ 1000 đến 2000 triệu đồng một tháng",
            "estimated 1000 to 2000 million dong a month",
        ),
        (
            json!({ "at_least": 24000 }),
            "từ 24000 triệu đồng một tháng trở lên",
            "24000 million dong a month or more",
        ),
        (
            json!({ "nearly": 1234567.25 }),
            "gần 1234567,25 triệu đồng một tháng",
            "nearly 1234567.25 million dong a month",
        ),
        (json!({ "missing": { "vi": "không nêu", "en": "not given" } }), "không nêu", "not given"),
    ] {
        let say = |locale| asked(&file(figure.clone()), Kind::Income, locale, []).items[0].spoken.clone();
        assert_eq!(say(Locale::VI), format!("A, X, Y và nơi khác: {vi}."));
        assert_eq!(say(Locale::EN), format!("A, X, Y and others: {en}."));
    }
}

#[test]
fn a_range_in_an_authors_text_is_heard_in_words_and_another_dash_stays() {
    for (name, vi, en) in [
        ("2018–2020", "2018 đến 2020", "2018 to 2020"),
        ("2018 – 2020", "2018 đến 2020", "2018 to 2020"),
        ("Năm 2018-2020", "Năm 2018 đến 2020", "Năm 2018 to 2020"),
        ("4–5,5, 7–9", "4 đến 5,5, 7 đến 9", "4 to 5,5, 7 to 9"),
        // no ranges, or not for certain
        ("Hà Nội – Hà Đông", "Hà Nội – Hà Đông", "Hà Nội – Hà Đông"),
        ("Lô 3–A", "Lô 3–A", "Lô 3–A"),
        ("QĐ 52-2018", "QĐ 52-2018", "QĐ 52-2018"),
        ("2024-07-05", "2024-07-05", "2024-07-05"),
        ("–", "–", "–"),
    ] {
        let row = json!({ "name": name, "value": { "exact": 7, "quote": name }, "per": "month" });
        let file =
            json!({ "format": "village-charts/1", "income": { "unit": "million_vnd", "rows": [row] } });
        for (locale, heard) in [(Locale::VI, vi), (Locale::EN, en)] {
            let scene = asked(&file, Kind::Income, locale, []);
            let said = &scene.items[0].spoken;
            assert!(said.starts_with(&format!("{heard}: 7 ")), "{said}");
            assert_eq!(said.matches(heard).count(), 2, "the source's words, too: {said}");
            assert_eq!(scene.items[0].title, name, "what is read stays its author's");
        }
    }
}

#[test]
fn what_a_figure_came_of_is_heard_in_words() {
    let by_month = [Action::Unit(Some(data::Period::Month))];
    let item = |locale| asked(&parsed(HANOI), Kind::Income, locale, by_month.clone()).items[1].spoken.clone();
    assert_eq!(
        item(Locale::VI),
        "Lao động làng nghề ở một số quận, huyện, Nam Từ Liêm, Tây Hồ, Hoài Đức và nơi khác: từ khoảng 4,17 triệu đồng \
         một tháng trở lên. Số gốc: từ 50 triệu đồng một năm trở lên, chia 12."
    );
    assert!(item(Locale::EN).ends_with(
        "about 4.17 million dong a month or more. As stated: 50 million dong a year or more, divided by 12."
    ));
}

#[test]
fn numbers_that_stand_alone_come_before_what_they_count() {
    let scene = |locale| asked(&parsed(HANOI), Kind::Villages, locale, []);
    let last =
        |locale| scene(locale).items.iter().rev().take(2).map(|i| i.spoken.clone()).collect::<Vec<_>>();
    assert_eq!(
        last(Locale::EN),
        ["9 points that introduce and promote products.", "6 villages in the tourism pilot."]
    );
    assert_eq!(
        last(Locale::VI),
        ["9 điểm giới thiệu, quảng bá sản phẩm.", "6 làng thí điểm gắn với du lịch."]
    );
    // a name of its own does not go on from the figure
    let counts = |count: Json| json!({ "format": "village-charts/1", "clusters": { "counts": [count] } });
    let file = counts(json!({ "name": "Showrooms", "value": 9, "unit": "points" }));
    assert_eq!(asked(&file, Kind::Clusters, Locale::EN, []).items[0].spoken, "Showrooms: 9 points.");
    // why there is no number is no number
    let file = counts(json!({ "name": "A", "value": { "missing": "?" } }));
    assert_eq!(asked(&file, Kind::Clusters, Locale::EN, []).items[0].spoken, "A: ?");
}

/// Where all figures share source and date, the summary says them once.
#[test]
fn a_figure_takes_a_listener_no_more_than_25_words_on_average() {
    for locale in [Locale::VI, Locale::EN] {
        // an item of a make-up has a figure for each part
        for (name, kind) in Kind::ALL.into_iter().filter(|(_, kind)| *kind != Kind::Makeup) {
            let is_timed = kind.key() == Kind::Ranking.key();
            let file = if is_timed { COMMUNES } else { HANOI };
            let scene = asked(&parsed(file), kind, locale, []);
            let words: usize = scene.items.iter().map(|item| item.spoken.split(' ').count()).sum();
            assert!(
                words <= 25 * scene.items.len(),
                "{name}: {words} words in {} figures",
                scene.items.len()
            );
            let source = scene.items[0].cells.source.as_str();
            assert!(scene.items.iter().all(|item| !item.spoken.contains(source)));
            assert_eq!(scene.summary.matches(source).count(), 1, "{}", scene.summary);
            let date = if locale == Locale::VI {
                "đến ngày 5 tháng 7 năm 2024."
            } else {
                "as of 5 July 2024."
            };
            // a figure that says its own time is not of the file's date
            assert_eq!(scene.summary.ends_with(date), !is_timed, "{}", scene.summary);
            // a summary says what the list does not
            for item in &scene.items {
                assert!(!scene.summary.contains(&item.title), "{}: {}", item.title, scene.summary);
            }
        }
    }
}

#[test]
fn an_answer_is_heard_in_words_and_written_with_its_marks() {
    let over = Action::Threshold(Some(1234.5));
    let scene = asked(&parsed(HANOI), Kind::Revenue, Locale::VI, [over]);
    assert!(scene.answers[0].starts_with("Trên 1234,5 tỷ đồng một năm: 1 làng."), "{:?}", scene.answers);
    assert!(format!("{:?}", scene.marks).contains("1.234,5 tỷ đồng/năm"));
}

/// The whole of what is heard of a rate, of changes on both sides of zero and of money that is not đồng, in every
/// language, to be read by one who speaks it.
#[test]
fn a_rate_a_change_and_a_currency_are_heard_in_words_in_every_language() {
    let file = parsed(COMMUNES);
    for tag in ["vi", "en", "id", "th", "fr", "zh-Hans"] {
        let locale = Locale::new(tag).expect("a language");
        let mut all = String::new();
        for indicator in ["poor", "migration", "grants"] {
            let scene = asked(&file, Kind::Ranking, locale, [Action::Indicator(Some(indicator.to_owned()))]);
            all += &format!("{}\n{}\n", scene.title, scene.summary);
            for item in &scene.items {
                all += &format!("- {}\n", item.spoken);
            }
            all += &format!("{}\n\n", scene.description);
        }
        for text in all.lines().filter_map(|line| line.strip_prefix("- ")) {
            // a sign that a voice passes over makes a gain of a loss; "‰" is a word to Chinese voices
            let is_word = |sign: char| sign == '‰' && tag == "zh-Hans";
            let found = ['-', '−', '‰', '–', '/', '₫']
                .into_iter()
                .find(|sign| text.contains(*sign) && !is_word(*sign));
            assert_eq!(found, None, "{tag}: {text}");
        }
        insta::assert_snapshot!(format!("heard-{tag}"), all.trim_end());
    }
}
