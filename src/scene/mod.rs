//! The picture as plain data: marks in CSS pixels, and the items that a reader can ask about. No
//! browser and no plotters type in it, so that it is tested natively and drawn onto any backend.

/// What readers can ask of a chart.
#[cfg(feature = "tools")]
mod asked;
#[cfg(not(feature = "tools"))]
#[path = "no_asked.rs"]
mod asked;
mod bar;
mod builder;
/// A line of figures that stands out.
#[cfg(feature = "many")]
mod lines;
#[cfg(not(feature = "many"))]
#[path = "no_lines.rs"]
mod lines;
mod motion;
#[cfg(not(feature = "indicators"))]
#[path = "no_options.rs"]
mod options;
#[cfg(feature = "indicators")]
mod options;
mod role;

pub use asked::{Choices, Named, Picked, Threshold};
#[cfg(feature = "many")]
pub(crate) use bar::Sample;
pub(crate) use bar::{bar, how_to_read, mark, reach, reach_both};
pub(crate) use builder::line_height;
pub use builder::Anchor;
pub(crate) use builder::Builder;
pub use motion::between;
pub use options::Options;
pub use role::Role;

use crate::data::Period;
use crate::platform::Font;
use crate::view::{Sort, View};

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
    /// A filled circle around a point, with its radius.
    #[cfg(feature = "many")]
    Dot(Point, f64),
    /// A line of text: its runs, and the middle of the line's start, centre or end. The line stands on the baseline
    /// of its first run.
    Text(Vec<Run>, Point, Anchor),
}

/// A part of a line of text in one font and one colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The text, not empty.
    pub text: String,
    /// Its font.
    pub font: Font,
    /// What its colour is for.
    pub role: Role,
    /// How wide it is in the page's font, in CSS pixels.
    pub width: f64,
    /// The room before it, in CSS pixels.
    pub gap: f64,
}

impl Shape {
    /// The points that make it: of a rectangle two opposite corners, of a text one.
    pub fn points(&self) -> Vec<Point> {
        match self {
            Shape::Rect(r) | Shape::Frame(r, _) => vec![(r.x, r.y), (r.x + r.width, r.y + r.height)],
            Shape::Polygon(points) | Shape::Line(points, _) => points.clone(),
            Shape::Text(_, at, ..) => vec![*at],
            #[cfg(feature = "many")]
            Shape::Dot(at, _) => vec![*at],
        }
    }

    /// The same shape at other points, as many as it has.
    pub fn at(&self, points: Vec<Point>) -> Shape {
        let rect = |p: &[Point]| match p {
            [(x, y), (right, bottom), ..] => Rect { x: *x, y: *y, width: right - x, height: bottom - y },
            _ => Rect { x: 0.0, y: 0.0, width: 0.0, height: 0.0 },
        };
        match self {
            Shape::Rect(_) => Shape::Rect(rect(&points)),
            Shape::Frame(_, line) => Shape::Frame(rect(&points), *line),
            Shape::Polygon(_) => Shape::Polygon(points),
            Shape::Line(_, width) => Shape::Line(points, *width),
            #[cfg(feature = "many")]
            Shape::Dot(at, radius) => Shape::Dot(*points.first().unwrap_or(at), *radius),
            Shape::Text(runs, at, anchor) => {
                Shape::Text(runs.clone(), *points.first().unwrap_or(at), *anchor)
            }
        }
    }
}

/// One thing to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it looks like.
    pub shape: Shape,
    /// What its colour is for; of a text, what that of its first run is for.
    pub role: Role,
    /// The index of the item that it belongs to; `None` for axes and notes.
    pub item: Option<usize>,
    /// The line of figures that it belongs to, by its place among [`Controls::rows`].
    #[cfg(feature = "many")]
    pub line: Option<usize>,
}

impl Mark {
    /// One that is in no line.
    pub(crate) fn new(shape: Shape, role: Role, item: Option<usize>) -> Mark {
        Mark {
            shape,
            role,
            item,
            #[cfg(feature = "many")]
            line: None,
        }
    }

