//! Places by an indicator: bars from the greatest down, the figures of the country or a region to compare with.
//!
//! It is made in steps, each of what the one before it returns: `ranked` says by what, `select` whom the reader asked
//! for, `page` who of them is drawn, `measure` what all rows share, `place` each row, and draw them.

/// All figures of a file, to read and to take away.
#[cfg(feature = "tools")]
mod all;
#[cfg(feature = "indicators")]
mod also;
#[cfg(feature = "indicators")]
mod groups;
#[cfg(feature = "indicators")]
mod indicators;
#[cfg(feature = "indicators")]
mod kept;
mod list;
#[cfg(not(feature = "indicators"))]
mod no_indicators;
#[cfg(feature = "indicators")]
mod references;
mod room;
mod rows;
mod said;
#[cfg(feature = "indicators")]
mod section;
/// What a reader asks of the list.
#[cfg(feature = "tools")]
mod tools;
#[cfg(not(feature = "tools"))]
#[path = "no_tools.rs"]
mod tools;

#[cfg(feature = "tools")]
pub(super) use self::tools::found;
use super::*;
#[cfg(feature = "indicators")]
use crate::data::Indicators;
use crate::data::{Period, Unit, Village};
use crate::figure::{self, Domain, Value};
use crate::scene::Options;
use crate::view::Sort;
#[cfg(feature = "tools")]
pub(super) use all::{csv, sheet};
pub(super) use indicators::unknown;
#[cfg(feature = "indicators")]
pub use kept::Kept;
use list::{by_value, Lasting};
#[cfg(not(feature = "many"))]
use list::{page, select, List, Listed, Page};
#[cfg(not(feature = "indicators"))]
pub use no_indicators::Kept;
#[cfg(not(feature = "indicators"))]
use no_indicators::{self as also, self as groups, self as indicators, self as kept, self as references};
use rows::{draw_row, measure, place, rows};
#[cfg(not(feature = "many"))]
use rows::{place_item, units};
#[cfg(feature = "many")]
pub(super) use {
    self::groups::{
        apart, draw as draw_head, heads_of, is_one, is_shown, name_of_by, names, nouns, standing_out, Apart,
        Head,
    },
    self::tools::{slider_room, threshold},
    indicators::{given, insert, is_given, ranked, title},
    kept::{lasting, members},
    list::{page, select, List, Listed, Page},
    references::{id as reference_id, item as reference, labelled as reference_labels, Lines},
    room::Widths,
    rows::{item as said_of, place_item, units, Placed, Units},
    said::{ends, missing_of, more, opening, opening_of, said_ends, summed},
};
#[cfg(feature = "indicators")]
pub(super) use {
    indicators::{at_time, choices, shown, time_choices, times},
    list::{no_figure, ordered},
};

#[cfg(feature = "many")]
pub(super) use indicators::ids;

/// Its section of a data file.
#[cfg(feature = "indicators")]
pub type Data = Indicators;

/// What the schema says of that section.
#[cfg(feature = "indicators")]
pub const ABOUT: &str =
    "What is measured of the places; required for the ranking chart, for the trend chart, for the spread chart, \
     for the scatter chart, for the groups chart and for the makeup chart.";

#[cfg(feature = "indicators")]
pub(super) fn scene(desk: &Desk, indicators: &Indicators) -> Scene {
    draw(desk, &indicators::ranked(desk, indicators))
}

/// Which figure of a village it is.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::chart) enum Of {
    Revenue,
    #[cfg_attr(not(feature = "indicators"), allow(dead_code))]
    Indicator(indicators::Key),
}

impl Of {
    /// See [`Ranked::figure`].
    fn figure(self, village: &Village) -> Option<&Figure> {
        match self {
            Of::Revenue => village.revenue.as_ref(),
            Of::Indicator(key) => key.figure(village),
        }
    }
}

