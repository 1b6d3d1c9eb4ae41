//! The rows of a page: a name, a bar, a figure. What all of them share is measured, then each has its place, then it is
//! drawn.

use super::also::{About, Also};
use super::groups::Head;
use super::*;
use crate::chart::card::Card;
use crate::figure::Domain;
use crate::scale::Reach;
use crate::scene::{line_height, mark, reach_both};

pub(super) struct Row<'l> {
    pub of: &'l Listed<'l>,
    pub label: ValueLabel,
    /// What stands beside its name, or under it; may be empty.
    pub about: About<'l>,
}

/// Where a row's name, what else its village is, and its value stand.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// Name and value above the bar, in as few lines as they need.
    Above,
    /// The name in a column at the left, the value at the end of the bar.
    Beside,
    /// The same with nothing else, and the name in as many lines as it needs: for a card.
    Dense(Card),
}

/// What all rows of a page share, and the axis that all pages do.
pub(super) struct Measures {
    form: Form,
    /// Of all villages, whichever are shown: a bar has its length on every page, and whatever a reader looks for.
    pub axis: Axis,
    /// Where bars may begin: at zero, where none is to the left of it.
    pub start: f64,
    domain: Domain,
    /// Height of a row; the least of one of a card.
    row: f64,
    /// Height of a bar, and where in the row it begins.
    bar: f64,
    bar_top: f64,
    /// Width of the names beside the bars; 0 where they stand above them.
    column: f64,
    /// In so many lines at most there is what else a place is: under the names beside bars, where one may be cut, or
    /// under names above bars.
    lines: usize,
    /// Above a bar: has what belongs there room in the name's line?
    about_beside: bool,
    value_beside: bool,
    /// The unit stands under its number.
    unit_below: bool,
    /// The unit stands above all rows, not at the first of their numbers.
    pub unit_above: bool,
}

/// Where the rows are.
pub(in crate::chart) struct Placed {
    /// The upper edge and the height of each.
    pub rows: Vec<(f64, f64)>,
    /// Where vertical lines run.
    pub field: Field,
    pub bottom: f64,
}

/// The heights of the lines above a bar: name, what else the village is, value.
const NAME_LINE: f64 = 27.0;
const ABOUT_LINE: f64 = 17.0;
const VALUE_LINE: f64 = 21.0;

/// Between the end of a bar and its label.
const LABEL_GAP: f64 = 8.0;

/// Between the rows of a card.
const DENSE_GAP: f64 = 5.0;

/// The villages of a page with their labels. On a card the unit with its period stands at the first number, and the
/// others are read like it; in a chart all have the unit, and the axis says the period.
pub(super) fn rows<'l>(desk: &Desk, ranked: &Ranked, page: &Page<'l>, also: &Also) -> Vec<Row<'l>> {
    let voice = desk.voice();
    let first = page.villages.iter().position(|of| of.is_measured());
    let [of_each, of_first] = match desk.card() {
        None => {
            let unit = ranked.unit(&voice);
            [unit.clone(), unit]
        }
        // a sign belongs to its number
        Some(_) if ranked.unit.is_sign() => [ranked.unit(&voice), ranked.amount(&voice)],
        Some(_) => [String::new(), ranked.amount(&voice)],
    };
    let mut rows = Vec::new();
    for (i, of) in page.villages.iter().enumerate() {
        let unit = if Some(i) == first { &of_first } else { &of_each };
        rows.push(Row { of, label: ValueLabel::new(desk, of.figure, unit), about: also.about(desk, of) });
    }
    rows
}

/// What rows share. `desk` cites what all villages do. Where rows say no more of a place than its craft they are
/// `plain`.
pub(super) fn measure(
    desk: &Desk,
    b: &Builder,
    ranked: &Ranked,
    all: &[Listed],
    rows: &[Row],
    plain: bool,
) -> Measures {
    match (desk.card(), b.is_narrow()) {
        (Some(card), _) => dense(desk, b, ranked, all, rows, card),
        (None, true) => above(desk, b, ranked, all, rows),
        (None, false) => beside(desk, b, ranked, all, if plain { &[] } else { rows }),
    }
}

