//! What a scene says, in words.

#![cfg(feature = "tools")]

use serde_json::{json, Value as Json};
use village_charts::chart;
use village_charts::data;
use village_charts::platform::Native;
use village_charts::scene::{self, Rect, Role, Scene, Shape};
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, Sort, View};

fn scene(kind: Kind, sections: Json) -> Scene {
    asked(kind, sections, [])
}

/// The scene after the reader has acted.
fn asked<const N: usize>(kind: Kind, sections: Json, actions: [Action; N]) -> Scene {
    let platform = Native::default();
    let mut view = View::new(kind, Locale::EN, 640.0);
    for action in actions {
        view.update(action);
    }
    chart::scene(&dataset(sections), &view, &platform).expect("a scene")
}

fn dataset(sections: Json) -> data::Dataset {
    let mut file = json!({ "format": "village-charts/1" });
    for (key, section) in sections.as_object().expect("sections") {
        file[key] = section.clone();
    }
    let reading = data::read(file.to_string().as_bytes(), &Native::default());
    reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

fn hanoi() -> Json {
    serde_json::from_str(include_str!("../www/data/hanoi-2024.json")).expect("JSON")
}

/// All texts of the picture, in drawing order.
fn texts(scene: &Scene) -> String {
    let texts = scene.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(runs, ..) => Some(runs.iter().map(|run| run.text.as_str())),
        _ => None,
    });
    texts.flatten().collect::<Vec<_>>().join(" ")
}

fn two_subsets(a: u32, b: u32, relation: &str) -> String {
    let subsets = json!([{ "name": "A", "value": a }, { "name": "B", "value": b }]);
    let group = json!({ "whole": { "name": "W", "value": 102 }, "relation": relation, "subsets": subsets });
    texts(&scene(Kind::Clusters, json!({ "clusters": { "groups": [group] } })))
}

#[test]
fn how_much_two_subsets_share_is_bounded_by_their_numbers() {
    let text = two_subsets(70, 43, "unknown");
    assert!(text.contains("In both groups: 11–43. In at least one: 70–102. The groups overlap"), "{text}");
    let text = two_subsets(30, 20, "unknown");
    assert!(text.contains("In both groups: 0–20. In at least one: 30–50. The groups may overlap"), "{text}");
}

#[test]
fn a_text_has_as_few_lines_as_before_and_leaves_no_word_alone_where_its_lines_can_be_narrower() {
    let lines = |name: &str, width: f64| {
        let rows = json!([{ "name": name, "value": 5, "per": "month" }]);
        let section = json!({ "income": { "unit": "million_vnd", "rows": rows } });
        let scene = asked(Kind::Income, section, [Action::Width(width)]);
        let drawn = scene.marks.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(runs, ..) if name.contains(&runs[0].text) => Some(runs[0].text.clone()),
            _ => None,
        });
        drawn.collect::<Vec<_>>()
    };
    let name = "Recognised craft villages and villages with a traditional craft";
    assert_eq!(lines(name, 640.0), [name]);
    assert_eq!(lines(name, 400.0), ["Recognised craft villages and", "villages with a traditional craft"]);
    assert_eq!(lines(name, 264.0), ["Recognised craft villages and", "villages with a traditional craft"]);
    // a word that is wider than the room has a line to itself, and the others their own
    let long = "A-word-that-is-wider-than-any-phone-is and then two";
    assert_eq!(lines(long, 200.0).last().map(String::as_str), Some("and then two"));
}