/// What villages are ranked by, and all that is said of it.
pub(in crate::chart) struct Ranked<'a> {
    pub of: Of,
    /// The chart's own title; empty where it has none.
    pub title: String,
    pub note: &'a Option<Label>,
    pub unit: Unit,
    pub per: Option<Period>,
    pub domain: Domain,
    /// The figures of several villages make one of all of them.
    #[cfg_attr(not(feature = "indicators"), allow(dead_code))]
    pub is_summable: bool,
    /// The villages are some of many.
    pub selection: bool,
    /// What all villages make together, which no axis of single villages has room for: in large numbers above them.
    pub totals: Vec<(String, &'a Figure)>,
    /// What the indicator is elsewhere: lines through all rows.
    pub references: Vec<(&'a str, &'a Figure)>,
    /// What a reader may choose.
    pub lists: Vec<Options>,
}

impl<'a> Ranked<'a> {
    /// The figure of a village; `None` where the file has none.
    pub fn figure(&self, village: &'a Village) -> Option<&'a Figure> {
        self.of.figure(village)
    }

    /// What its numbers count: "billion đồng", "%", "people".
    pub fn unit(&self, voice: &text::Voice) -> String {
        voice.unit(&self.unit)
    }

    /// The same with the period that they are for: "billion đồng a year".
    pub fn amount(&self, voice: &text::Voice) -> String {
        voice.amount(&self.unit, self.per)
    }

    /// The desk at which its figures are written and dated as they ask for.
    pub fn desk<'d>(&self, desk: &Desk<'d>) -> Desk<'d> {
        let mut own = *desk;
        own.numbers = desk.voice().numbers_of(&self.unit);
        if let Of::Indicator(key) = self.of {
            key.date(&mut own);
        }
        own
    }
}

/// Draws the list of villages by their figures.
pub(super) fn draw(desk: &Desk, ranked: &Ranked) -> Scene {
    let desk = &ranked.desk(desk);
    let lasting = kept::lasting(desk, ranked);
    let list = &select(desk, ranked, &lasting);
    let shown = list.shown();
    let page = page(desk, &shown);

    let mut drawn: Vec<&Figure> = Vec::new();
    for (_, figure) in &ranked.totals {
        drawn.push(figure);
    }
    for (_, figure) in &ranked.references {
        drawn.push(figure);
    }
    for of in page.villages {
        drawn.push(of.figure);
    }
    let units = units(desk, ranked, list.known());
    // of these only flags stand in the picture, which the key explains
    let (mut origins, mut flagged) = (Vec::new(), Vec::new());
    for (figure, origin) in units.also.cited(desk, page.villages) {
        origins.push(origin);
        flagged.push(Figure { flags: figure.flags, ..Figure::default() });
    }
    let cited = desk.cited_besides(&drawn, &origins);
    // the axis has room for what any page says of its figures
    let (all, desk) = (&desk.citing(&lasting.cited), &desk.citing(&cited));

    let mut b = desk.builder();
    begin(desk, &mut b, ranked, list, &shown);
    let mut rows = rows(desk, ranked, &page, &units.also);
    let unit = ranked.amount(&desk.voice());
    let measures = measure(all, &b, ranked, list.all(), &rows, units.also.is_empty());
    if measures.unit_above {
        let start = measures.start;
        b.paragraph(&unit, start, b.width - start, BODY, Role::Muted);
        for row in &mut rows {
            row.label = ValueLabel::new(desk, row.of.figure, "");
        }
    }
    let lines = references::labels(desk, &mut b, ranked, &measures);
    let heads = groups::heads(desk, &b, ranked, &rows, &shown);
    let placed = place(desk, &b, &rows, &heads, &measures, b.y + tools::slider_room(desk, list));

    let axis_height = match desk.card().is_none() && rows.iter().any(|row| row.of.is_measured()) {
        // what the rows' labels leave out, the axis says: for which time their amounts are
        true => grid(desk, &mut b, &measures.axis, &placed.field, placed.bottom, &unit),
        false => 0.0,
    };
    measures.zero(&mut b, &placed.field);
    for ((row, (top, height)), head) in rows.iter().zip(&placed.rows).zip(&heads) {
        if let Some(head) = head {
            groups::draw(desk, &mut b, ranked, head, *top, &shown);
        }
        let first = b.marks.len();
        draw_row(desk, &mut b, row, &measures, (*top, *height));
        let area = Rect { x: 0.0, y: *top, width: b.width, height: *height };
        place_item(desk, &mut b, ranked, row.of, &units, (first, area));
    }
    references::draw_lines(&mut b, lines, &placed);
    let threshold = tools::threshold(desk, &mut b, ranked, list, &measures.axis, &placed);
    b.y = placed.bottom + axis_height;
    if desk.card().is_some() {
        let more = said::more(desk, shown.len().saturating_sub(rows.len()));
        b.paragraph(&more, 0.0, b.width, BODY, Role::Ink);
    }
    if let Some(missing) = said::missing(desk, &shown) {
        b.y += 8.0;
        b.paragraph(&missing, 0.0, b.width, BODY, Role::Ink);
    }
    drawn.extend(&flagged);
    let marked = drawn.get(ranked.totals.len()..).unwrap_or_default();
    desk.how_to_read(&mut b, marked, ranked.domain);

    let controls = Controls {
        sort: list.is_long().then_some(desk.view.sort),
        page: page.number,
        pages: page.of,
        threshold,
        ..Controls::default()
    };
    let opening = said::opening(&desk.aloud(), ranked, list, page.of);
    end(desk, b, ranked, list, &shown, controls, [opening, String::new()])
}

