//! The rows of a page: the name of a group, what there is to say of it, and its mark.

use super::plan::{Plan, Spot, Strips, LABEL_GAP};
use super::*;

pub(super) struct Row<'g, 'l> {
    pub group: &'g Group<'l>,
    pub name: String,
    pub about: Vec<String>,
    pub label: ValueLabel,
}

/// The heights of the lines of a row, and between two rows.
const NAME_LINE: f64 = 25.0;
const VALUE_LINE: f64 = 21.0;
const GAP: f64 = 14.0;
const DENSE_GAP: f64 = 6.0;
/// As high as a thumb needs.
const FINGER: f64 = 44.0;

pub(super) fn rows<'g, 'l>(desk: &Desk, ranked: &Ranked, page: &'g [Group<'l>]) -> Vec<Row<'g, 'l>> {
    let unit = ranked.unit(&desk.voice());
    let mut rows = Vec::new();
    for group in page {
        rows.push(Row {
            group,
            name: said::name(desk, group),
            about: said::about(desk, ranked, group),
            label: ValueLabel(said::parts(desk, ranked, group, &unit)),
        });
    }
    rows
}

/// Where a row is, and where in it its mark begins.
struct Spaced {
    top: f64,
    height: f64,
    mark: f64,
}

/// Under what is there so far.
pub(super) fn draw(
    desk: &Desk,
    b: &mut Builder,
    ranked: &Ranked,
    groups: &[Group],
    rows: &[Row],
    plan: &Plan,
) {
    let lines = ranking::reference_labels(desk, b, ranked, &plan.axis, plan.start);
    let top = b.y;
    let (spaced, placed) = place(desk, b, rows, plan);
    let unit = ranked.amount(&desk.voice());
    let is_card = desk.card().is_some();
    let has_marks = rows.iter().any(|row| !row.group.measured.is_empty());
    let axis_height = match !is_card && has_marks {
        true => grid(desk, b, &plan.axis, &placed.field, placed.bottom, &unit),
        false => 0.0,
    };
    if plan.axis.domain().0 < 0.0 {
        placed.field.line(b, plan.axis.map(0.0), 1.0, Role::WholeLine);
    }
    // behind the places: none is hidden by what it is compared with
    lines.draw(b, top, &placed.field, &|_| f64::INFINITY);
    let (mut known, mut has_named) = (0, false);
    for group in groups {
        known += usize::from(!group.measured.is_empty());
        has_named |= !group.named.is_empty();
    }
    let standing_out = ranking::standing_out(desk);
    let first_of_page =
        groups.iter().position(|group| rows.first().is_some_and(|row| std::ptr::eq(group, row.group)));
    for (i, (row, at)) in rows.iter().zip(&spaced).enumerate() {
        let first = b.marks.len();
        texts(desk, b, row, plan, at);
        match &plan.strips {
            None => bar(b, &row.group.figure, ranked.domain, &plan.axis, at.mark, plan.height),
            Some(strips) => {
                let place = first_of_page.unwrap_or(0) + i;
                let strip = Strip { group: row.group, place, base: at.mark + plan.height, has_named };
                strip.draw(b, ranked, strips, plan);
            }
        }
        if standing_out.is_some_and(|name| name != row.group.name) {
            quieten(b, first);
        }
        let area = Rect { x: 0.0, y: at.top, width: b.width, height: at.height };
        let say = |desk: &Desk| said::item(desk, ranked, row.group, known);
        let id = concat(&["group-", row.group.name]);
        let item = match ranked.is_summable && row.group.figure.value.stated().is_some() {
            true => desk.item(id, area, &say, &row.group.figure),
            false => desk.item_of_none(id, area, &say),
        };
        b.item(first, item);
    }
    b.y = placed.bottom + axis_height;
}

