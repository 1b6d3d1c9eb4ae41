//! What `village-charts render` makes beside SVG: pixels, pages, tables, cards.

#![cfg(feature = "cli")]

use resvg::tiny_skia::{Color, Pixmap};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use village_charts::view::Kind;

const HANOI: &str = "www/data/hanoi-2024.json";

fn render(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_village-charts"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("render").args(arguments);
    command.output().expect("the command starts")
}

/// What it makes where nothing is to be said on standard error.
fn made(arguments: &[&str]) -> Vec<u8> {
    let out = render(arguments);
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && said.is_empty(), "{arguments:?}: {said}");
    out.stdout
}

fn made_text(arguments: &[&str]) -> String {
    String::from_utf8(made(arguments)).expect("UTF-8")
}

fn made_picture(arguments: &[&str]) -> Pixmap {
    let png = made(&[arguments, &["--format", "png"]].concat());
    Pixmap::decode_png(&png).expect("a PNG")
}

/// The exit code and what is said of what cannot be made; nothing is.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let out = render(arguments);
    assert!(out.stdout.is_empty(), "{arguments:?}");
    (out.status.code(), String::from_utf8_lossy(&out.stderr).into_owned())
}

/// A path in the tests' own folder, with a name for each test: they run at the same time.
fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn file(name: &str, content: &str) -> String {
    std::fs::write(path(name), content).expect("a file can be written");
    path(name).to_string_lossy().into_owned()
}

/// A file of villages of these names, each with less revenue than the one before it.
fn villages(name: &str, names: &[String]) -> String {
    let village = |(i, name): (usize, &String)| serde_json::json!({ "name": name, "revenue": 1000 - i });
    let villages: Vec<_> = names.iter().enumerate().map(village).collect();
    let revenue = serde_json::json!({ "unit": "billion_vnd", "per": "year" });
    let data = serde_json::json!({ "format": "village-charts/1", "villages": villages, "revenue": revenue });
    file(name, &data.to_string())
}

fn many(name: &str, count: usize) -> String {
    villages(name, &(1..=count).map(|i| format!("Village {i}")).collect::<Vec<_>>())
}

/// A file of so many rows of income.
fn rows(name: &str, count: u32) -> String {
    let row = |i: u32| serde_json::json!({ "name": format!("R{i}"), "value": 900 + i, "per": "month" });
    let rows: Vec<_> = (0..count).map(row).collect();
    let income = serde_json::json!({ "unit": "million_vnd", "rows": rows });
    file(name, &serde_json::json!({ "format": "village-charts/1", "income": income }).to_string())
}

/// How many pixels are just of that colour.
fn pixels(picture: &Pixmap, [red, green, blue]: [u8; 3]) -> usize {
    let color = Color::from_rgba8(red, green, blue, 255).premultiply().to_color_u8();
    picture.pixels().iter().filter(|pixel| **pixel == color).count()
}

const SURFACE: [[u8; 3]; 2] = [[0xff, 0xff, 0xff], [0x16, 0x18, 0x1b]];
const SOLID: [[u8; 3]; 2] = [[0x0b, 0x6b, 0x6b], [0x45, 0xb3, 0xa9]];

#[test]
fn the_ending_of_the_output_says_what_is_made() {
    for (ending, begins) in
        [("svg", "<svg "), ("PNG", "\u{FFFD}PNG"), ("html", "<!doctype html>"), ("csv", "\u{FEFF}Chart,")]
    {
        let to = path(&format!("ending.{ending}"));
        made(&[HANOI, "--type", "income", "--locale", "en", "-o", &to.to_string_lossy()]);
        let bytes = std::fs::read(to).expect("the file is there");
        assert!(String::from_utf8_lossy(&bytes).starts_with(begins), "{ending}");
    }
    // what is said wins over the ending
    let to = path("ending.txt").to_string_lossy().into_owned();
    made(&[HANOI, "--type", "income", "--format", "table", "-o", &to]);
    assert!(std::fs::read_to_string(to).expect("the file is there").starts_with("<table"));
}

