//! The fragment that is put into pages.

#![cfg(feature = "tools")]

use serde_json::json;
use village_charts::data::{self, Dataset};
use village_charts::embed::{fragment, Options, Rows, STYLES, WIDTHS};
use village_charts::platform::Native;
use village_charts::text::Locale;
use village_charts::view::{Action, Kind, Sort, View};

const HANOI: &str = include_str!("../www/data/hanoi-2024.json");

fn dataset(json: &str) -> Dataset {
    data::read(json.as_bytes(), &Native::default()).dataset.expect("good data")
}

fn html(json: &str, kind: Kind, options: &Options) -> String {
    let view = View::new(kind, Locale::VI, 0.0);
    fragment(&dataset(json), json, &view, options, &Native::default()).expect("a fragment")
}

#[test]
fn it_is_whole_without_a_script() {
    let src = "/data/hanoi.json?a=1&b=2".to_owned();
    let html = html(HANOI, Kind::Revenue, &Options { src, ..Options::default() });
    assert!(html.starts_with(
        "<div><village-chart type=\"revenue\" locale=\"vi\" src=\"/data/hanoi.json?a=1&amp;b=2\">\n<style>"
    ));
    assert_eq!(html.matches("<svg ").count(), WIDTHS.len());
    assert_eq!(html.matches("display=\"none\"").count(), WIDTHS.len() - 1, "one is seen without styles");
    for text in
        ["Sáu làng nghề quanh mốc nghìn tỷ", "trên 1.300", "<th scope=\"row\">Hữu Bằng</th>", "Nguồn: "]
    {
        assert!(html.contains(text), "{text}");
    }
    assert!(!html.contains("style=") && !html.contains("<script"));
}

/// Firefox reads what is within a picture: ticks, and runs of letters that are no words.
#[test]
fn its_pictures_are_not_read_beside_their_summary() {
    let html = html(HANOI, Kind::Revenue, &Options::default());
    let (_, rest) = html.split_once(" role=\"img\" aria-label=\"6 làng. ").expect("a picture in words");
    let (_, hidden) = rest.split_once(" aria-hidden=\"true\">").expect("what is not read");
    let (pictures, after) = hidden.split_once("</div></div>").expect("its end");
    assert_eq!(pictures.matches("<svg ").count(), WIDTHS.len());
    assert!(!pictures.contains("</div") && !after.contains("<svg"));
}

#[test]
fn a_figure_is_named_by_its_title_alone() {
    let html = html(HANOI, Kind::Revenue, &Options::default());
    assert!(html.contains(" role=\"figure\" aria-label=\"Sáu làng nghề quanh mốc nghìn tỷ\" lang=\"vi\">\n"));
}

#[test]
fn without_an_address_it_holds_its_data_which_cannot_end_the_script() {
    let json = HANOI.replace("bánh kẹo", "</script><b>&amp;");
    let html = html(&json, Kind::Revenue, &Options::default());
    let (_, rest) = html.split_once("<script type=\"application/json\">").expect("a script");
    let (text, after) = rest.split_once("</script>").expect("its end");
    assert_eq!(dataset(text), dataset(&json));
    assert!(after.contains("&lt;/script&gt;&lt;b&gt;&amp;amp;") && !after.contains("<b>&amp;"));
}

#[test]
fn it_says_what_was_asked_of_it() {
    let mut view = View::new(Kind::Revenue, Locale::EN, 0.0);
    view.update(Action::Sort(Sort::Name));
    let options = Options {
        theme: "dark".to_owned(),
        controls: "sort \"tools\"".to_owned(),
        unstyled: true,
        ..Options::default()
    };
    let html = fragment(&dataset(HANOI), HANOI, &view, &options, &Native::default()).expect("a fragment");
    assert!(html.contains(" theme=\"dark\" sort=\"name\" controls=\"sort &quot;tools&quot;\">"));
    assert!(html.contains("class=\"village-chart dark\"") && !html.contains("<style>"));
}