#[test]
fn a_sum_says_how_many_figures_are_in_it() {
    let say = |revenues: Json| {
        let village = |(i, revenue): (usize, &Json)| json!({ "name": format!("V{i}"), "revenue": revenue });
        let villages: Vec<Json> =
            revenues.as_array().expect("a list").iter().enumerate().map(village).collect();
        let section = json!({ "unit": "billion_vnd", "per": "year", "total": { "more_than": 9000 } });
        texts(&scene(Kind::Revenue, json!({ "villages": villages, "revenue": section })))
    };
    assert!(texts(&scene(Kind::Revenue, hanoi()))
        .contains("5 of the 6 villages below together: over 5,600 billion"));
    assert!(say(json!([1, { "more_than": 2 }])).contains("The 2 villages below together: over 3 billion"));
    // what has a greatest number is in it with all its figures
    assert!(say(json!([1, { "nearly": 2 }])).contains("The 2 villages below together: 1–3 billion"));
    assert!(say(json!([1, { "about": 2 }])).contains("The 2 villages below together: about 3 billion"));
    assert!(say(json!([1, 4, { "missing": "?" }])).contains("2 of the 3 villages below together: 5 billion"));
}

#[test]
fn an_empty_subset_overlaps_nothing() {
    let text = two_subsets(70, 0, "overlapping");
    assert!(text.contains("In both groups: 0. In at least one: 70."), "{text}");
    assert!(!text.contains("overlap"), "{text}");
}

#[test]
fn a_threshold_counts_what_is_surely_over_it_and_names_what_is_left_open() {
    let say = |at: f64| asked(Kind::Revenue, hanoi(), [Action::Threshold(Some(at))]).answers;
    assert_eq!(
        say(1000.0),
        ["Over 1000 billion dong a year: 5 villages. Not over it: Hữu Bằng (nearly 1000 billion dong)."]
    );
    // "over 1,000" may be more than 1,150, "nearly 1,000" is not
    assert_eq!(
        say(1150.0),
        [
            "Over 1150 billion dong a year: 2 villages. \
             Not over it: Thiết Úng (1100 billion dong), Hữu Bằng (nearly 1000 billion dong). \
             Left open by their figures: Sơn Đồng (over 1000 billion dong), Minh Khai (over 1000 billion dong)."
        ]
    );
    // how far below 1,000 "nearly" is, it does not say
    assert_eq!(
        say(900.0),
        ["Over 900 billion dong a year: 5 villages. Left open by their figures: Hữu Bằng (nearly 1000 billion dong)."]
    );
    // the picture has it with its marks
    let scene = asked(Kind::Revenue, hanoi(), [Action::Threshold(Some(1000.0))]);
    assert!(texts(&scene).contains("Over 1,000 billion đồng a year: 5 villages."), "{}", texts(&scene));
    assert!(say(0.0)[0].contains("Left open by their figures: Hữu Bằng"), "{:?}", say(0.0));
}

#[test]
fn a_threshold_is_an_amount_in_the_unit_that_is_written() {
    let chinese = Action::Locale(Locale::new("zh-Hans").expect("a language"));
    let scene = asked(Kind::Revenue, hanoi(), [Action::Threshold(Some(1200.0)), chinese]);
    assert!(scene.answers[0].contains("超过12000亿越南盾每年"), "{:?}", scene.answers);
    let threshold = scene.controls.threshold.expect("a threshold");
    // a reader who changes the language keeps the amount, not its number
    assert_eq!((threshold.at, threshold.suggested, threshold.factor), (Some(12_000.0), 10_000.0, 10.0));
    let line = scene.marks.iter().find_map(|mark| match mark.shape {
        Shape::Rect(rect) if mark.role == Role::Focus => Some(rect.x + rect.width / 2.0),
        _ => None,
    });
    let handle = threshold.start + 12_000.0 / threshold.most * threshold.length;
    assert!((handle - line.expect("a line")).abs() < 0.01, "{line:?}, {threshold:?}");
}

#[test]
fn the_threshold_is_drawn_where_its_amount_is() {
    let scene = asked(Kind::Revenue, hanoi(), [Action::Threshold(Some(1200.0))]);
    let rects = |role| {
        scene.marks.iter().filter_map(move |m| match m.shape {
            Shape::Rect(r) if m.role == role => Some(r),
            _ => None,
        })
    };
    let line = rects(Role::Focus).map(|r: Rect| r.x + r.width / 2.0).fold(0.0, f64::max);
    // the bar of Phùng Xá ends at 1,200
    assert!(rects(Role::Solid).any(|r| (r.x + r.width - line).abs() < 0.01));
    let threshold = scene.controls.threshold.expect("a threshold");
    assert!((threshold.start + 1200.0 / threshold.most * threshold.length - line).abs() < 0.01);
    assert_eq!(threshold.suggested, 1000.0);
}