/// Names and values above the bars: what does not fit beside a name gets a line of its own, in
/// all rows alike.
// a module without indicators has no text of its own there
#[cfg_attr(not(feature = "indicators"), allow(clippy::borrow_deref_ref))]
fn above(desk: &Desk, b: &Builder, ranked: &Ranked, all: &[Listed], rows: &[Row]) -> Measures {
    let bar = b.bar(16.0);
    let name = |r: &Row| b.text_width(r.of.village.name.get(desk.locale), NAME);
    let about = |r: &Row| match &*r.about.line() {
        "" => 0.0,
        about => 8.0 + b.text_width(about, SMALL),
    };
    let value = |r: &Row| LABEL_GAP + r.label.width(b);
    let value_beside = rows.iter().all(|r| name(r).min(b.width * 0.7) + value(r) <= b.width);
    let beside = |r: &Row| if value_beside { value(r) } else { 0.0 };
    let about_beside = rows.iter().all(|r| name(r) + about(r) + beside(r) <= b.width);
    let mut bar_top = NAME_LINE;
    let mut lines = 0;
    // with a reader's large letters it and a unit take further lines rather than being cut
    if !about_beside {
        for row in rows {
            lines = row.about.lines(b, b.width).len().max(lines);
        }
        bar_top += ABOUT_LINE * lines as f64;
    }
    let unit_below = rows.iter().any(|r| r.label.width(b) > b.width);
    bar_top += if value_beside { 0.0 } else { VALUE_LINE };
    bar_top += if unit_below { VALUE_LINE } else { 0.0 };
    let mut ends = references::compared(ranked);
    for of in all {
        ends.push(reach(of.figure, ranked.domain, bar));
    }
    Measures {
        form: Form::Above,
        axis: Axis::fit_both(0.0, b.width, ranked.domain, &ends),
        start: 0.0,
        domain: ranked.domain,
        row: bar_top + bar + b.gap(11.0),
        bar,
        bar_top,
        column: 0.0,
        lines,
        about_beside,
        value_beside,
        unit_below,
        unit_above: false,
    }
}

/// Names in a column at the left, values at the ends of the bars. In `rows` all of what else a place is has room.
fn beside(desk: &Desk, b: &Builder, ranked: &Ranked, all: &[Listed], rows: &[Row]) -> Measures {
    /// As wide as the column is on every page then.
    const ABOUT: f64 = 250.0;
    let domain = ranked.domain;
    let bar = b.bar(26.0);
    let mut column: f64 = if rows.is_empty() { 0.0 } else { ABOUT };
    for Listed { village, about, .. } in all {
        let name = b.text_width(village.name.get(desk.locale), NAME);
        column = column.max(name).max(b.text_width(about, SMALL));
    }
    let column = column.min(b.width * 0.34).ceil();
    let mut lines = 1;
    for row in rows {
        lines = row.about.lines(b, column).len().max(lines);
    }
    // two lines of names need theirs
    let row = (bar + b.gap(20.0)).max(40.0 + (ABOUT_LINE + 3.0) * (lines - 1) as f64);
    let start = column + 16.0;
    let mut ends = references::compared(ranked);
    room::ends(desk, b, ranked, all, bar, &mut ends);
    Measures {
        form: Form::Beside,
        axis: Axis::fit_both(start, b.width, domain, &ends),
        start,
        domain,
        row,
        bar,
        bar_top: (row - bar) / 2.0,
        column,
        about_beside: false,
        value_beside: true,
        lines,
        unit_below: false,
        unit_above: false,
    }
}

/// Names in a column at the left, values at the ends of the bars, and as many rows as there is room for.
fn dense(desk: &Desk, b: &Builder, ranked: &Ranked, all: &[Listed], rows: &[Row], card: Card) -> Measures {
    const GAP: f64 = 12.0;
    let bar = b.bar(16.0);
    let mut column: f64 = 0.0;
    for row in rows {
        column = column.max(b.text_width(&row.of.name(desk), NAME));
    }
    let column = column.min(b.width * 0.36).ceil();
    let domain = ranked.domain;
    let ends = |row: &Row, label: &ValueLabel| with_label(row.of.figure, domain, bar, label.width(b));
    let room = |row: &Row, label: &ValueLabel| {
        let (left, right) = ends(row, label);
        left.1.max(right.1)
    };
    // as much as a label is given beside the shortest bar; where that is too little, the unit stands above
    let first = rows.iter().find(|row| row.of.is_measured());
    let unit_above = first.is_some_and(|row| room(row, &row.label) > (b.width - column - GAP) * 0.9);
    let start = column + GAP;
    let mut all_ends = Vec::new();
    for row in rows {
        all_ends.push(match unit_above {
            true => ends(row, &ValueLabel::new(desk, row.of.figure, "")),
            false => ends(row, &row.label),
        });
    }
    // as on the chart's pages, a bar does not get longer because the greatest is not among those that are shown
    for of in all {
        let (left, right) = reach(of.figure, domain, bar);
        all_ends.push(((left.0, 0.0), (right.0, 0.0)));
    }
    Measures {
        form: Form::Dense(card),
        axis: Axis::fit_both(start, b.width, domain, &all_ends),
        start,
        domain,
        row: line_height(NAME) + DENSE_GAP,
        bar,
        bar_top: 0.0,
        column,
        lines: 1,
        about_beside: false,
        value_beside: true,
        unit_below: false,
        unit_above,
    }
}