#[test]
fn an_ending_that_says_nothing_is_refused() {
    for name in ["x.pdf", "x", "x.svg.gz"] {
        let to = path(name).to_string_lossy().into_owned();
        let (code, said) = refused(&[HANOI, "--type", "income", "-o", &to]);
        assert_eq!(code, Some(2));
        assert!(said.contains("end it in .svg, .png, .html or .csv, or say --format"), "{said}");
        assert!(!Path::new(&to).exists());
    }
}

#[test]
fn csv_and_table_have_the_figures_of_all_pages() {
    let data = many("pages.json", 45);
    let csv = made_text(&[&data, "--type", "revenue", "--format", "csv"]);
    assert!(csv.starts_with('\u{FEFF}') && csv.lines().count() == 1 + 45, "{csv}");
    let table = made_text(&[&data, "--type", "revenue", "--format", "table"]);
    assert_eq!(table.matches("<th scope=\"row\">").count(), 45);
    let page = made_text(&[&data, "--type", "revenue", "--format", "html"]);
    assert_eq!(page.matches("<th scope=\"row\">").count(), 45);
}

#[test]
fn a_picture_of_a_part_of_a_list_says_so() {
    let data = many("parts.json", 45);
    let svg = |page: &str| made_text(&[&data, "--type", "revenue", "--locale", "en", "--page", page]);
    assert!(svg("1").contains(">Page 1 of 3") && svg("3").contains(">Page 3 of 3"));
    let (code, said) = refused(&[&data, "--type", "revenue", "--page", "4"]);
    assert!(code == Some(2) && said.contains("--page 4 is beyond the last page of the chart, which is 3"));
    let whole = made_text(&[HANOI, "--type", "revenue", "--locale", "en"]);
    assert!(!whole.contains("Page 1"));
    let html = made_text(&[&data, "--type", "revenue", "--locale", "en", "--format", "html"]);
    assert!(html.contains("<div part=\"pager\">Page 1 of 3</div>"), "seen with scripts off");
}

#[test]
fn the_table_is_a_fragment_with_its_source_under_it() {
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("table-income", made_text(&[HANOI, "--type", "income", "--format", "table"]));
        let english = made_text(&[HANOI, "--type", "clusters", "--locale", "en", "--format", "table"]);
        insta::assert_snapshot!("table-clusters-en", english);
    });
}

#[test]
fn texts_of_the_data_stay_texts_in_html() {
    let evil = "</title><script>alert(1)</script>\"'&";
    let data = serde_json::json!({
        "format": "village-charts/1",
        "sources": [{ "id": "s", "name": evil }],
        "income": { "title": evil, "unit": "million_vnd", "rows": [{ "name": evil, "value": 5, "per": "month" }] },
    });
    let data = file("evil.json", &data.to_string());
    for format in ["table", "html"] {
        let html = made_text(&[&data, "--type", "income", "--format", format]);
        assert!(!html.contains("<script>") && !html.contains("</title><"), "{html}");
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;'&amp;"), "{html}");
    }
}

#[test]
fn the_page_is_whole_without_a_script() {
    for (locale, title) in [("vi", "Sáu làng nghề quanh mốc nghìn tỷ"), ("en", "Six villages around")]
    {
        let page = made_text(&[HANOI, "--type", "revenue", "--locale", locale, "--format", "html"]);
        for part in [
            format!("<!doctype html>\n<html lang=\"{locale}\">"),
            "<meta charset=\"utf-8\">".to_owned(),
            "<meta name=\"viewport\"".to_owned(),
            "<meta name=\"color-scheme\" content=\"light dark\">".to_owned(),
            format!("<title>{title}"),
            "<meta name=\"description\" content=\"6 ".to_owned(),
            "role=\"img\" aria-label=\"6 ".to_owned(),
            format!("<table lang=\"{locale}\">\n<thead>\n<tr><th scope=\"col\">"),
            "<tr><th scope=\"row\">La Phù</th>".to_owned(),
        ] {
            assert!(page.contains(&part), "{part}: {page}");
        }
        // the data is there, but nothing that runs and nothing that is fetched
        assert_eq!(
            page.matches("<script").count(),
            page.matches("<script type=\"application/json\">").count()
        );
        assert!(!page.contains(" src=") && !page.contains("<link"), "{page}");
        assert!(page.ends_with("</body>\n</html>\n"));
    }
    let dark = made_text(&[HANOI, "--type", "revenue", "--theme", "dark", "--format", "html"]);
    assert!(dark.contains("<meta name=\"color-scheme\" content=\"dark\">"), "{dark}");
}