fn filter(query: &str, craft: &str, district: &str) -> Action {
    Action::Filter(Filter { query: query.to_owned(), craft: craft.to_owned(), district: district.to_owned() })
}

fn titles(scene: &Scene) -> Vec<&str> {
    scene.items.iter().map(|i| i.title.as_str()).collect()
}

#[test]
fn a_search_finds_names_without_their_marks() {
    let all = "All craft villages of Hanoi";
    for query in ["son dong", "Sơn Đồng", "SON ĐÔ", "  ơn đ "] {
        let scene = asked(Kind::Revenue, hanoi(), [filter(query, "", "")]);
        assert_eq!(titles(&scene), [all, "Sơn Đồng"], "{query}");
        assert_eq!(scene.answers, ["1 of 6 villages."]);
    }
    let scene = asked(Kind::Revenue, hanoi(), [filter("x", "wood", "")]);
    assert_eq!(titles(&scene), [all]);
    assert_eq!(scene.answers, ["No village matches."]);
}

#[test]
fn a_filter_keeps_ranks_and_adds_up_what_is_shown() {
    let villages = json!([
        { "name": "A", "craft": "wood, silk", "district": "X", "revenue": 5 },
        { "name": "B", "craft": "silk", "district": "Y", "revenue": { "more_than": 3 } },
        { "name": "C", "craft": "wood", "district": "Y", "revenue": 1 }]);
    let file =
        json!({ "villages": villages, "revenue": { "unit": "billion_vnd", "per": "year", "total": 20 } });
    let scene = asked(Kind::Revenue, file.clone(), [filter("", "wood", "")]);
    assert_eq!(titles(&scene), ["Total revenue", "A", "C"]);
    assert_eq!(scene.items[2].notes[0], "Rank 3 of 3");
    assert!(texts(&scene).contains("The 2 villages below together: 6 billion"), "{}", texts(&scene));
    let find = scene.controls.find.expect("choices");
    assert_eq!(
        (find.crafts, find.districts),
        (vec!["silk".into(), "wood".into()], vec!["X".into(), "Y".into()])
    );
    let scene = asked(Kind::Revenue, file, [filter("", "silk", "Y")]);
    assert_eq!(titles(&scene), ["Total revenue", "B"]);
}

#[test]
fn a_filter_without_a_match_is_an_answer_also_where_there_is_no_total() {
    let file = json!({ "villages": [{ "name": "A", "revenue": 5 }, { "name": "B", "revenue": 4 }],
                       "revenue": { "unit": "billion_vnd", "per": "year" } });
    let scene = asked(Kind::Revenue, file, [filter("zzz", "", "")]);
    assert!(scene.items.is_empty() && scene.height > 20.0);
    assert_eq!(scene.answers, ["No village matches."]);
}

#[test]
fn cells_are_as_many_as_the_numbers_say() {
    let scene = asked(Kind::Clusters, hanoi(), [Action::Cells(Some("operating".to_owned()))]);
    let strips = asked(Kind::Clusters, hanoi(), []);
    assert_eq!(strips.controls.cells.iter().map(|c| c.id.as_str()).collect::<Vec<_>>(), ["operating", "new"]);
    let index = scene.index_of("operating").expect("the subset");
    let area = |role: Role| -> f64 {
        let own = scene.marks.iter().filter(|m| m.item == Some(index) && m.role == role);
        own.filter_map(|m| if let Shape::Rect(r) = m.shape { Some(r.width * r.height) } else { None }).sum()
    };
    // 20 cells in a row, each 20 pixels wide at this width
    assert_eq!(area(Role::Whole) / 400.0, 102.0);
    assert_eq!(area(Role::Solid) / 400.0, 70.0);
    // what cannot be counted is not offered: "56%" is no number of things
    assert!(asked(Kind::Villages, hanoi(), []).controls.cells.iter().all(|subset| subset.id != "share"));
}

