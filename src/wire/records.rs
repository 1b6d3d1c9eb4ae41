//! What is laid out and what was found, as scripts see it.

use super::wire;
use crate::data::{self, Period, Severity};
use crate::scene::{self, Controls, Options, Rows, Scene, BLEED};
#[cfg(feature = "tools")]
use crate::scene::{Choices, Named, Picked, Threshold};
use crate::view::Sort;

wire! {
    /// One thing that the checks of a data file found.
    pub struct Finding<'a> {
        /// How bad it is; only with an error nothing is drawn.
        pub severity: Severity,
        /// A stable name of the kind of finding, such as `range_upside_down`.
        pub code: &'a str,
        /// A JSON path, such as `$.villages[3].revenue`; the name of an attribute or option, such as `indicator`, where
        /// that asks for what the data does not have.
        pub path: &'a str,
        /// What stands there.
        pub found: &'a str,
        /// What would be right.
        pub expected: &'a str,
    }
}

impl<'a> From<&'a data::Finding> for Finding<'a> {
    fn from(f: &'a data::Finding) -> Finding<'a> {
        let data::Finding { severity, code, path, found, expected, .. } = f;
        Finding { severity: *severity, code, path, found, expected }
    }
}

wire! {
    /// A chart's item: a village, a group of people, a number of things. @internal
    pub struct Item<'a> {
        /// Stable over sorting and paging, unique within the chart.
        pub id: &'a str,
        /// Whose figure it is.
        pub title: &'a str,
        /// What else it is: its craft, its places. May be empty.
        pub subtitle: &'a str,
        /// The qualified figure with unit and period.
        pub value: &'a str,
        /// What a tooltip adds to the figure.
        pub details: Vec<&'a str>,
        /// All of it in one line, for readers who listen.
        pub spoken: &'a str,
        /// Its left edge, in pixels of the picture.
        pub x: f64,
        /// Its upper edge.
        pub y: f64,
        /// To its right edge.
        pub width: f64,
        /// To its lower edge.
        pub height: f64,
    }
}

impl<'a> From<&'a scene::Item> for Item<'a> {
    fn from(item: &'a scene::Item) -> Item<'a> {
        let scene::Item { id, title, subtitle, value, spoken, area, .. } = item;
        let scene::Rect { x, y, width, height } = *area;
        Item { id, title, subtitle, value, details: item.details(), spoken, x, y, width, height }
    }
}

wire! {
    /// A laid-out chart. @internal
    pub struct Picture<'a> {
        /// In pixels of the picture.
        pub height: f64,
        /// How much larger the overlay is on every side.
        pub bleed: f64,
        /// Above the picture.
        pub title: &'a str,
        /// Under the title; may be empty.
        pub note: &'a str,
        /// Under the picture: sources and dates; may be empty.
        pub source: &'a str,
        /// What the chart says, in a sentence or two.
        pub summary: &'a str,
        /// In reading order.
        pub items: Vec<Item<'a>>,
        /// Where the figures are in lines, each over several times: the first item of each line.
        pub rows: &'a Rows,
        /// Lists to choose from, in the order in which they stand.
        pub lists: &'a Vec<Options>,
        /// The order of the list, where it can be changed.
        pub sort: Option<Sort>,
        /// The period shown, where it can be changed.
        pub unit: Option<Period>,
        /// The page shown, from 0.
        pub page: usize,
        /// How many pages there are; a short list has one.
        pub pages: usize,
        /// All pages are one picture: they are of the list of its figures alone.
        pub whole: bool,
        /// The marks have come from other places: paint them on their way.
        pub glides: bool,
    }
}

impl<'a> Picture<'a> {
    /// Of a scene.
    pub fn of(scene: &'a Scene, glides: bool) -> Picture<'a> {
        let Scene { height, title, note, source, summary, .. } = scene;
        let Controls { rows, lists, .. } = &scene.controls;
        let Controls { sort, unit, page, pages, whole, .. } = scene.controls;
        let items = scene.items.iter().map(Item::from).collect();
        let (height, bleed) = (*height, BLEED);
        Picture {
            height,
            bleed,
            title,
            note,
            source,
            summary,
            items,
            rows,
            lists,
            sort,
            unit,
            page,
            pages,
            whole,
            glides,
        }
    }
}

wire! {
    /// What came of laying a chart out: a picture, or why there is none. @internal
    pub struct Layout<'a> {
        /// Without data there is none.
        pub picture: Option<Picture<'a>>,
        /// There is no data for this type of chart.
        pub finding: Option<Finding<'a>>,
    }
}

wire! {
    /// A chart as HTML, or why there is none. @internal
    pub struct Fragment<'a> {
        /// Complete without a script.
        pub html: &'a str,
        /// There is no data for this type of chart.
        pub finding: Option<Finding<'a>>,
    }
}

#[cfg(feature = "tools")]
wire! {
    /// Answers to what the reader asked of a chart, and what can be asked. @internal
    pub struct Asked {
        /// How many were found, how many are over the threshold.
        pub answers: Vec<String>,
        /// Where the list can be searched.
        pub find: Option<Choices>,
        /// Where the places that are drawn can be chosen.
        pub picked: Option<Picked>,
        /// Where a line can be drawn.
        pub threshold: Option<Threshold>,
        /// The subsets that can be shown cell by cell.
        pub cells: Vec<Named>,
    }
}