/// What stands above all places: their totals, and the answers to what the reader asked of those that are `shown`.
pub(super) fn begin(desk: &Desk, b: &mut Builder, ranked: &Ranked, list: &List, shown: &[&Listed]) {
    for (i, total) in ranked.totals.iter().enumerate() {
        headline(desk, b, ranked, total, if i == 0 { shown } else { &[] });
    }
    for answer in tools::answers(desk, ranked, list, shown) {
        b.paragraph(&answer, 0.0, b.width, VALUE, Role::Ink);
        b.y += 8.0;
    }
}

/// The scene of a list of places, with the controls that every one has beside its own, and what is heard before its
/// figures and after them.
pub(super) fn end(
    desk: &Desk,
    b: Builder,
    ranked: &Ranked,
    list: &List,
    shown: &[&Listed],
    mut own: Controls,
    [opening, summary]: [String; 2],
) -> Scene {
    let mut lists = ranked.lists.clone();
    lists.extend(groups::choices(desk, list));
    lists.extend(groups::only(desk, list));
    lists.append(&mut own.lists);
    let controls = Controls { lists, find: tools::choices(desk, list), ..own };
    let texts = Texts {
        title: ranked.title.clone(),
        note: ranked.note,
        opening,
        summary,
        answers: tools::answers(&desk.aloud(), ranked, list, shown),
    };
    desk.finish(b, texts, controls)
}

/// The total of all villages, which no bar of a few villages could share an axis with, and what the
/// listed ones make together.
fn headline(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    (name, total): &(String, &Figure),
    shown: &[&Listed],
) {
    let (top, first) = (b.y, b.marks.len());
    let (room, unit) = (b.width, ranked.amount(&desk.voice()));
    let sum = |desk: &Desk| said::sum(desk, ranked, shown, [message!("sum-of-all"), message!("sum-of-some")]);
    if desk.card().is_some() {
        card::count(b, &desk.marked(desk.quantity(total, &unit), total), name, total);
    } else {
        big_number(desk, b, total, &unit, 0.0, room);
        b.paragraph(name, 0.0, b.width, BODY, Role::Muted);
        if let Some(sum) = sum(desk) {
            b.paragraph(&sum, 0.0, b.width, BODY, Role::Muted);
        }
    }
    let after = if desk.card().is_some() { 8.0 } else { 18.0 };
    let area = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    let say = |desk: &Desk| {
        let unit = ranked.amount(&desk.voice());
        let mut texts = ItemTexts::new(name.clone(), desk.quantity(total, &unit), unit);
        texts.notes.extend(sum(desk));
        texts
    };
    b.item(first, desk.item("total".to_owned(), area, &say, total));
    b.y += after;
}