/// Parts of one colour are told apart by their places: without these only the order of names says which part is which.
#[test]
fn each_part_of_a_stack_stands_under_its_name_at_the_place_that_it_has_in_the_stack() {
    // one that is too small for any label, and one of which nothing is known
    let values = [json!(30), json!(0.1), json!({ "missing": "?" }), json!(20), json!({ "about": 10 })];
    let subset = |(i, value): (usize, &Json)| json!({ "name": format!("Part {i}"), "value": value });
    let subsets: Vec<_> = values.iter().enumerate().map(subset).collect();
    let whole = json!({ "name": "W", "value": 100 });
    let group = json!({ "whole": whole, "relation": "disjoint", "layout": "stacked", "subsets": subsets });
    let scene = scene(Kind::Clusters, json!({ "clusters": { "groups": [group] } }));
    let solid = |item: Option<usize>| {
        let marks = scene.marks.iter().filter(move |m| m.item == item && m.role == Role::Solid);
        marks.filter_map(|mark| match mark.shape {
            Shape::Rect(Rect { x, width, .. }) => Some((x, width)),
            _ => None,
        })
    };
    let measured: Vec<usize> = (1..=5).filter(|i| *i != 3).collect();
    // the key's samples come after the stack
    let stack: Vec<_> = solid(None).take(measured.len()).collect();
    for (item, in_stack) in measured.iter().zip(&stack) {
        let alone: Vec<_> = solid(Some(*item)).collect();
        assert!(
            matches!(alone[..], [(x, width)] if x == in_stack.0 && (width - in_stack.1).abs() < 5.0),
            "{alone:?}, in the stack {in_stack:?}"
        );
    }
    assert_eq!(solid(Some(3)).count(), 0, "nothing is known of it");
    assert!(stack.is_sorted_by_key(|(x, _)| *x), "{stack:?}");
}

#[test]
fn a_summary_says_what_the_list_of_figures_does_not() {
    assert_eq!(
        scene(Kind::Revenue, hanoi()).summary,
        "6 villages. How to read: over: more than stated, how much is not known; \
         nearly: a little below the stated amount. \
         Source: Hanoi People's Committee, conference on craft villages. Figures as of 5 July 2024."
    );
    let clusters = scene(Kind::Clusters, hanoi());
    assert_eq!(
        clusters.summary,
        "In both groups: 11 to 43 clusters. In at least one: 70 to 102 clusters. \
         The groups overlap, so they are not added up. \
         Source: Hanoi People's Committee, conference on craft villages. Figures as of 5 July 2024."
    );
    // who has no list hears the first figures, too
    assert!(clusters
        .description
        .starts_with("Infrastructure built or being built: 102 clusters; In operation: 70 of"));
    assert!(clusters.description.ends_with(&clusters.summary));
    // a page of a list does not say what is greatest and least of all
    let villages: Vec<Json> =
        (1..=50).map(|i| json!({ "name": format!("V{i}"), "revenue": 1000 * i })).collect();
    let long = json!({ "villages": villages, "revenue": { "unit": "billion_vnd", "per": "year" } });
    assert_eq!(
        scene(Kind::Revenue, long).summary,
        "50 villages. Highest number stated: V50, 50000 billion dong a year; lowest: V1, 1000 billion dong a year."
    );
}

#[test]
fn a_table_has_every_figure_of_every_page_with_its_qualifier() {
    let villages: Vec<Json> =
        (0..50).map(|i| json!({ "name": format!("V{i}"), "revenue": { "at_least": i } })).collect();
    let file = dataset(json!({ "villages": villages, "revenue": { "unit": "billion_vnd", "per": "year" } }));
    let mut view = View::new(Kind::Revenue, Locale::VI, 640.0);
    view.update(Action::Page(1));
    let table = chart::table(&file, &view, &Native::default()).expect("a table");
    assert_eq!(table.rows.len(), 50);
    assert_eq!(table.rows[0][3..6], ["từ 49 tỷ đồng/năm trở lên", "từ … trở lên", "49"]);
}