/// Each row under the one before it.
fn place(desk: &Desk, b: &Builder, rows: &[Row], plan: &Plan) -> (Vec<Spaced>, Placed) {
    let mut spaced = Vec::new();
    let mut placed =
        Placed { rows: Vec::new(), field: Field { bands: Vec::new(), labels: Vec::new() }, bottom: b.y };
    let whole = plan.height + plan.below;
    let first = b.y;
    for row in rows {
        let top = placed.bottom;
        let (height, mark) = if desk.card().is_some() {
            let lines = b.wrap(&row.name, NAME, plan.column).len().max(1);
            let content = (line_height(NAME) * lines as f64).max(whole);
            (content + DENSE_GAP, top + (content - whole) / 2.0)
        } else if plan.column > 0.0 {
            let content =
                (whole + 6.0).max(name_height(b, row, plan) + about_height(b, row, plan, plan.column));
            ((content + b.gap(GAP)).max(FINGER), top + (content - whole) / 2.0)
        } else {
            let value = if plan.is_beside { 0.0 } else { VALUE_LINE * value_lines(b, row) };
            let above = name_height(b, row, plan) + value + about_height(b, row, plan, b.width) + 4.0;
            let mark = if row.group.measured.is_empty() { 0.0 } else { whole };
            ((above + mark + b.gap(GAP)).max(FINGER), top + above)
        };
        if plan.column > 0.0 {
            if let Some(label) = label_at(b, row, plan, mark + whole / 2.0) {
                placed.field.labels.push(label);
            }
        } else if !row.group.measured.is_empty() {
            placed.field.bands.push((mark - 3.0, mark + whole + 3.0));
        }
        placed.rows.push((top, height));
        spaced.push(Spaced { top, height, mark });
        placed.bottom = top + height;
    }
    if plan.column > 0.0 {
        placed.field.bands.push((first, placed.bottom));
    }
    (spaced, placed)
}

/// The room for the name of a group, in the column or beside the value: it takes as many lines as it needs.
fn name_room(b: &Builder, row: &Row, plan: &Plan) -> f64 {
    match () {
        () if plan.column > 0.0 => plan.column,
        () if plan.is_beside => b.width - row.label.width(b) - LABEL_GAP,
        () => b.width,
    }
}

fn name_height(b: &Builder, row: &Row, plan: &Plan) -> f64 {
    let lines = b.wrap(&row.name, NAME, name_room(b, row, plan)).len();
    NAME_LINE + line_height(NAME) * lines.saturating_sub(1) as f64
}

/// Writes the name with the middle of its first line at `y`.
fn draw_name(b: &mut Builder, row: &Row, plan: &Plan, mut y: f64) {
    let room = name_room(b, row, plan);
    for line in b.wrap(&row.name, NAME, room) {
        b.text(&line, (0.0, y), Anchor::Start, NAME, Role::Ink, room);
        y += line_height(NAME);
    }
}

/// What there is to say of a group: above a mark in one line where that has room for all of it, else each thing has
/// lines of its own.
fn about(b: &Builder, row: &Row, plan: &Plan) -> Vec<String> {
    let line = text::line(&row.about);
    match plan.column == 0.0 && b.text_width(&line, SMALL) <= b.width {
        true => vec![line],
        false => row.about.clone(),
    }
}

fn about_height(b: &Builder, row: &Row, plan: &Plan, room: f64) -> f64 {
    let mut lines = 0;
    for text in about(b, row, plan) {
        lines += b.wrap(&text, SMALL, room).len();
    }
    line_height(SMALL) * lines as f64
}

/// Above its mark a value that is wider than the picture takes two lines.
fn value_lines(b: &Builder, row: &Row) -> f64 {
    if row.label.width(b) > b.width {
        2.0
    } else {
        1.0
    }
}

/// Where the value of a row stands beside its mark, in the middle of which `y` is; `None` where that is outside of the
/// axis.
fn label_at(b: &Builder, row: &Row, plan: &Plan, y: f64) -> Option<Rect> {
    const LINE: f64 = 22.0;
    let (x, width) = (label_x(row, plan)?, row.label.width(b));
    Some(Rect { x, y: y - LINE / 2.0, width, height: LINE })
}

/// Where a label begins at the end of its bar, or where there would be one.
fn label_x(row: &Row, plan: &Plan) -> Option<f64> {
    let figure = &row.group.figure;
    if plan.right.is_some() && !row.group.measured.is_empty() {
        return None;
    }
    if figure.value.stated().is_none() {
        return Some(if plan.strips.is_some() { plan.axis.map(plan.axis.domain().0) } else { plan.start });
    }
    let (_, right) = reach_both(&figure.value, Domain::default(), plan.height);
    Some(plan.axis.map(right.0) + right.1 + LABEL_GAP)
}

