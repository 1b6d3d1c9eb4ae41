//! What people earn: bars and ranges on one axis, by month or by year.

mod indicator;
mod section;

use super::*;
use crate::data::{Period, Unit};
use crate::figure::Domain;
use crate::scene::{bar, reach};
use crate::text::Message;
#[cfg(feature = "indicators")]
pub(super) use indicator::{scene as scene_of_indicator, unknown};
pub use section::{Income, IncomeRow};

/// Its section of a data file.
pub type Data = Income;

/// What the schema says of that section.
pub const ABOUT: &str = "What people earn; required for the income chart.";

struct Row<'a> {
    pub row: &'a IncomeRow,
    /// The period that is shown.
    pub per: Period,
    /// The value in the period that is shown.
    pub figure: Figure,
    /// That value in words.
    pub label: String,
    /// What the source stated, and how the value came of it; empty where it is the stated one.
    pub conversion: String,
}

impl Row<'_> {
    pub fn is_measured(&self) -> bool {
        self.figure.value.stated().is_some()
    }

    /// The places that it speaks of; may be empty.
    pub fn places(&self, desk: &Desk) -> String {
        let mut names = Vec::new();
        for place in &self.row.places {
            names.push(place.get(desk.locale));
        }
        let mut places = desk.voice().list(&names);
        if self.row.open_list && !places.is_empty() {
            places = desk.voice().speak(spoken!("and-others"), &[(arg!("places"), &places)]);
        }
        places
    }
}

const BAR: f64 = 24.0;

pub(super) fn scene(desk: &Desk, income: &Income) -> Scene {
    let mut own = *desk;
    let numbers = desk.voice().numbers_of(&Unit::Money(income.unit));
    own.numbers = text::Numbers { least: desk.numbers.least, ..numbers };
    let all = ordered(income);
    let ((first, end), page, pages) = own.paged(&vec![1; all.len()]);
    let on_page = all.get(first..end).unwrap_or_default();
    let mut figures = Vec::new();
    for row in on_page {
        figures.push(&row.value);
    }
    let cited = own.cited(&figures);
    let desk = &own.citing(&cited);
    let mut b = desk.builder();
    let per = desk
        .view
        .unit
        .filter(|per| is_converted(*per))
        .or(income.rows.first().map(|r| r.per))
        .unwrap_or(Period::Month);
    let unit = desk.voice().amount(&Unit::Money(income.unit), Some(per));

    let height = desk.bar(&b, BAR);
    // one axis for all pages
    let mut ends = Vec::new();
    for row in &all {
        let value = &row.value.value;
        ends.push(reach(&value.times(conversion(row.per, per).map_or(1.0, |(factor, _)| factor)), height));
    }
    let axis = Axis::fit(0.0, b.width, &ends);
    let mut rows = Vec::new();
    for row in on_page {
        rows.push(convert(desk, income, row, per));
    }
    // the grid goes behind the bars, but only the rows know how high they are
    let behind = b.marks.len();
    let mut field = Field { bands: Vec::new(), labels: Vec::new() };
    for row in rows.iter().filter(|r| r.is_measured()) {
        let bar_top = draw(desk, &mut b, income, row, &axis);
        field.bands.push((bar_top - 4.0, bar_top + desk.bar(&b, BAR) + 4.0));
    }
    if !field.bands.is_empty() && desk.card().is_none() {
        let in_front = b.marks.split_off(behind);
        let bottom = b.y - 8.0;
        let under = grid(desk, &mut b, &axis, &field, bottom, &unit);
        b.marks.extend(in_front);
        b.y = bottom + under + 4.0;
    }
    for row in rows.iter().filter(|r| !r.is_measured()) {
        draw(desk, &mut b, income, row, &axis);
    }

    let mut drawn = Vec::new();
    for row in &rows {
        drawn.push(&row.figure);
    }
    desk.how_to_read(&mut b, &drawn, Domain::FromZero);
    let controls = Controls { unit: Some(per), page, pages, ..Controls::default() };
    let texts = Texts {
        title: desk.label(&income.title).to_owned(),
        note: &income.note,
        opening: String::new(),
        summary: String::new(),
        answers: Vec::new(),
    };
    desk.finish(b, texts, controls)
}

/// The rows, in drawing order: those that are measured first.
fn ordered(income: &Income) -> Vec<&IncomeRow> {
    let mut all = Vec::new();
    for measured in [true, false] {
        for row in income.rows.iter().filter(|row| row.value.value.stated().is_some() == measured) {
            all.push(row);
        }
    }
    all
}