#[test]
fn csv_guards_against_formulas_and_keeps_quotes() {
    let villages = json!([
        { "name": "=1+1", "craft": "a \"b\", c", "revenue": { "range": [4, 5.5] } },
        { "name": "B", "revenue": 1 },
    ]);
    let file = dataset(
        json!({ "title": "T", "villages": villages, "revenue": { "unit": "billion_vnd", "per": "year" } }),
    );
    let view = View::new(Kind::Revenue, Locale::EN, 640.0);
    let csv = chart::table(&file, &view, &Native::default()).expect("a table").csv();
    let row = csv.lines().nth(1).expect("a row");
    assert!(
        row.starts_with("T,\"'=1+1\",\"a \"\"b\"\", c\",4–5.5 billion đồng a year,range,4,5.5,"),
        "{row}"
    );
    assert!(csv.ends_with("\r\n"));
}

#[test]
fn marks_glide_from_their_old_place_to_the_new_one() {
    let before = asked(Kind::Revenue, hanoi(), []);
    let after = asked(Kind::Revenue, hanoi(), [Action::Sort(Sort::Name)]);
    let bar = |marks: &[scene::Mark], items: &Scene| {
        let la_phu = items.index_of("la-phu");
        let own = marks.iter().find(|m| m.item == la_phu && m.role == Role::Solid);
        own.map_or(f64::NAN, |m| m.shape.points()[0].1)
    };
    let (from, to) = (bar(&before.marks, &before), bar(&after.marks, &after));
    assert!((from - to).abs() > 40.0);
    let half = bar(&scene::between(&before, &after, 0.5), &after);
    assert!((half - (from + to) / 2.0).abs() < 0.01, "{from} {half} {to}");
    assert_eq!(bar(&scene::between(&before, &after, 0.0), &after), from);
    assert_eq!(scene::between(&before, &after, 1.0), after.marks);
}

#[test]
fn the_page_says_how_high_bars_are_and_how_far_apart() {
    let rows = |bar, gap| {
        let sizes = village_charts::view::Sizes { bar, gap };
        let scene = asked(Kind::Revenue, hanoi(), [Action::Sizes(sizes)]);
        let bar = scene.marks.iter().find_map(|m| match m.shape {
            Shape::Rect(r) if m.role == Role::Solid && r.width > 100.0 => Some(r.height),
            _ => None,
        });
        (bar.expect("a bar"), scene.items[1].area.height)
    };
    assert_eq!(rows(1.0, 1.0), (26.0, 46.0));
    assert_eq!(rows(1.5, 0.5), (39.0, 49.0));
    assert_eq!(rows(1.0, 2.0), (26.0, 66.0));
    assert_eq!(rows(0.0, -7.0), (13.0, 40.0), "as small as can be read");
}

#[test]
fn what_is_pointed_at_and_what_is_selected_have_frames_of_their_own_around_their_rows() {
    let (data, platform) = (dataset(hanoi()), Native::default());
    let mut view = View::new(Kind::Revenue, Locale::VI, 640.0);
    let scene = chart::scene(&data, &view, &platform).unwrap();
    assert!(scene.frames(&view).is_empty());
    let [pointed, selected] = [1, 2].map(|i| scene.items[i].clone());
    view.update(Action::Hover(Some(pointed.id)));
    view.update(Action::Select(Some(selected.id)));
    let frames: Vec<_> = scene.frames(&view).into_iter().map(|mark| (mark.role, mark.shape)).collect();
    let around = |area: Rect| {
        let (y, width) = (area.y + scene::BLEED, area.width + 2.0 * scene::BLEED);
        Shape::Frame(Rect { y, width, ..area }, 2.0)
    };
    // what is pointed at lies over what is selected
    assert_eq!(frames, [(Role::Ink, around(selected.area)), (Role::Focus, around(pointed.area))]);
    view.update(Action::Hover(Some("none of these".to_owned())));
    assert_eq!(scene.frames(&view).len(), 1);
}
