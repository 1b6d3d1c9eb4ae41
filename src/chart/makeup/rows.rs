//! Where rows stand, and what is drawn in them.

use super::*;
use crate::chart::ranking::{draw_head, heads_of, Head, Widths};
use crate::scale::Linear;
use crate::scene::{bar as bar_of, line_height, reach};

/// What all rows of a page share, and the axis that all pages do.
pub(super) struct Measures {
    axis: Axis,
    /// Width of the names beside the bars; 0 where they stand above them.
    column: f64,
    start: f64,
    /// Height of a bar.
    bar: f64,
    /// The least height of a row.
    row: f64,
    /// Above a bar: has the whole room in the name's line?
    value_beside: bool,
}

const NAME_LINE: f64 = 26.0;
const VALUE_LINE: f64 = 20.0;
/// A line under a bar.
const NOTE: f64 = 17.0;
/// A part that is not stacked: its words over a bar of its own.
const WORDS: f64 = 17.0;
const THIN: f64 = 9.0;
const SPLIT: f64 = WORDS + THIN + 4.0;
const GAP: f64 = 8.0;
/// As high as a finger needs.
const FINGER: f64 = 44.0;

/// Takes the places that the view names out of a list: they stand above each page of it. Their places in the file.
pub(super) fn pin(desk: &Desk, list: &mut List) -> Vec<usize> {
    let mut pinned = Vec::new();
    if desk.card().is_some() || desk.whole {
        return pinned;
    }
    for name in places::asked(desk.view) {
        for (i, of) in list.all().iter().enumerate() {
            if places::is(of.village, &name) && !pinned.contains(&i) && pinned.len() < places::MOST_LABELS {
                pinned.push(i);
            }
        }
    }
    list.order.retain(|i| !pinned.contains(i));
    pinned
}

/// What rows share. `desk` cites what all places do.
pub(super) fn measure(
    desk: &Desk,
    b: &Builder,
    makeup: &Makeup,
    list: &List,
    none: &Figure,
    rows: &[Row],
) -> Measures {
    let is_card = desk.card().is_some();
    let is_above = b.is_narrow() && !is_card;
    let bar = if is_card { b.bar(18.0) } else { b.bar(if is_above { 22.0 } else { 26.0 }) };
    let mut column: f64 = 0.0;
    for row in rows {
        let name =
            if is_card { row.place.map_or(row.name.clone(), |of| of.name(desk)) } else { row.name.clone() };
        column =
            column.max(b.text_width(&name, NAME)).max(b.text_width(row.about, SMALL) * f64::from(!is_card));
    }
    if !is_card {
        // as wide on every page
        for of in list.all() {
            let name = b.text_width(of.village.name.get(desk.locale), NAME);
            column = column.max(name).max(b.text_width(of.about, SMALL));
        }
    }
    let column = if is_above { 0.0 } else { column.min(b.width * if is_card { 0.36 } else { 0.3 }).ceil() };
    let start = if is_above { 0.0 } else { column + 16.0 };
    let mut value_beside = true;
    for row in rows {
        let name = b.text_width(&row.name, NAME).min(b.width * 0.7);
        value_beside &= name + GAP + row.label.width(b) <= b.width;
    }
    let unit = makeup.whole.unit(&desk.voice());
    let of_whole = makeup.whole.desk(desk);
    let mut widths = Widths::default();
    let mut ends = Vec::new();
    let mut add = |bar: &Bar, label: f64| {
        let label = if is_above || label <= 0.0 { 0.0 } else { GAP + label + 2.0 };
        for (_, figure) in &bar.split {
            let (end, beyond) = reach(&figure.value, THIN);
            ends.push((end, beyond + 2.0));
        }
        ends.push((bar.end(), label));
    };
    for of in list.all() {
        let whole = makeup.whole(of.village);
        let parts = makeup.figures(of.village, none);
        let mut label = match whole.filter(|whole| !is_above && whole.value.stated().is_some()) {
            Some(whole) => widths.of(&of_whole, b, whole, &unit),
            None => 0.0,
        };
        let marks = makeup.marks(desk, whole, &parts);
        if !marks.is_empty() {
            label += b.text_width(&marks, BODY) + b.text_width(" ", BODY);
        }
        add(&Bar::new(makeup, whole, &parts), label);
    }
    for row in rows {
        add(&row.bar, row.label.width(b));
    }
    if makeup.is_of_hundred() {
        ends.push((100.0, 0.0));
    }
    let mut axis = Axis::fit(start, b.width, &ends);
    if ends.iter().all(|end| end.0 <= 0.0) {
        axis = Axis::new(Linear, (0.0, 1.0), (start, b.width));
    }
    let row = (bar + b.gap(18.0)).max(FINGER);
    Measures { axis, column, start, bar, row: if is_card { bar + 8.0 } else { row }, value_beside }
}