#[test]
fn a_png_is_the_picture_in_twice_as_many_pixels_or_as_many_as_asked() {
    let svg = made_text(&[HANOI, "--type", "clusters", "--width", "400"]);
    let side = |name: &str| -> u32 {
        let rest = svg.split(&format!(" {name}=\"")).nth(1).expect(name);
        rest.split('"').next().and_then(|n| n.parse().ok()).expect("a number")
    };
    let (width, height) = (side("width"), side("height"));
    assert_eq!(width, 400, "its margins are within");
    for (scale, more) in [(2, &[][..]), (1, &["--scale", "1"]), (4, &["--scale", "4"])] {
        let picture = made_picture(&[&[HANOI, "--type", "clusters", "--width", "400"], more].concat());
        assert_eq!((picture.width(), picture.height()), (width * scale, height * scale));
    }
}

#[test]
fn a_png_has_the_colours_of_its_theme() {
    for (i, theme) in ["light", "dark"].into_iter().enumerate() {
        let picture = made_picture(&[HANOI, "--type", "clusters", "--theme", theme, "--scale", "1"]);
        let all = picture.pixels().len();
        assert!(pixels(&picture, SURFACE[i]) > all / 3, "{theme}: what the chart stands on");
        // the bars: 70 and 43 of 102, both 22 pixels high and 608 wide at most
        let bars = 22 * 608 * (70 + 43) / 102;
        let solid = pixels(&picture, SOLID[i]);
        assert!(solid > bars * 95 / 100 && solid < bars * 120 / 100, "{theme}: {solid} of {bars}");
        assert_eq!(pixels(&picture, SOLID[1 - i]), 0, "{theme}: no bar of the other one");
    }
}

/// The picture of one village of that name, which stands in bold; its craft, the same text, in regular.
fn letters(name: &str, text: &str) -> (Vec<u8>, String) {
    let data = serde_json::json!({
        "format": "village-charts/1",
        "villages": [{ "name": text, "craft": text, "revenue": 1 }],
        "revenue": { "unit": "billion_vnd", "per": "year" },
    });
    let out =
        render(&[&file(name, &data.to_string()), "--type", "revenue", "--format", "png", "--scale", "1"]);
    assert!(out.status.success());
    (out.stdout, String::from_utf8_lossy(&out.stderr).into_owned())
}

#[test]
fn the_font_of_pngs_has_every_letter_of_vietnamese() {
    let vowels = "a ă â e ê i o ô ơ u ư y";
    let marks = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let all: Vec<String> =
        marks.iter().flat_map(|m| vowels.split(' ').map(move |v| format!("{v}{m}"))).collect();
    for text in [
        // as most files have them, and in two or three parts as files of a Mac do
        "aàáãảạ ăằắẵẳặ âầấẫẩậ eèéẽẻẹ êềếễểệ iìíĩỉị oòóõỏọ",
        "ôồốỗổộ ơờớỡởợ uùúũủụ ưừứữửự yỳýỹỷỵ đ bcdghklmnpqrstvx",
        &all.concat(),
        "–—…·“”‘’≈≥≤×÷→−₫€%",
    ] {
        for text in [text.to_owned(), text.to_uppercase()] {
            assert_eq!(letters("vietnamese.json", &text).1, "", "{text}");
        }
    }
    // the marks are seen
    let pictures: Vec<Vec<u8>> =
        ["Ung Hoa", "Ứng Hòa", "Ừng Hóa", "ng Ha"].map(|text| letters("marks.json", text).0).into();
    for (i, picture) in pictures.iter().enumerate() {
        assert!(pictures.iter().skip(i + 1).all(|other| other != picture));
    }
    // composed or not, a word looks the same
    assert!(letters("marks.json", "Ế Ộ").0 == letters("marks.json", "E\u{302}\u{301} O\u{323}\u{302}").0);
}

