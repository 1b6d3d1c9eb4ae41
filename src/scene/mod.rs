//! The picture as plain data: marks in CSS pixels, and the items that a reader can ask about. No
//! browser and no plotters type in it, so that it is tested natively and drawn onto any backend.

mod axis;
mod bar;
mod builder;

pub(crate) use axis::Axis;
pub(crate) use bar::{bar, how_to_read, overhang};
pub use builder::Anchor;
pub(crate) use builder::Builder;

use crate::data::Period;
use crate::platform::Font;
use crate::view::Sort;

/// What a colour is for; a theme gives the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Text.
    Ink,
    /// Text of less weight.
    Muted,
    /// Ticks and grid.
    Grid,
    /// What is certain of a figure.
    Solid,
    /// What is possible beyond that.
    Soft,
    /// Around what is possible.
    Outline,
    /// A whole that others are part of.
    Whole,
    /// Around a whole.
    WholeLine,
    /// What a chart stands on; the lines of a hatching.
    Surface,
    /// The highlight of what the reader points at.
    Focus,
}

/// A rectangle in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// To the right edge, not below 0.
    pub width: f64,
    /// To the lower edge, not below 0.
    pub height: f64,
}

impl Rect {
    /// Is the point inside? The right and lower edges are not, so that neighbours do not share one.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        x >= self.x && x < self.x + self.width && y >= self.y && y < self.y + self.height
    }
}

/// A point in CSS pixels: x to the right, y down.
pub type Point = (f64, f64);

/// The shape of a mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rect(Rect),
    /// The frame just inside a rectangle, with its width.
    Frame(Rect, f64),
    /// A filled polygon.
    Polygon(Vec<Point>),
    /// A line through the points, with its width.
    Line(Vec<Point>, f64),
    /// A line of text: the text, the middle of its start, centre or end, and its font.
    Text(String, Point, Anchor, Font),
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it looks like.
    pub shape: Shape,
    /// What its colour is for.
    pub role: Role,
}

/// Something that a reader can point at, focus, select and ask about.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Stable over sorting and paging, unique within the chart.
    pub id: String,
    /// Where it answers to a pointer.
    pub area: Rect,
    /// Whose figure it is.
    pub title: String,
    /// What else it is: its craft, its places. May be empty.
    pub subtitle: String,
    /// The qualified figure with unit and period.
    pub value: String,
    /// What a tooltip adds: rank, conversion, the source's words, source and date.
    pub details: Vec<String>,
}

impl Item {
    /// All of it in one line, for a reader who cannot see the picture.
    pub fn spoken(&self) -> String {
        let mut text = self.title.clone();
        if !self.subtitle.is_empty() {
            text += ", ";
            text += &self.subtitle;
        }
        text += ": ";
        text += &self.value;
        for detail in &self.details {
            text += ". ";
            text += detail;
        }
        text
    }
}

/// Which controls a chart offers, and how they stand.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Controls {
    /// The order of the list, where it can be changed.
    pub sort: Option<Sort>,
    /// The period shown, where it can be changed.
    pub per: Option<Period>,
    /// The page shown, from 0.
    pub page: usize,
    /// How many pages there are; a short list has one.
    pub pages: usize,
}

/// A picture and all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
    /// In drawing order.
    pub marks: Vec<Mark>,
    /// In reading order.
    pub items: Vec<Item>,
    /// Above the picture.
    pub title: String,
    /// Under the title; may be empty.
    pub note: String,
    /// Under the picture: source and as-of date; may be empty.
    pub source: String,
    /// What the reader can change.
    pub controls: Controls,
}

impl Scene {
    /// The item at a point, by its index: the first whose area holds it.
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        self.items.iter().position(|item| item.area.contains(x, y))
    }

    /// The index of an item's id.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }
}