/// What a row takes: above its bar, and under it.
fn heights(
    desk: &Desk,
    b: &Builder,
    makeup: &Makeup,
    row: &Row,
    measures: &Measures,
) -> (f64, f64, Vec<String>) {
    let room = b.width - measures.start;
    let mut notes = Vec::new();
    for said in said::gaps(desk, makeup, row) {
        notes.extend(b.wrap(&said, SMALL, room));
    }
    let is_above = measures.column <= 0.0;
    let above = match (is_above, measures.value_beside) {
        (false, _) => 0.0,
        (true, true) => NAME_LINE,
        (true, false) => NAME_LINE + VALUE_LINE,
    };
    let mut body = if row.bar.is_split { SPLIT * row.bar.split.len() as f64 } else { measures.bar };
    if row.bar.is_split && !is_above {
        let lines = b.wrap(&under_name(row), SMALL, measures.column).len() as f64;
        body = body.max(44.0 + line_height(SMALL) * lines);
    }
    // of what has no bar its words take the room
    if !row.bar.is_split && row.bar.end() <= 0.0 && is_above {
        body = 2.0;
    }
    let height = above + body + NOTE * notes.len() as f64;
    let least =
        if desk.card().is_some() { height + 6.0 } else { height + b.gap(if is_above { 12.0 } else { 18.0 }) };
    let height = least.max(if is_above { FINGER } else { measures.row });
    (above, height, notes)
}

/// Draws all rows: what places are compared with and the places that the view names, which end where `ends` say, and
/// those of the page.
#[allow(clippy::too_many_arguments)]
pub(super) fn draw(
    desk: &Desk,
    b: &mut Builder,
    makeup: &Makeup,
    list: &List,
    shown: &[&Listed],
    rows: &[Row],
    (_, ends): (usize, usize),
    measures: &Measures,
) {
    let mut places = Vec::new();
    for row in rows.iter().skip(ends) {
        places.extend(row.place);
    }
    let mut heads: Vec<Option<Head>> = Vec::new();
    for _ in 0..ends.min(rows.len()) {
        heads.push(None);
    }
    heads.extend(heads_of(desk, b, &makeup.lead, &places, shown, makeup.led_by.is_none()));
    let mut placed = Vec::new();
    let mut field = Field { bands: Vec::new(), labels: Vec::new() };
    let top = b.y;
    let mut y = top;
    for (i, (row, head)) in rows.iter().zip(&heads).enumerate() {
        if i == ends && i > 0 {
            y += 9.0;
        }
        if let Some(head) = head {
            field.labels.push(Rect { x: 0.0, y, width: b.width, height: head.height() });
            y += head.height();
        }
        let (above, height, notes) = heights(desk, b, makeup, row, measures);
        let is_above = measures.column <= 0.0;
        let body = if row.bar.is_split { SPLIT * row.bar.split.len() as f64 } else { measures.bar };
        let body_top = match is_above {
            true => y + above,
            false => y + ((height - body - NOTE * notes.len() as f64) / 2.0).max(0.0),
        };
        if is_above && !row.bar.is_split && row.bar.end() > 0.0 {
            field.bands.push((body_top - 3.0, body_top + body + 3.0));
        }
        if !is_above {
            let mut area = label_area(b, row, measures, (body_top, body));
            let said = NOTE * notes.len() as f64;
            if row.bar.is_split {
                area = Rect { x: measures.start, y: body_top, width: b.width, height: body };
            }
            if area.width > 0.0 {
                field.labels.push(area);
            }
            if said > 0.0 {
                field.labels.push(Rect {
                    x: measures.start,
                    y: body_top + body,
                    width: b.width,
                    height: said,
                });
            }
        }
        placed.push((y, height, body_top, notes));
        y += height;
    }
    let bottom = y;
    if measures.column > 0.0 {
        field.bands.push((top, bottom + 4.0));
    }
    let under = match desk.card() {
        None if rows.iter().any(|row| row.bar.end() > 0.0) => {
            let (desk, unit) = (&axis_desk(desk, makeup), makeup.unit(desk));
            match makeup.in_shares || makeup.whole.unit.is_sign() {
                true => percents(b, desk, &unit, &measures.axis, &field, bottom),
                false => grid(desk, b, &measures.axis, &field, bottom, &unit),
            }
        }
        _ => 0.0,
    };
    let known = list.known();
    for (i, ((row, head), (y, height, body_top, notes))) in rows.iter().zip(&heads).zip(&placed).enumerate() {
        if let Some(head) = head {
            draw_head(desk, b, &makeup.lead, head, *y, shown);
        }
        if i == ends && i > 0 {
            b.rect(0.0, *y - head.as_ref().map_or(0.0, Head::height) - 6.0, b.width, 1.0, Role::WholeLine);
        }
        let first = b.marks.len();
        draw_row(desk, b, makeup, row, measures, (*y, *height), *body_top, notes);
        let area = Rect { x: 0.0, y: *y, width: b.width, height: *height };
        place_item(desk, b, makeup, row, known, (first, area));
    }
    b.y = bottom + under;
}