/// Twelve months are a year; what a day's income makes in a month no one has said.
fn is_converted(per: Period) -> bool {
    matches!(per, Period::Month | Period::Year)
}

/// What turns an amount for one period into that for another, and the message that says so; empty where it stays.
fn conversion(from: Period, to: Period) -> Option<(f64, Message)> {
    match (from, to) {
        (Period::Month, Period::Year) => Some((12.0, message!("stated-times-12"))),
        (Period::Year, Period::Month) => Some((1.0 / 12.0, message!("stated-divided-by-12"))),
        _ => None,
    }
}

fn convert<'a>(desk: &Desk, income: &Income, row: &'a IncomeRow, per: Period) -> Row<'a> {
    let unit = desk.voice().amount(&Unit::Money(income.unit), Some(per));
    let conversion = conversion(row.per, per).filter(|_| row.value.value.stated().is_some());
    let Some((factor, how)) = conversion else {
        let label = desk.quantity(&row.value, &unit);
        return Row { row, per, figure: row.value.clone(), label, conversion: String::new() };
    };
    let figure = Figure { value: row.value.value.times(factor), ..row.value.clone() };
    let label = desk.voice().quantity(&figure, &unit, true);
    let stated = desk.quantity(&row.value, &desk.voice().amount(&Unit::Money(income.unit), Some(row.per)));
    let conversion = desk.say(how, &[(arg!("figure"), &stated)]);
    Row { row, per, figure, label, conversion }
}

/// Returns the upper edge of the bar.
fn draw(desk: &Desk, b: &mut Builder, income: &Income, row: &Row, axis: &Axis) -> f64 {
    let (top, first) = (b.y, b.marks.len());
    let bar_top = match desk.card() {
        Some(_) => draw_dense(desk, b, row, axis),
        None => draw_open(desk, b, row, axis),
    };
    let area = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    let say = |desk: &Desk| {
        let said = convert(desk, income, row.row, row.per);
        let unit = desk.voice().amount(&Unit::Money(income.unit), Some(row.per));
        let (subtitle, listed) = (said.places(desk), true);
        let mut texts = ItemTexts::new(row.row.name.get(desk.locale).to_owned(), said.label, unit);
        if !said.conversion.is_empty() {
            texts.notes.push(said.conversion);
        }
        ItemTexts { subtitle, listed, ..texts }
    };
    b.item(first, desk.item(desk.id(&row.row.id, &row.row.name), area, &say, &row.figure));
    bar_top
}

/// Each of its texts in lines of its own, the bar among them.
fn draw_open(desk: &Desk, b: &mut Builder, row: &Row, axis: &Axis) -> f64 {
    let places = row.places(desk);
    let (room, clear) = (b.width, b.gap(8.0));
    b.y += 4.0;
    b.paragraph(row.row.name.get(desk.locale), 0.0, room, BODY, Role::Ink);
    if !places.is_empty() {
        b.paragraph(&places, 0.0, room, SMALL, Role::Muted);
    }
    let (font, role) = if row.is_measured() { (VALUE, Role::Ink) } else { (BODY, Role::Muted) };
    b.paragraph(&desk.marked(row.label.clone(), &row.figure), 0.0, room, font, role);
    let bar_top = b.y + 5.0;
    if row.is_measured() {
        let height = desk.bar(b, BAR);
        bar(b, &row.figure, axis, bar_top, height);
        b.y = bar_top + height;
    }
    if !row.conversion.is_empty() {
        b.y += 4.0;
        b.paragraph(&row.conversion, 0.0, room, SMALL, Role::Muted);
    }
    b.y += clear + 6.0;
    bar_top
}

/// Its texts in as few lines as they need, above the bar.
fn draw_dense(desk: &Desk, b: &mut Builder, row: &Row, axis: &Axis) -> f64 {
    let label = desk.marked(row.label.clone(), &row.figure);
    card::named(b, row.row.name.get(desk.locale), BODY, &label, &row.figure);
    let mut small = vec![row.places(desk), row.conversion.clone()];
    let line = text::line(&small);
    if b.text_width(&line, SMALL) <= b.width {
        small = vec![line];
    }
    for line in small {
        b.paragraph(&line, 0.0, b.width, SMALL, Role::Muted);
    }
    let bar_top = b.y + 1.0;
    if row.is_measured() {
        let height = desk.bar(b, BAR);
        bar(b, &row.figure, axis, bar_top, height);
        b.y = bar_top + height + 2.0;
    }
    b.y += 8.0;
    bar_top
}