/// How far a figure's bar goes on both sides of zero.
fn reach(figure: &Figure, domain: Domain, bar: f64) -> (Reach, Reach) {
    reach_both(&figure.value, domain, bar)
}

/// The same with its label, which is so wide, at one of its ends.
pub(super) fn with_label(figure: &Figure, domain: Domain, bar: f64, label: f64) -> (Reach, Reach) {
    let (mut left, mut right) = reach(figure, domain, bar);
    let side = if is_left(left, right) { &mut left } else { &mut right };
    side.1 += LABEL_GAP + label + 2.0;
    (left, right)
}

/// Does a bar lie to the left of zero alone? Then its label does.
fn is_left(left: Reach, right: Reach) -> bool {
    left.0 > 0.0 && right.0 <= 0.0
}

/// Each row under the one before it, the first at `top`.
pub(super) fn place(
    desk: &Desk,
    b: &Builder,
    rows: &[Row],
    heads: &[Option<Head>],
    measures: &Measures,
    top: f64,
) -> Placed {
    let mut placed =
        Placed { rows: Vec::new(), field: Field { bands: Vec::new(), labels: Vec::new() }, bottom: top };
    for (row, head) in rows.iter().zip(heads) {
        if let Some(head) = head {
            // no line runs through its words
            placed.field.labels.push(Rect {
                x: 0.0,
                y: placed.bottom,
                width: b.width,
                height: head.height(),
            });
            placed.bottom += head.height();
        }
        let y = placed.bottom;
        let height = match measures.form {
            Form::Dense(_) => {
                let lines = b.wrap(&row.of.name(desk), NAME, measures.column).len().max(1);
                line_height(NAME) * lines as f64 + DENSE_GAP
            }
            _ => measures.row,
        };
        match measures.form {
            // on a phone the lines would run through the names: there they stand behind the bars alone
            Form::Above => {
                let bar = y + measures.bar_top;
                placed.field.bands.push((bar - 3.0, bar + measures.bar + 3.0));
            }
            _ => placed.field.labels.push(measures.label(b, row, y)),
        }
        placed.rows.push((y, height));
        placed.bottom = y + height;
    }
    if measures.form != Form::Above {
        placed.field.bands.push((top, placed.bottom + 4.0));
    }
    placed
}

impl Measures {
    /// Where the value beside the bar of a row stands, whose upper edge is `top`.
    fn label(&self, b: &Builder, row: &Row, top: f64) -> Rect {
        const LINE: f64 = 22.0;
        let (left, right) = reach(row.of.figure, self.domain, self.bar);
        let width = row.label.width(b);
        let x = match row.of.is_measured() {
            true if is_left(left, right) => self.axis.map(-left.0) - left.1 - LABEL_GAP - width,
            true => self.axis.map(right.0) + right.1 + LABEL_GAP,
            false => self.start,
        };
        Rect { x, y: top + (self.row - LINE) / 2.0, width, height: LINE }
    }

    /// The line of zero, where bars lie on both sides of it.
    pub fn zero(&self, b: &mut Builder, field: &Field) {
        if self.domain.is_signed() && self.axis.domain().0 < 0.0 {
            field.line(b, self.axis.map(0.0), 1.0, Role::WholeLine);
        }
    }
}

/// Draws a row at its place: its upper edge and its height.
pub(super) fn draw_row(
    desk: &Desk,
    b: &mut Builder,
    row: &Row,
    measures: &Measures,
    (top, height): (f64, f64),
) {
    b.y = top;
    match measures.form {
        Form::Above => draw_above(desk, b, row, measures),
        Form::Beside => draw_beside(desk, b, row, measures),
        Form::Dense(_) => {
            b.paragraph(&row.of.name(desk), 0.0, measures.column, NAME, Role::Ink);
            let middle = (top + top + height - DENSE_GAP) / 2.0;
            draw_bar(b, row, measures, middle - measures.bar / 2.0);
            row.label.draw(b, (measures.label(b, row, top).x, middle), Anchor::Start);
        }
    }
}

fn draw_bar(b: &mut Builder, row: &Row, measures: &Measures, y: f64) {
    if row.of.is_measured() {
        mark(b, row.of.figure, measures.domain, &measures.axis, y, measures.bar);
    }
}