/// The desk at which the numbers of the axis are written.
fn axis_desk<'d>(desk: &Desk<'d>, makeup: &Makeup) -> Desk<'d> {
    let mut own = makeup.whole.desk(desk);
    if makeup.in_shares {
        own.numbers = text::Numbers::default();
    }
    own
}

/// The whole in a line of its own.
fn under_name(row: &Row) -> String {
    let mut parts = Vec::new();
    for part in &row.label.0 {
        parts.push(part.text.clone());
    }
    text::join(&parts, " ")
}

/// Light vertical lines at round shares, with their numbers under `bottom`, each with its sign; the height of what
/// stands under it.
fn percents(b: &mut Builder, desk: &Desk, unit: &str, axis: &Axis, field: &Field, bottom: f64) -> f64 {
    let voice = desk.brief();
    let mut free_from = f64::NEG_INFINITY;
    for tick in axis.ticks(76.0) {
        let x = axis.map(tick);
        field.line(b, x, 1.0, Role::Grid);
        let number = voice.quantity(&Figure::from(crate::figure::Value::Exact(tick)), unit, false);
        let width = b.text_width(&number, SMALL);
        let left = (x - width / 2.0).min(b.width - width).max(0.0);
        if left > free_from {
            b.text(&number, (left, bottom + 14.0), Anchor::Start, SMALL, Role::Muted, width);
            free_from = left + width + 8.0;
        }
    }
    24.0
}

/// Where the whole stands beside its bar.
fn label_area(b: &Builder, row: &Row, measures: &Measures, (top, height): (f64, f64)) -> Rect {
    const LINE: f64 = 22.0;
    let end = if row.bar.is_split { 0.0 } else { row.bar.end() };
    let x = match end > 0.0 {
        true => measures.axis.map(end) + GAP,
        false => measures.start,
    };
    Rect { x, y: top + (height - LINE) / 2.0, width: row.label.width(b), height: LINE }
}

