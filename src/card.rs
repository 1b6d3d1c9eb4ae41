//! A chart as a card: the picture that a link to an article is shared with.
//!
//! A card is seen 500 pixels wide on a phone, so its letters are large, and its rows dense: see `chart/card.rs`.

use crate::chart::{self, Card, Kept, PAGE};
use crate::data::{Dataset, Finding, Severity};
use crate::draw::{document, frame, Theme};
use crate::platform::Platform;
use crate::scene::{Mark, Run, Scene, Shape};
use crate::view::{Action, View};

/// The width and the height of a card, in pixels.
pub const SIZE: (u16, u16) = (1200, 630);

/// How many pixels of the card to one of the layout, in hundredths: from the largest letters to the smallest that can
/// be read on a phone, where those of 12 pixels are 8 pixels high.
const LARGEST: u16 = 240;
const SMALLEST: u16 = 160;

/// A chart as an SVG document of [`SIZE`], with title and source. The width of the view does not matter. Of a long list
/// of villages it has as many as have room, and says how many there are besides.
///
/// # Errors
/// Where the dataset has no figure for the chart, or more than a card can hold, the finding says so.
///
/// ```
/// use village_charts::{card, data, draw::Theme, platform::Native, text::Locale, view::{Kind, View}};
/// let platform = Native::default();
/// let json = br#"{ "format": "village-charts/1", "revenue": { "unit": "billion_vnd", "per": "year" },
///                  "villages": [{ "name": "A", "revenue": { "more_than": 1300 } }] }"#;
/// let data = data::read(json, &platform).dataset.unwrap();
/// let svg = card::svg(&data, &View::new(Kind::Revenue, Locale::EN, 0.0), Theme::Light, &platform).unwrap();
/// assert!(svg.contains("width=\"1200\" height=\"630\"") && svg.contains("over 1,300"));
/// ```
pub fn svg(data: &Dataset, view: &View, theme: Theme, platform: &dyn Platform) -> Result<String, Finding> {
    // what no chart can be made of, no card can
    let kept = Kept::default();
    chart::scene_again(data, view, platform, &kept)?;
    // all rows and the key in letters as large as they can be; else without the key, which is no figure; else the
    // letters that can just be read, and fewer rows
    let sizes =
        |key| (SMALLEST..=LARGEST).rev().step_by(5).map(move |scale| (scale, Card { most: usize::MAX, key }));
    let parts = (1..PAGE).rev().map(|most| (SMALLEST, Card { most, key: false }));
    let card = sizes(true)
        .chain(sizes(false))
        .chain(parts)
        .find_map(|(scale, card)| fit(data, view, platform, &kept, f64::from(scale) / 100.0, card));
    let card = card.ok_or_else(|| Finding {
        severity: Severity::Error,
        code: "too_long",
        path: "$".to_owned(),
        found: "more than a card can hold in letters that can be read".to_owned(),
        expected: "fewer figures or shorter texts; a picture without --preset takes as much room as it needs"
            .to_owned(),
        place: None,
    })?;
    Ok(document(&card, "sans-serif", false, &|role| theme.color(role).css()))
}

/// The card, where all of it has room at that scale.
fn fit(
    data: &Dataset,
    view: &View,
    platform: &dyn Platform,
    kept: &Kept,
    scale: f64,
    card: Card,
) -> Option<Scene> {
    let (width, height) = (f64::from(SIZE.0) / scale, f64::from(SIZE.1) / scale);
    let mut view = view.clone();
    view.update(Action::Width(width - 2.0 * frame::MARGIN));
    let mut scene = chart::card(data, &view, platform, kept, card)?;
    let free = height - frame(&scene, view.locale, platform).height;
    if free < 0.0 {
        return None;
    }
    // the chart in the middle of the room that there is, the source at the lower edge
    scene.height += free;
    scene.marks = scene.marks.iter().map(|mark| mark.moved(0.0, free / 2.0)).collect();
    let card = frame(&scene, view.locale, platform);
    Some(Scene {
        width: SIZE.0.into(),
        height: SIZE.1.into(),
        marks: card.marks.iter().map(|mark| scaled(mark, scale)).collect(),
        ..card
    })
}

fn scaled(mark: &Mark, by: f64) -> Mark {
    let points = mark.shape.points().into_iter().map(|(x, y)| (x * by, y * by)).collect();
    let run = |run: Run| Run {
        font: crate::platform::Font { size: run.font.size * by, ..run.font },
        width: run.width * by,
        gap: run.gap * by,
        ..run
    };
    let shape = match mark.shape.at(points) {
        Shape::Frame(rect, line) => Shape::Frame(rect, line * by),
        Shape::Line(points, width) => Shape::Line(points, width * by),
        Shape::Dot(at, radius) => Shape::Dot(at, radius * by),
        Shape::Text(runs, at, anchor) => Shape::Text(runs.into_iter().map(run).collect(), at, anchor),
        shape => shape,
    };
    Mark { shape, ..*mark }
}