/// Of thousands of villages the table is most of a fragment's bytes. A part of it says which part it is.
#[test]
fn its_table_has_the_figures_of_all_pages_of_the_first_one_or_none() {
    let villages: Vec<_> = (1..=45)
        .map(|n| json!({ "name": format!("Làng {n}"), "revenue": { "range": [n, n + 1] } }))
        .collect();
    let data = json!({
        "format": "village-charts/1", "revenue": { "unit": "billion_vnd", "per": "year" }, "villages": villages,
    })
    .to_string();
    let of = |table| html(&data, Kind::Revenue, &Options { table, ..Options::default() });
    let rows = |html: &str| html.matches("<th scope=\"row\">").count();
    let [all, page, none] = [Rows::All, Rows::Page, Rows::None].map(of);
    assert_eq!([&all, &page, &none].map(|html| rows(html)), [45, 20, 0]);
    assert_eq!([&all, &page, &none].map(|html| html.matches(">Trang 1 trong 3<").count()), [1, 2, 1]);
    // a dash is heard as a word
    assert!(page.contains("aria-label=\"từ 45 đến 46"), "{page}");
    assert!(!none.contains("<table") && !none.contains("<details>"));
}

/// What feeds and reader modes show of it, which have no style sheet and a ground of their own.
#[test]
fn without_a_style_sheet_letters_have_the_colour_of_the_text_around_and_nothing_is_said_twice() {
    for theme in ["", "dark"] {
        let options = Options { theme: theme.to_owned(), unstyled: true, ..Options::default() };
        let html = html(HANOI, Kind::Revenue, &options);
        let fill = |text: &str| {
            text.split_once("fill=\"").and_then(|(_, rest)| rest.split('"').next()).map(str::to_owned)
        };
        let fills: Vec<_> = html.split("<text ").skip(1).map(fill).collect();
        let plain = |color: &Option<String>| color.as_deref() == Some("currentColor");
        assert!(
            fills.iter().any(plain) && fills.iter().all(|c| plain(c) || c.as_deref() == Some("#fff")),
            "{theme}"
        );
        let shown = html.split_once("</script>").expect("the data").1;
        assert_eq!(shown.matches(">Sáu làng nghề quanh mốc nghìn tỷ<").count(), 1);
        assert_eq!(shown.matches(">Nguồn: ").count(), 1, "beside the picture in words");
    }
}

/// Markdown ends HTML at a blank line.
#[test]
fn it_has_no_blank_line_whatever_the_data_has() {
    let bare = r#"{ "format": "village-charts/1",

      "revenue": { "unit": "billion_vnd", "per": "year" },

      "villages": [{ "name": "Ô  \n\n b", "revenue": 3 }] }"#;
    for json in [bare.to_owned(), bare.replace('\n', "\r\n"), HANOI.replace('\n', "\n\n")] {
        let html = html(&json, Kind::Revenue, &Options::default());
        assert!(html.trim_end().lines().all(|line| !line.trim().is_empty()), "{html}");
        let (_, rest) = html.split_once("<script type=\"application/json\">").expect("a script");
        let (text, _) = rest.split_once("</script>").expect("its end");
        assert!(!text.contains(['\n', '\r']), "on one line");
        assert_eq!(dataset(text), dataset(&json));
    }
}

#[test]
fn a_long_list_has_all_rows_in_its_table_and_one_page_in_its_picture() {
    let villages: Vec<String> =
        (1..=45).map(|i| format!("{{ \"name\": \"Làng {i}\", \"revenue\": {i} }}")).collect();
    let json = format!(
        r#"{{ "format": "village-charts/1", "revenue": {{ "unit": "billion_vnd", "per": "year" }},
            "villages": [{}] }}"#,
        villages.join(",")
    );
    let html = html(&json, Kind::Revenue, &Options::default());
    assert_eq!(html.matches("<th scope=\"row\">").count(), 45);
    assert!(html.contains("data-text=\"1 / 3\""));
    let (_, widest) = html.split_once("class=\"w1240\"").expect("the widest");
    let (widest, _) = widest.split_once("</svg>").expect("its end");
    assert_eq!(widest.matches(">Làng ").count(), 20);
}

#[test]
fn the_style_sheet_shows_each_width_that_is_drawn() {
    let styles: String = STYLES.split_whitespace().collect();
    for width in WIDTHS {
        // in letters of the chart, which follow the text around it
        let em = f64::from(width) / 16.0;
        let rule = format!("@container(min-width:{em}em){{.village-chart.w{width}");
        assert!(styles.contains(&rule), "{rule}");
    }
    assert_eq!(styles.matches("@container(min-width").count(), WIDTHS.len());
}