    /// The same mark elsewhere.
    #[cfg(any(feature = "native", feature = "many"))]
    pub(crate) fn moved(&self, dx: f64, dy: f64) -> Mark {
        let points = self.shape.points().into_iter().map(|(x, y)| (x + dx, y + dy)).collect();
        Mark { shape: self.shape.at(points), ..*self }
    }
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
    /// What there is to say beside the figure: rank, district, conversion, a note, the source's words.
    pub notes: Vec<String>,
    /// The figure's source and the day that it speaks of, as they stand under a chart; may be empty.
    pub provenance: String,
    /// All of it for a reader who cannot see the picture, in words that voices read as they are meant. Source and date
    /// are among them where they are not those of most figures, which the summary says.
    pub spoken: String,
    /// What else tables and fragments say of its figure.
    pub cells: Cells,
}

#[cfg(feature = "tools")]
pub use crate::table::Cells;

/// What tables and fragments say of a figure: without the tools there are none.
#[cfg(not(feature = "tools"))]
#[derive(Debug, Clone, PartialEq)]
pub struct Cells;

impl Item {
    /// What a tooltip adds to the figure.
    pub fn details(&self) -> Vec<&str> {
        let mut details = Vec::new();
        for note in &self.notes {
            details.push(&**note);
        }
        if !self.provenance.is_empty() {
            details.push(&self.provenance);
        }
        details
    }
}

/// The first items of lines of figures. Only charts of many times have such lines.
#[cfg(feature = "many")]
pub type Rows = Vec<usize>;
#[cfg(not(feature = "many"))]
pub use crate::view::Unchanged as Rows;

/// Where something answers to a pointer that is near.
#[cfg(feature = "many")]
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// What it takes of the picture.
    pub area: Rect,
    /// Its item, by its index; beyond the last one the page that has it: the number of items and that of the page.
    pub item: usize,
}

/// Those of a picture.
#[cfg(feature = "many")]
pub type Targets = Vec<Target>;

/// Which controls a chart offers, and how they stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Controls {
    /// Lists to choose from, in the order in which they stand: indicators, times, groups and the like.
    pub lists: Vec<Options>,
    /// The order of the list, where it can be changed.
    pub sort: Option<Sort>,
    /// The period shown, where it can be changed.
    pub unit: Option<Period>,
    /// Where the figures are in lines, each over several times: the first item of each line.
    pub rows: Rows,
    /// The page shown, from 0.
    pub page: usize,
    /// How many pages there are; a short list has one.
    pub pages: usize,
    /// All pages are one picture: they are of the list of its figures alone.
    pub whole: bool,
    /// The list can be searched; its crafts and districts, in the language's order, to choose from.
    pub find: Option<Choices>,
    /// The places that are drawn can be chosen.
    pub picked: Option<Picked>,
    /// A line of the reader's own can be drawn.
    pub threshold: Option<Threshold>,
    /// The subsets that can be shown cell by cell.
    pub cells: Vec<Named>,
}

#[cfg(all(feature = "native", feature = "indicators"))]
impl Controls {
    /// The list that an attribute is chosen from; `None` where there is nothing to choose.
    pub fn list(&self, attribute: &str) -> Option<&Options> {
        self.lists.iter().find(|list| list.attribute == attribute)
    }
}

/// How far the layer of the frames reaches past the picture on every side, in CSS pixels: a frame around a row does not
/// run through its text.
pub const BLEED: f64 = 6.0;

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
    /// Dots, which are smaller than a finger, and of which a page lists some.
    #[cfg(feature = "many")]
    pub targets: Targets,
    /// Where each place is, by its number in the file, though it have no mark of its own: what a box over it keeps.
    /// Empty where no one draws one.
    #[cfg(feature = "many")]
    pub spots: Vec<(usize, Rect)>,
    /// Above the picture.
    pub title: String,
    /// Under the title; may be empty.
    pub note: String,
    /// Under the picture: all sources and dates of its figures; may be empty.
    pub source: String,
    /// The same as sentences in words.
    pub source_in_words: String,
    /// What the chart says beside its figures, how to read it, and its sources and dates, for a reader who does not see
    /// it.
    pub summary: String,
    /// The same with its first figures, for one who has no list of them; only for the tools.
    pub description: String,
    /// The answers to what the reader asked, to be spoken: how many were found, how many are over the threshold.
    pub answers: Vec<String>,
    /// What the reader can change.
    pub controls: Controls,
}