/// The name in the column, the value at the end of the bar.
fn draw_beside(desk: &Desk, b: &mut Builder, row: &Row, measures: &Measures) {
    let middle = b.y + measures.row / 2.0;
    let (name, room) = (row.of.village.name.get(desk.locale), measures.column);
    let lines = row.about.beside(b, room, measures.lines > 1);
    let rise = ABOUT_LINE / 2.0 * lines.len().saturating_sub(1) as f64;
    let lift = if lines.iter().all(|line| line.is_empty()) { 0.0 } else { 8.0 + rise };
    b.text(name, (0.0, middle - lift), Anchor::Start, NAME, Role::Ink, room);
    for (i, line) in lines.iter().enumerate() {
        let y = middle + 10.0 - rise + ABOUT_LINE * i as f64;
        b.text(line, (0.0, y), Anchor::Start, SMALL, Role::Muted, room);
    }
    draw_bar(b, row, measures, b.y + measures.bar_top);
    row.label.draw(b, (measures.label(b, row, b.y).x, middle), Anchor::Start);
}

/// Name, what else the village is, and value in as few lines above the bar as they need.
#[cfg_attr(not(feature = "indicators"), allow(clippy::borrow_deref_ref))]
fn draw_above(desk: &Desk, b: &mut Builder, row: &Row, measures: &Measures) {
    let width = b.width;
    let mut line = b.y + 14.0;
    if !measures.about_beside {
        let lines = row.about.lines(b, width);
        // what takes fewer lines than others stands as near to its bar
        line += ABOUT_LINE * (measures.lines - lines.len()) as f64;
        let mut y = line + NAME_LINE - 9.0;
        for text in &lines {
            b.text(text, (0.0, y), Anchor::Start, SMALL, Role::Muted, width);
            y += ABOUT_LINE;
        }
    }
    let value = row.label.width(b);
    let mut room = width;
    if measures.value_beside {
        row.label.draw(b, (width, line), Anchor::End);
        room -= value + LABEL_GAP;
    } else {
        let lowest = b.y + measures.bar_top - 13.0;
        match measures.unit_below {
            true => row.label.draw_in_two(b, (0.0, lowest - VALUE_LINE), lowest),
            false => row.label.draw(b, (0.0, lowest), Anchor::Start),
        }
    }
    let about = row.about.line();
    let mut runs = vec![(row.of.village.name.get(desk.locale), NAME, Role::Ink, 0.0)];
    if measures.about_beside {
        runs.push((&*about, SMALL, Role::Muted, 8.0));
    }
    b.line_of(&runs, (0.0, line), Anchor::Start, room);
    draw_bar(b, row, measures, b.y + measures.bar_top);
}

/// What the numbers of all places count, to be read and to be heard, and how many have one. Each text that crosses from
/// a browser takes time: what all of them say is asked once.
pub(in crate::chart) struct Units<'a> {
    words: [String; 2],
    known: usize,
    /// What else is said of each.
    pub(super) also: Also<'a>,
}

pub(in crate::chart) fn units<'a>(desk: &Desk<'a>, ranked: &Ranked, known: usize) -> Units<'a> {
    let words = [ranked.amount(&desk.voice()), ranked.amount(&desk.aloud().voice())];
    Units { words, known, also: Also::new(desk, ranked) }
}

/// The item of a place, whose marks are those from `first` on.
pub(in crate::chart) fn place_item(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    of: &Listed,
    Units { words: [unit, heard], known, also }: &Units,
    (first, area): (usize, Rect),
) {
    let say = |desk: &Desk| {
        let mut texts = item(desk, ranked, of, *known, if desk.aloud { heard } else { unit });
        texts.notes.extend(also.notes(desk, of));
        texts
    };
    b.item(first, desk.item(desk.village_id(of.village), area, &say, of.figure));
}

/// The words of a village's item; `known` villages have a figure, whose unit is said with its period.
pub(in crate::chart) fn item(
    desk: &Desk,
    ranked: &Ranked,
    of: &Listed,
    known: usize,
    unit: &str,
) -> ItemTexts {
    let voice = desk.voice();
    let Listed { village, figure, about, apart, place, .. } = of;
    let mut notes = Vec::new();
    let place = place.as_ref().filter(|_| known > 1);
    notes.extend(place.map(|p| voice.rank(p, known, ranked.selection)));
    let district = desk.label(&village.district);
    if !district.is_empty() && apart.is_empty() {
        notes.push(voice.lies_in(district));
    }
    notes.extend(groups::notes(desk, village));
    ItemTexts {
        title: village.name.get(desk.locale).to_owned(),
        subtitle: (*about).to_owned(),
        value: desk.quantity(figure, unit),
        unit: unit.to_owned(),
        notes,
        district: district.to_owned(),
        listed: true,
        figure_first: false,
    }
}