#[allow(clippy::too_many_arguments)]
fn draw_row(
    desk: &Desk,
    b: &mut Builder,
    makeup: &Makeup,
    row: &Row,
    measures: &Measures,
    (top, height): (f64, f64),
    body: f64,
    notes: &[String],
) {
    let is_card = desk.card().is_some();
    let high = if row.bar.is_split { SPLIT * row.bar.split.len() as f64 } else { measures.bar };
    if measures.column <= 0.0 {
        let line = top + 13.0;
        let value = row.label.width(b);
        let mut room = b.width;
        if measures.value_beside {
            row.label.draw(b, (b.width, line), Anchor::End);
            room -= value + GAP;
        } else {
            row.label.draw(b, (0.0, line + VALUE_LINE), Anchor::Start);
        }
        let runs = [(&*row.name, NAME, Role::Ink, 0.0), (row.about, SMALL, Role::Muted, 8.0)];
        b.line_of(&runs, (0.0, line), Anchor::Start, room);
    } else {
        let middle = match row.bar.is_split {
            true => top + 24.0,
            false => body + high / 2.0,
        };
        let about = if is_card { "" } else { row.about };
        let name = match row.place.filter(|_| is_card) {
            Some(of) => of.name(desk),
            None => row.name.clone(),
        };
        let lift = if about.is_empty() { 0.0 } else { 8.0 };
        b.text(&name, (0.0, middle - lift), Anchor::Start, NAME, Role::Ink, measures.column);
        b.text(about, (0.0, middle + 10.0), Anchor::Start, SMALL, Role::Muted, measures.column);
        match row.bar.is_split {
            // under the name: beside bars of parts it would be taken for theirs
            true => {
                b.y = middle + if about.is_empty() { 11.0 } else { 19.0 };
                b.paragraph(&under_name(row), 0.0, measures.column, SMALL, Role::Ink);
            }
            false => {
                let area = label_area(b, row, measures, (body, high));
                row.label.draw(b, (area.x, middle), Anchor::Start);
            }
        }
    }
    match row.bar.is_split {
        true => draw_split(desk, b, makeup, row, measures, body),
        false => draw_stack(desk, b, makeup, row, measures, body),
    }
    let mut y =
        body + if row.bar.is_split || row.bar.end() > 0.0 || measures.column > 0.0 { high } else { 2.0 };
    for note in notes {
        b.text(note, (measures.start, y + NOTE / 2.0), Anchor::Start, SMALL, Role::Muted, b.width);
        y += NOTE;
    }
    debug_assert!(y <= top + height + 1.0);
}

/// The parts one after another, and what is left of the whole.
fn draw_stack(desk: &Desk, b: &mut Builder, makeup: &Makeup, row: &Row, measures: &Measures, y: f64) {
    let Measures { axis, bar: height, .. } = *measures;
    let mut pieces = Vec::new();
    for segment in &row.bar.segments {
        let (x, to) = (axis.map(segment.from), axis.map(segment.to));
        let part = Some(segment.part);
        let text = said::within(desk, makeup, part, segment.stated);
        pieces.push(looks::Piece { part, area: Rect { x, y, width: to - x, height }, text });
    }
    if let Some((from, to)) = row.bar.rest {
        let text = said::within(desk, makeup, None, to - from);
        let (x, to) = (axis.map(from), axis.map(to));
        let area = Rect { x, y, width: to - x, height };
        looks::empty(b, area);
        if row.bar.segments.is_empty() {
            b.rect(x, y, 1.0, height, Role::WholeLine);
        }
        pieces.push(looks::Piece { part: None, area, text });
    }
    looks::draw(b, &pieces);
}

/// Each part by itself: its words, and under them a bar from zero.
fn draw_split(desk: &Desk, b: &mut Builder, makeup: &Makeup, row: &Row, measures: &Measures, top: f64) {
    const SWATCH: f64 = 12.0;
    let start = measures.start;
    let mut y = top;
    for (part, figure) in &row.bar.split {
        let [name, value] = said::split(desk, makeup, row, *part);
        let swatch = Rect { x: start, y: y + 4.0, width: SWATCH, height: 9.0 };
        looks::draw(b, &[looks::Piece::new(*part, swatch)]);
        let middle = y + WORDS / 2.0;
        let left = start + SWATCH + 6.0;
        let bold = Font { bold: true, ..SMALL };
        let wide = b.text_width(&value, bold);
        let room = (b.width - left - GAP - wide).max(0.0);
        let runs =
            [(&*b.elide(&name, SMALL, room), SMALL, Role::Muted, 0.0), (&*value, bold, Role::Ink, 6.0)];
        b.line_of(&runs, (left, middle), Anchor::Start, b.width - left);
        let first = b.marks.len();
        bar_of(b, figure, &measures.axis, y + WORDS, THIN);
        looks::neutral(b, first);
        y += SPLIT;
    }
}

/// The item of a row, whose marks are those from `first` on.
fn place_item(
    desk: &Desk,
    b: &mut Builder,
    makeup: &Makeup,
    row: &Row,
    known: usize,
    (first, area): (usize, Rect),
) {
    let none = Figure::default();
    let figure = row.leading().unwrap_or(&none);
    let id = match row.place {
        Some(of) => desk.village_id(of.village),
        None => ranking::reference_id(desk, &row.name),
    };
    let say = |desk: &Desk| said::item(desk, makeup, row, known);
    let item = desk.item(id, area, &say, figure);
    b.item(first, item);
}
