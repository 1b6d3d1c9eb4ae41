//! The chart before the script: the element with, inside it, the same picture as SVG, its texts and its table. A
//! reader without scripts has a whole chart; when the element wakes it takes over at the same size and place.

use crate::chart;
use crate::data::{keywords, Dataset, Finding};
use crate::draw::{escape, shapes, Paint};
use crate::platform::Platform;
use crate::scene::{Controls, Role, Scene};
use crate::text::{Message, Voice};
use crate::view::{Action, Kind, Sort, View};
use std::fmt::Write;

/// The style sheet of a fragment, for pages whose policy allows none within it.
///
/// ```
/// assert!(village_charts::embed::STYLES.contains(".village-chart"));
/// ```
pub const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));

/// The widths that pictures can be laid out for, in CSS pixels: `static.css` shows the widest that there is room for,
/// and makes it as wide as the room.
pub const WIDTHS: [u16; 12] = [192, 256, 296, 328, 360, 410, 480, 560, 680, 820, 1000, 1240];

keywords! {
    /// Which figures are in the table of a fragment. Those of thousands of villages are most of its bytes.
    pub enum Rows {
        /// Those of all pages.
        "all" => All,
        /// Those that are drawn: the first page of a long list. A line under the table says which page it is.
        "page" => Page,
        /// None: there is no table until the script has come.
        "none" => None,
    } or the first
}

/// What a fragment says beside its view.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The address of the data file, as the page names it; without one the data is put into the fragment.
    pub src: String,
    /// `light` or `dark`; anything else is the page's own.
    pub theme: String,
    /// Which controls readers have once it is awake: the attribute `controls`; empty is `all`.
    pub controls: String,
    /// `off`: the chart shares nothing with others of its data; anything else is `on`.
    pub link: String,
    /// Leave the style sheet out: the page has it, see [`STYLES`].
    pub unstyled: bool,
    /// Which figures are in its table.
    pub table: Rows,
}