#[test]
fn letters_that_the_font_of_pngs_lacks_are_boxes_and_are_told() {
    let (picture, said) = letters("boxes.json", "竹 Tre");
    assert!(
        said.contains("boxes stand for letters that the font of PNG pictures lacks, such as 竹"),
        "{said}"
    );
    assert!(picture == letters("boxes.json", "木 Tre").0, "one box is like the other");
    assert!(picture != letters("boxes.json", " Tre").0, "it is not left out");
    // an arrow after it is found all the same
    assert!(letters("boxes.json", "竹→").0 != letters("boxes.json", "竹竹").0);
}

#[test]
fn a_file_that_is_no_font_is_refused() {
    let (code, said) = refused(&[HANOI, "--type", "income", "--format", "png", "--font", "README.md"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("README.md is no font; expected a TrueType or OpenType file"), "{said}");
    let (code, said) = refused(&[HANOI, "--type", "income", "--format", "png", "--font", "no-such-file.ttf"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("cannot read no-such-file.ttf"), "{said}");
}

#[test]
fn a_png_that_no_one_could_show_is_refused() {
    let data = rows("large.json", 60);
    let (code, said) =
        refused(&[&data, "--type", "income", "--width", "4000", "--scale", "4", "--format", "png"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("pixels is too large") && said.contains("--scale or --width less"), "{said}");
    let (code, _) = refused(&[HANOI, "--type", "income", "--scale", "5", "--format", "png"]);
    assert_eq!(code, Some(2));
}

/// A file that has figures for a chart.
fn file_of(kind: &str) -> &'static str {
    if kind == "makeup" {
        "www/data/gallery/makeup.json"
    } else if ["ranking", "trend", "spread", "scatter", "groups"].contains(&kind) {
        "tests/data/communes.json"
    } else {
        HANOI
    }
}

#[test]
fn a_card_is_of_one_size_and_nothing_reaches_its_edges() {
    for (i, (locale, theme)) in [("vi", "light"), ("en", "dark")].into_iter().enumerate() {
        for (kind, _) in Kind::ALL {
            let asked =
                [file_of(kind), "--type", kind, "--locale", locale, "--theme", theme, "--preset", "social"];
            let card = made_picture(&asked);
            assert_eq!((card.width(), card.height()), (1200, 630), "{kind}");
            let [red, green, blue] = SURFACE[i];
            let surface = Color::from_rgba8(red, green, blue, 255).premultiply().to_color_u8();
            for (at, pixel) in card.pixels().iter().enumerate() {
                let (x, y) = (at % 1200, at / 1200);
                let inside = (20..1180).contains(&x) && (20..610).contains(&y);
                assert!(inside || *pixel == surface, "{kind} {locale}: something at {x}, {y}");
            }
            let drawn = card.pixels().iter().filter(|pixel| **pixel != surface).count();
            assert!(drawn > 20_000, "{kind} {locale}: {drawn} pixels");
        }
    }
}

/// The sizes of all letters of an SVG, in pixels.
fn sizes(svg: &str) -> Vec<f64> {
    let sizes = svg.split("font-size=\"").skip(1);
    sizes.filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
}

#[test]
fn a_card_has_every_figure_in_letters_that_can_be_read_on_a_phone() {
    for locale in ["vi", "en"] {
        for theme in ["light", "dark"] {
            for (kind, _) in Kind::ALL {
                let asked = [file_of(kind), "--type", kind, "--locale", locale, "--theme", theme];
                let card = made_text(&[&asked[..], &["--preset", "social"]].concat());
                assert!(card.contains("width=\"1200\" height=\"630\""), "{kind}");
                // 8 pixels where the card is 500 wide
                assert!(
                    sizes(&card).iter().all(|size| size * 500.0 / 1200.0 >= 8.0),
                    "{kind}: {:?}",
                    sizes(&card)
                );
                let csv = made_text(&[&asked[..7], &["--format", "csv"]].concat());
                let figures = csv.lines().count() - 1;
                // lines have their last figures in words, dots none but those that are named, and the rows of a
                // make-up are more than a card has room for
                assert!(
                    ["trend", "spread", "scatter", "groups", "makeup"].contains(&kind)
                        || card.matches("<text").count() > figures,
                    "{kind}: {figures} figures"
                );
            }
        }
    }
    let card = made_text(&[HANOI, "--type", "revenue", "--preset", "social"]);
    for text in ["ước trên 24.000", "trên 1.300", "1.200", "1.100", "trên 1.000", "gần 1.000", "Nguồn: "]
    {
        assert!(card.contains(text), "{text}: {card}");
    }
    assert!(!card.contains("làng khác"), "all of them are there");
}

#[test]
fn a_card_of_a_long_list_says_how_many_villages_it_leaves_out() {
    for (count, more) in [(10, 0), (46, 35)] {
        let card = made_text(&[
            &many("card.json", count),
            "--type",
            "revenue",
            "--preset",
            "social",
            "--locale",
            "vi",
        ]);
        assert_eq!(card.matches(">Village ").count(), count - more, "{card}");
        assert_eq!(card.contains(&format!(">… và {more} làng khác<")), more > 0, "{card}");
    }
}

#[test]
fn a_card_says_how_to_read_its_marks_where_there_is_room_for_it() {
    for (kind, key) in [
        ("revenue", Some("gần: chưa tới mức ghi")),
        ("income", Some("phần nhạt: nằm giữa hai mức")),
        // no qualified figure has a bar
        ("clusters", None),
        ("villages", None),
        ("petitions", None),
    ] {
        let card = made_text(&[HANOI, "--type", kind, "--preset", "social"]);
        assert_eq!(card.contains("Cách đọc: "), key.is_some(), "{kind}: {card}");
        assert!(card.contains(key.unwrap_or_default()), "{kind}: {card}");
    }
    // where there is none, the figures come first: without the key, or in fewer rows, the card is made all the same
    let village =
        |i: usize| serde_json::json!({ "name": format!("Village {i}"), "revenue": { "nearly": 900 - i } });
    let keys: Vec<bool> = (1..20)
        .map(|count| {
            let villages: Vec<_> = (1..=count).map(village).collect();
            let revenue = serde_json::json!({ "unit": "billion_vnd", "per": "year" });
            let data =
                serde_json::json!({ "format": "village-charts/1", "villages": villages, "revenue": revenue });
            let data = file("card-key.json", &data.to_string());
            let card = made_text(&[&data, "--type", "revenue", "--preset", "social", "--locale", "vi"]);
            card.contains("Cách đọc: ")
        })
        .collect();
    assert_eq!(keys.first(), Some(&true));
    assert_eq!(keys.last(), Some(&false));
    assert!(keys.is_sorted_by_key(|key| !key), "{keys:?}");
}

#[test]
fn a_card_that_cannot_be_read_is_refused_with_a_way_out() {
    let data = rows("card-long.json", 30);
    let (code, said) = refused(&[&data, "--type", "income", "--preset", "social"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("more than a card can hold") && said.contains("without --preset"), "{said}");
}

#[test]
fn a_card_is_a_picture_of_one_size() {
    for format in ["csv", "table", "html"] {
        let (code, said) = refused(&[HANOI, "--type", "income", "--preset", "social", "--format", format]);
        assert_eq!(code, Some(2));
        assert!(said.contains("--preset social is a picture: make it as PNG or SVG"), "{said}");
    }
    for option in ["--width=640", "--scale=2"] {
        let (code, said) = refused(&[HANOI, "--type", "income", "--preset", "social", option]);
        assert_eq!(code, Some(2));
        assert!(said.contains("cannot be used with"), "{said}");
    }
}

#[test]
fn a_picture_that_cannot_be_written_exits_with_2() {
    for ending in ["png", "html", "csv"] {
        let (code, said) = refused(&[HANOI, "--type", "income", "-o", &format!("no-such-folder/x.{ending}")]);
        assert_eq!(code, Some(2));
        assert!(said.contains(&format!("cannot write no-such-folder/x.{ending}")), "{said}");
    }
}