/// Name, value, and what there is to say of a group.
fn texts(desk: &Desk, b: &mut Builder, row: &Row, plan: &Plan, at: &Spaced) {
    let whole = plan.height + plan.below;
    b.y = at.top;
    if plan.column > 0.0 {
        let middle = at.mark + whole / 2.0;
        if desk.card().is_some() {
            let lines = b.wrap(&row.name, NAME, plan.column).len().max(1) as f64;
            b.y = middle - line_height(NAME) * lines / 2.0;
            b.paragraph(&row.name, 0.0, plan.column, NAME, Role::Ink);
        } else {
            let name = name_height(b, row, plan) - 4.0;
            b.y = middle - (name + about_height(b, row, plan, plan.column)) / 2.0;
            draw_name(b, row, plan, b.y + 10.0);
            b.y += name;
            for text in about(b, row, plan) {
                b.paragraph(&text, 0.0, plan.column, SMALL, Role::Muted);
            }
        }
        match (label_x(row, plan), plan.right) {
            (Some(x), _) => row.label.draw(b, (x, middle), Anchor::Start),
            (None, Some(right)) => {
                let x = b.width.max(right);
                row.label.draw(b, (x, middle), Anchor::End);
            }
            (None, None) => {}
        }
        return;
    }
    let (line, width) = (b.y + 14.0, b.width);
    if plan.is_beside {
        row.label.draw(b, (width, line), Anchor::End);
    }
    draw_name(b, row, plan, line);
    b.y += name_height(b, row, plan);
    if !plan.is_beside {
        let y = b.y + 8.0;
        match value_lines(b, row) > 1.0 {
            true => row.label.draw_in_two(b, (0.0, y), y + VALUE_LINE),
            false => row.label.draw(b, (0.0, y), Anchor::Start),
        }
        b.y += VALUE_LINE * value_lines(b, row);
    }
    for text in about(b, row, plan) {
        b.paragraph(&text, 0.0, width, SMALL, Role::Muted);
    }
}

/// What another group stands out from.
fn quieten(b: &mut Builder, first: usize) {
    for mark in b.marks.iter_mut().skip(first) {
        mark.role = match mark.role {
            Role::Solid | Role::Outline => Role::WholeLine,
            Role::Soft => Role::Whole,
            role => role,
        };
    }
}

/// The strip of a group.
struct Strip<'g, 'l> {
    group: &'g Group<'l>,
    /// Its place among all groups.
    place: usize,
    /// On which its dots or columns stand.
    base: f64,
    /// Some places of the file are looked for: the others are quiet.
    has_named: bool,
}

impl Strip<'_, '_> {
    /// Draws a line from the least number stated to the greatest, the places, and behind them a stroke at their median.
    fn draw(&self, b: &mut Builder, ranked: &Ranked, strips: &Strips, plan: &Plan) {
        let Strip { group, place, base, has_named } = *self;
        let x = |value: f64| plan.axis.map(value);
        let is_named = |of: &Listed| group.named.iter().any(|named| std::ptr::eq(*named, of));
        if group.measured.is_empty() {
            return;
        }
        let mut ends = axes::NOTHING;
        for of in &group.measured {
            ends = axes::within(ends, of.figure.value.stated());
        }
        let (from, to) = (x(ends.0), x(ends.1));
        let top = base - plan.height;
        if let Some((median, _)) = group.figure.value.stated() {
            b.rect(x(median) - 1.0, top - 3.0, 2.0, plan.height + 6.0, Role::Ink);
        }
        match strips {
            Strips::Dots { radius, spots, .. } => {
                b.rect(from, base - radius - 0.5, to - from, 1.0, Role::WholeLine);
                let spots = spots.get(place).map_or(&[][..], |spots| spots);
                for named in [false, true] {
                    for (of, spot) in group.measured.iter().zip(spots) {
                        if is_named(of) != named {
                            continue;
                        }
                        let role = if named || !has_named { Role::Solid } else { Role::WholeLine };
                        let at = x(marks::middle(&of.figure.value));
                        match spot {
                            Spot::Dot(height) => {
                                let at = (at, base - radius - height);
                                if named {
                                    b.dot(at, radius + 2.5, Role::Surface);
                                }
                                let own = if named { radius + 1.0 } else { *radius };
                                mark::dot(b, 0, at, own, role, of.figure.estimated, of.figure.flags);
                            }
                            Spot::Lane(lane) => {
                                let y = plan.lane(base, *lane);
                                mark::line(b, of.figure, ranked.domain, &x, y, role);
                            }
                            Spot::Nowhere => {}
                        }
                    }
                }
            }
            Strips::Columns { columns, counts, most, .. } => {
                let counts = counts.get(place).map_or(&[][..], |counts| counts);
                for (at, count) in counts.iter().enumerate() {
                    let (low, below) = columns.ends(at);
                    let height = plan.height * *count as f64 / (*most).max(1) as f64;
                    let width = (x(below) - x(low) - 1.0).max(1.0);
                    let height = if *count > 0 { height.max(1.0) } else { 0.0 };
                    let role = if has_named { Role::WholeLine } else { Role::Solid };
                    b.rect(x(low) + 0.5, base - height, width, height, role);
                }
                b.rect(from, base, to - from, 1.0, Role::WholeLine);
                for of in &group.named {
                    if let Value::Exact(value) = of.figure.value {
                        let at = (x(value), base - 5.0);
                        b.dot(at, 7.5, Role::Surface);
                        b.dot(at, 5.0, Role::Solid);
                    }
                }
            }
        }
    }
}