/// A chart as HTML to be put into a page: complete without a script, interactive with one. `json` is the text of the
/// data file. The width of the view does not matter; only the first page of a long list is drawn, all of it is in the
/// table where the options do not say otherwise.
///
/// Systems that take HTML as text put paragraphs where they see none: WordPress around whatever is in no block,
/// Markdown at the first blank line, and after a line that begins with no block. So the element stands in a `<div>` on
/// the same line, every text in a block of its own, nothing in a `<figure>`, and there is no blank line.
///
/// # Errors
/// Where the dataset has no figure for the chart, the finding says so.
///
/// ```
/// use village_charts::{data, embed, platform::Native, text::Locale, view::{Kind, View}};
/// let platform = Native::default();
/// let json = r#"{ "format": "village-charts/1", "revenue": { "unit": "billion_vnd", "per": "year" },
///                  "villages": [{ "name": "A", "revenue": { "more_than": 1300 } }] }"#;
/// let data = data::read(json.as_bytes(), &platform).dataset.unwrap();
/// let view = View::new(Kind::Revenue, Locale::EN, 0.0);
/// let html = embed::fragment(&data, json, &view, &embed::Options::default(), &platform).unwrap();
/// assert!(html.starts_with("<div><village-chart type=\"revenue\"") && html.contains("over 1,300"));
/// ```
pub fn fragment(
    data: &Dataset,
    json: &str,
    view: &View,
    options: &Options,
    platform: &dyn Platform,
) -> Result<String, Finding> {
    let voice = Voice::new(view.locale, platform, false);
    let mut view = view.clone();
    view.update(Action::Page(0));
    let mut layouts = Vec::new();
    // the widest first: see `static.css`
    for width in WIDTHS.iter().rev() {
        view.update(Action::Width(f64::from(*width)));
        layouts.push(chart::scene(data, &view, platform)?);
    }
    let Some(scene) = layouts.first() else {
        return Ok(String::new());
    };
    let theme = match &*options.theme {
        theme @ ("light" | "dark") => theme,
        _ => "",
    };
    let mut html =
        format!("<div><village-chart type=\"{}\" locale=\"{}\"", view.kind.name(), view.locale.tag());
    let sort = if view.sort == Sort::Name { view.sort.name() } else { "" };
    for (attribute, value) in [
        ("src", &*options.src),
        ("theme", theme),
        ("unit", view.unit.map_or("", |unit| unit.name())),
        ("indicator", view.indicator.as_deref().unwrap_or_default()),
        ("x", view.x.as_deref().unwrap_or_default()),
        ("y", view.y.as_deref().unwrap_or_default()),
        ("order", view.order.as_deref().unwrap_or_default()),
        ("shown", view.shown.as_deref().unwrap_or_default()),
        ("split", view.split.as_deref().unwrap_or_default()),
        ("time", &view.time.map_or(String::new(), |time| time.to_string())),
        ("group", view.group.as_deref().unwrap_or_default()),
        ("only", view.only.as_deref().unwrap_or_default()),
        ("places", view.places.as_deref().unwrap_or_default()),
        ("also", view.also.as_deref().unwrap_or_default()),
        ("sort", sort),
        ("controls", if options.controls == "all" { "" } else { &options.controls }),
        ("link", if options.link == "off" { "off" } else { "" }),
    ] {
        if !value.is_empty() {
            let _ = write!(html, " {attribute}=\"{}\"", escape(value));
        }
    }
    html += ">";
    if options.src.is_empty() {
        // No line end is within a text of JSON. As JSON has it, no text of the data ends the script.
        let json: String = json.trim_start_matches('\u{feff}').split(['\n', '\r']).map(str::trim).collect();
        let _ = write!(html, "<script type=\"application/json\">{}</script>", json.replace('<', "\\u003c"));
    }
    html += "\n";
    if !options.unstyled {
        let _ = writeln!(html, "<style>\n{STYLES}</style>");
    }
    let class = if theme.is_empty() { "village-chart".to_owned() } else { format!("village-chart {theme}") };
    let title = escape(&scene.title);
    let _ = writeln!(
        html,
        "<div class=\"{class}\" part=\"figure\" role=\"figure\" aria-label=\"{title}\" lang=\"{}\">\n\
         <div part=\"title\" role=\"heading\" aria-level=\"3\">{title}</div>",
        view.locale.tag()
    );
    html += &line("note", "", &scene.note);
    let pages = scene.controls.pages;
    let has_pager = pages > 1 && !scene.controls.whole;
    let page = if pages > 1 { voice.page(0, pages) } else { String::new() };
    let [table, under] = match options.table {
        Rows::None => Default::default(),
        rows => chart::rows_html(data, &view, platform, rows == Rows::All, &scene.source),
    };
    let table = table + &line("page", "", &under);
    html += &swap(view.kind, &scene.controls, &options.controls, &voice, &table);
    let _ = write!(html, "<div class=\"stage\" role=\"img\" aria-label=\"{}\">", escape(&scene.description));
    // not every browser takes what is within a picture for a part of it, and runs of letters are no words. With this
    // class the reading modes that leave out what is hidden so keep it
    html += "<div class=\"fallback-image\" aria-hidden=\"true\">";
    for scene in &layouts {
        html += &picture(scene);
    }
    html += "</div></div>\n";
    if has_pager {
        let number = format!("1 / {}", voice.count(pages));
        let buttons: String = ["‹", &number, "›"].iter().map(|text| button("more", text)).collect();
        // the room of the buttons, and what they will say
        let _ = writeln!(
            html,
            "<div class=\"swap\"><div part=\"pager\" class=\"ghost\" aria-hidden=\"true\">{buttons}</div>\
             <div part=\"pager\">{}</div></div>",
            escape(&page)
        );
    }
    // the picture's description says it in words
    html += &line("source", " class=\"fallback-image\" aria-hidden=\"true\"", &scene.source);
    html += "</div></village-chart></div>\n";
    Ok(html)
}

/// A line of text under a name that style sheets know; nothing where it is empty.
fn line(part: &str, attributes: &str, text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("<div part=\"{part}\"{attributes}>{}</div>\n", escape(text)),
    }
}