impl Scene {
    /// The item at a point, by its index: the first whose area holds it.
    #[cfg(not(feature = "many"))]
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        self.items.iter().position(|item| item.area.contains(x, y))
    }

    /// The item at a point, by its index: of those whose areas hold it the one whose middle is nearest. Only dots lie
    /// so near one another: of these the smallest, and of equally small ones the nearest. Where none does, the nearest
    /// dot that a finger may have meant. Of one that another page has the number of items and that of the page.
    #[cfg(feature = "many")]
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        const FINGER: f64 = 16.0;
        let mut nearest = None;
        let mut near = (f64::INFINITY, None);
        let mut least = (0.0, 0.0);
        for Target { area, item } in &self.targets {
            let beyond = |at: f64, from: f64, size: f64| (from - at).max(at - from - size).max(0.0);
            let (dx, dy) = (beyond(x, area.x, area.width), beyond(y, area.y, area.height));
            let far = dx * dx + dy * dy;
            let (wide, high) = (area.width, area.height);
            let (mx, my) = (area.x + wide / 2.0 - x, area.y + high / 2.0 - y);
            let own = (wide * high, mx * mx + my * my);
            if (far < near.0 || far == near.0 && own < least) && far <= FINGER * FINGER {
                near = (far, Some(*item));
                least = own;
            }
        }
        if near.0 == 0.0 {
            return near.1;
        }
        for (i, Item { area, .. }) in self.items.iter().enumerate() {
            let (dx, dy) = (area.x + area.width / 2.0 - x, area.y + area.height / 2.0 - y);
            let far = dx * dx + dy * dy;
            if area.contains(x, y) && nearest.is_none_or(|(_, least)| far < least) {
                nearest = Some((i, far));
            }
        }
        nearest.map(|(i, _)| i).or(near.1)
    }

    /// The places in a part of the picture, or that reach into it, by their numbers in the file.
    #[cfg(feature = "many")]
    pub fn within(&self, part: &Rect) -> Vec<usize> {
        let mut found = Vec::new();
        for (village, own) in &self.spots {
            let beside = own.x > part.x + part.width || part.x > own.x + own.width;
            if !beside && own.y <= part.y + part.height && part.y <= own.y + own.height {
                found.push(*village);
            }
        }
        found
    }

    /// The frames of what the reader has selected and of what is pointed at, for a layer that is [`BLEED`] larger than
    /// the picture on every side.
    pub fn frames(&self, view: &View) -> Vec<Mark> {
        const LINE: f64 = 2.0;
        let mut frames = self.pointed_line(view);
        for (id, role) in [(&view.selected, Role::Ink), (&view.hover, Role::Focus)] {
            let item = id.as_ref().and_then(|id| self.index_of(id));
            if let Some(around) = item.and_then(|i| self.around(i)) {
                frames.push(Mark::new(Shape::Frame(around, LINE), role, item));
            }
        }
        frames
    }

    /// What the frame of an item goes around, on its layer: of a dot less than where that answers to a finger.
    fn around(&self, item: usize) -> Option<Rect> {
        #[cfg(feature = "many")]
        if let Some(Target { area, .. }) = self.targets.iter().find(|target| target.item == item) {
            const CLEAR: f64 = 3.0;
            let (x, y) = (area.x + BLEED - CLEAR, area.y + BLEED - CLEAR);
            return Some(Rect { x, y, width: area.width + 2.0 * CLEAR, height: area.height + 2.0 * CLEAR });
        }
        let area = self.items.get(item)?.area;
        Some(Rect { y: area.y + BLEED, width: area.width + 2.0 * BLEED, ..area })
    }

    /// The index of an item's id.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id == id)
    }
}