/// A text that takes the room of a button and is not seen: it is in the style sheet's words, not in the page's.
fn button(class: &str, text: &str) -> String {
    format!("<b class=\"button {class}\" data-text=\"{}\"></b>", escape(text))
}

/// The table, where there is one, where the controls will be; and as much room as they will take.
fn swap(kind: Kind, controls: &Controls, shown: &str, voice: &Voice, table: &str) -> String {
    let shows =
        |name: &str| matches!(shown, "" | "all") || shown.split_whitespace().any(|s| s == name || s == "all");
    let word = |message| voice.say(message, &[]);
    let label = |text: &str| format!("<b class=\"label\" data-text=\"{}\"></b>", escape(text));
    let captioned =
        |caption: &str, control: &str| format!("<b class=\"captioned\">{}{control}</b>", label(caption));
    let choice = |message, names: [Message; 2]| {
        let buttons: String = names.iter().map(|name| button("", &word(*name))).collect();
        captioned(&word(message), &format!("<b class=\"choice\">{buttons}</b>"))
    };
    let mut ghosts = String::new();
    for list in &controls.lists {
        if list.ids.len() > 1 && shows(list.attribute) {
            let control = match list.attribute {
                "time" => {
                    let [before, time, after] =
                        [("", "‹"), ("select", ""), ("", "›")].map(|(of, sign)| button(of, sign));
                    format!("<b class=\"choice stepped\">{before}{time}{after}</b>")
                }
                "indicator" | "x" | "y" => button("more select long", ""),
                _ => button("more select", ""),
            };
            ghosts += &captioned(&list.caption, &control);
        }
    }
    if controls.sort.is_some() && shows("sort") {
        let by_figure = if kind == Kind::Revenue { message!("sort-value") } else { message!("sort-figure") };
        ghosts += &choice(message!("sort"), [by_figure, message!("sort-name")]);
    }
    if controls.unit.is_some() && shows("unit") {
        ghosts += &choice(message!("unit"), [message!("unit-month"), message!("unit-year")]);
    }
    if shows("tools") {
        let tools = match (controls.sort.is_some() || controls.whole, controls.rows.is_empty()) {
            (true, _) => message!("tools"),
            (false, true) => message!("tools-few"),
            (false, false) => message!("tools-find"),
        };
        ghosts += &button("more", &word(tools));
    }
    let controls = format!("<div part=\"controls\" class=\"ghost\" aria-hidden=\"true\">{ghosts}</div>");
    let open = escape(&word(message!("table")));
    match (ghosts.is_empty(), table.is_empty()) {
        (true, true) => String::new(),
        // no room of its own: for those who do not see the picture
        (true, false) => format!("<div class=\"unseen\">{table}</div>\n"),
        (false, true) => format!("<div class=\"swap\">{controls}</div>\n"),
        (false, false) => format!(
            "<div class=\"swap\">{controls}\
             <details><summary class=\"more\">{open}</summary><div class=\"table\">{table}</div></details></div>\n"
        ),
    }
}

/// One layout; without a style sheet, as in feeds, one of them is shown.
fn picture(scene: &Scene) -> String {
    const PLAIN: f64 = 560.0;
    let paint = |role: Role, paint| {
        let (name, color) = (role.name(), plain(role));
        match paint {
            Paint::Fill => format!("class=\"vc-{name}\" fill={color}"),
            Paint::Stroke => format!("class=\"vc-{name}-line\" fill=\"none\" stroke={color}"),
        }
    };
    let shapes = shapes(&scene.marks, false, 10, &paint);
    let (width, height) = (scene.width as u32, scene.height as u32);
    let hidden = if scene.width == PLAIN { "" } else { " display=\"none\"" };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"w{width}\" viewBox=\"0 0 {width} {height}\" \
         width=\"100%\" font-family=\"inherit\"{hidden}>{shapes}</svg>"
    )
}

/// A role's colour as attributes, for where there is no style sheet: the ground may be light or dark there, and the
/// text around is what can be read on it.
fn plain(role: Role) -> String {
    match role.plain() {
        (color, 100) => format!("\"{color}\""),
        (color, cover) => format!("\"{color}\" opacity=\".{cover}\""),
    }
}
