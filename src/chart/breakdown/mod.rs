//! Wholes and subsets of them, each as a strip of its own on the whole's scale, and numbers that
//! stand alone. Subsets that may share members are never put end to end: what is known of their
//! overlap is said in words.

mod section;
/// What a reader asks of subsets.
#[cfg(feature = "tools")]
mod tools;
#[cfg(not(feature = "tools"))]
#[path = "no_tools.rs"]
mod tools;

use super::*;
use crate::figure::{Domain, Extent, Value};
use crate::scene::{bar, reach};
pub use section::{Breakdown, Count, Group, Layout, Relation};

const STRIP: f64 = 22.0;
/// The height of a part of a stack beside its name.
const PART: f64 = 10.0;

/// What leads: the wholes or the numbers that stand alone.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Leading {
    Groups,
    Counts,
}

pub(super) fn scene(desk: &Desk, section: &Breakdown, leading: Leading) -> Scene {
    let (shown, page, pages) = pages::shown(desk, section, leading);
    let cited = desk.cited(&figures(&shown, leading));
    let desk = &desk.citing(&cited);
    let mut b = desk.builder();
    if leading == Leading::Counts {
        counts(desk, &mut b, shown.counts);
    }
    let beside = section.groups.iter().all(|group| fits_beside(desk, &b, group));
    for (i, group) in shown.groups.iter().enumerate() {
        if i > 0 && desk.card().is_none() {
            b.y += b.gap(14.0);
        }
        draw_group(desk, &mut b, group, beside);
    }
    if leading == Leading::Groups {
        if desk.card().is_none() && !shown.counts.is_empty() && !shown.groups.is_empty() {
            b.y += b.gap(18.0);
        }
        counts(desk, &mut b, shown.counts);
    }
    let mut drawn = Vec::new();
    let mut countable = Vec::new();
    let mut summary = Vec::new();
    for group in shown.groups {
        // of a card's wholes only the tracks are drawn
        let wholes = if desk.card().is_none() { 1 } else { 0 };
        let counts = counts_of(group);
        for count in counts.iter().take(group.subsets.len() + wholes) {
            drawn.push(&count.value);
        }
        countable.extend(tools::countable(desk, group));
        summary.extend(overlap(&desk.aloud(), group));
    }
    desk.how_to_read(&mut b, &drawn, Domain::FromZero);
    let controls = Controls { page, pages, cells: countable, ..Controls::default() };
    let texts = Texts {
        title: desk.label(&section.title).to_owned(),
        note: &section.note,
        opening: String::new(),
        summary: desk.voice().sentences(&summary),
        answers: Vec::new(),
    };
    desk.finish(b, texts, controls)
}

/// What is on a page.
pub(super) struct Shown<'a> {
    pub groups: &'a [Group],
    pub counts: &'a [Count],
}

/// All figures of a page, in drawing order.
fn figures<'a>(section: &Shown<'a>, leading: Leading) -> Vec<&'a Figure> {
    let mut all = Vec::new();
    let counts = section.counts.iter().map(|c| &c.value);
    if leading == Leading::Counts {
        all.extend(counts.clone());
    }
    for group in section.groups {
        all.push(&group.whole.value);
        all.extend(group.subsets.iter().map(|s| &s.value));
    }
    if leading == Leading::Groups {
        all.extend(counts);
    }
    all
}

/// A group's parts and its whole.
fn counts_of(group: &Group) -> Vec<&Count> {
    let mut counts = Vec::new();
    for subset in &group.subsets {
        counts.push(subset);
    }
    counts.push(&group.whole);
    counts
}

fn draw_group(desk: &Desk, b: &mut Builder, group: &Group, beside: bool) {
    let height = desk.bar(b, STRIP);
    let reach = |count: &Count| reach(&count.value.value, height);
    let mut ends = Vec::new();
    for count in counts_of(group) {
        ends.push(reach(count));
    }
    let is_stack = group.layout == Layout::Stacked && desk.card().is_none();
    if is_stack {
        // a stack may reach beyond a whole that is open, about or missing
        let stacked = group.subsets.iter().map(|subset| reach(subset).0).sum();
        let widest = ends.iter().fold(0.0, |widest: f64, end| widest.max(end.1));
        ends.push((stacked, widest));
    }
    let axis = Axis::fit(0.0, b.width, &ends);
    let whole = &group.whole;
    strip(desk, b, (whole, None), beside, &|b, y| {
        track(desk, b, &axis, whole, y, height);
        height
    });
    if is_stack {
        stack(desk, b, group, &axis, beside);
    } else {
        for subset in &group.subsets {
            strip(desk, b, (subset, Some(whole)), beside, &|b, y| {
                if let Some(height) = tools::cells(desk, b, group, subset, y) {
                    return height;
                }
                // on the whole's track, so that the part is seen as a part
                track(desk, b, &axis, whole, y, height);
                bar(b, &subset.value, &axis, y, height);
                cells(desk, b, &axis, whole, y, height);
                height
            });
        }
    }
    let lines = overlap(desk, group);
    if desk.card().is_some() {
        b.paragraph(&desk.voice().sentences(&lines), 0.0, b.width, SMALL, Role::Ink);
        b.y += 6.0;
        return;
    }
    for line in lines {
        b.y += 2.0;
        b.paragraph(&line, 0.0, b.width, BODY, Role::Ink);
    }
}

/// The whole, to stand alone or behind a part of it.
fn track(desk: &Desk, b: &mut Builder, axis: &Axis, whole: &Count, y: f64, height: f64) {
    let Some(Extent { possible: (_, high), .. }) = whole.value.value.extent(Domain::FromZero) else {
        return;
    };
    b.rect(0.0, y, axis.map(high), height, Role::Whole);
    b.frame(0.0, y, axis.map(high), height, 1.0, Role::WholeLine);
    cells(desk, b, axis, whole, y, height);
}

/// A small whole can be counted: a line between any two of it.
fn cells(desk: &Desk, b: &mut Builder, axis: &Axis, whole: &Count, y: f64, height: f64) {
    let Value::Exact(n) = whole.value.value else {
        return;
    };
    if n <= 60.0 && n.fract() == 0.0 && axis.per_unit() >= 8.0 && desk.card().is_none() {
        for i in 1..n as u8 {
            b.rect(axis.map(f64::from(i)) - 0.5, y, 1.0, height, Role::Surface);
        }
    }
}

/// A count's number as its strip shows it: "70 trong 102 cụm", but "56%".
fn number(desk: &Desk, count: &Count, whole: Option<&Count>) -> String {
    let unit = unit(desk, count, whole);
    let is_measured = |c: &Count| c.value.value.stated().is_some();
    match whole.filter(|w| is_measured(count) && is_measured(w) && unit != "%") {
        Some(whole) => {
            let of = desk.quantity(&whole.value, unit);
            let part = desk.quantity(&count.value, "");
            desk.say(message!("part-of-whole"), &[(arg!("part"), &part), (arg!("whole"), &of)])
        }
        None => desk.quantity(&count.value, unit),
    }
}

/// The same as the picture has it.
fn label(desk: &Desk, count: &Count, whole: Option<&Count>) -> String {
    desk.marked(number(desk, count, whole), &count.value)
}

/// Is there room for the numbers of a group beside its names? For those of all groups or for none: a column
/// of numbers that jumps from line to line is hard to compare.
fn fits_beside(desk: &Desk, b: &Builder, group: &Group) -> bool {
    let fits = |count: &Count, whole: Option<&Count>| {
        let room = b.width - b.text_width(&label(desk, count, whole), VALUE) - 12.0;
        room > 80.0 && b.wrap(count.name.get(desk.locale), NAME, room).len() <= 2
    };
    fits(&group.whole, None) && group.subsets.iter().all(|s| fits(s, Some(&group.whole)))
}

/// A name, a number (in the name's line where it is to be `beside`), and under them what `draw` draws,
/// which returns its height.
fn strip(
    desk: &Desk,
    b: &mut Builder,
    (count, whole): (&Count, Option<&Count>),
    beside: bool,
    draw: &dyn Fn(&mut Builder, f64) -> f64,
) {
    let (top, first) = (b.y, b.marks.len());
    match desk.card() {
        Some(_) => dense_strip(desk, b, (count, whole), draw),
        None => open_strip(desk, b, (count, whole), beside, draw),
    }
    let area = Rect { x: 0.0, y: top, width: b.width, height: b.y - top };
    push_item(desk, b, first, (count, whole), false, area);
}

fn open_strip(
    desk: &Desk,
    b: &mut Builder,
    (count, whole): (&Count, Option<&Count>),
    beside: bool,
    draw: &dyn Fn(&mut Builder, f64) -> f64,
) {
    let measured = count.value.value.stated().is_some();
    let value = label(desk, count, whole);
    let name = count.name.get(desk.locale);
    let font = if whole.is_none() { NAME } else { BODY };
    let value_width = b.text_width(&value, VALUE);
    b.y += 6.0;
    let first_line = b.y + 10.0;
    let room = b.width - if beside { value_width + 12.0 } else { 0.0 };
    b.paragraph(name, 0.0, room, font, Role::Ink);
    let (font, role) = match measured {
        true => (VALUE, Role::Ink),
        false => (BODY, Role::Muted),
    };
    if beside {
        let at = (b.width, first_line);
        b.text(&value, at, Anchor::End, font, role, value_width + 1.0);
    } else {
        b.paragraph(&value, 0.0, b.width, font, role);
    }
    if measured {
        b.y += 4.0;
        let y = b.y;
        b.y += draw(b, y);
    }
    b.y += b.gap(6.0);
}

/// The same for a card: of a whole its words, of a subset its bar under them.
fn dense_strip(
    desk: &Desk,
    b: &mut Builder,
    (count, whole): (&Count, Option<&Count>),
    draw: &dyn Fn(&mut Builder, f64) -> f64,
) {
    let font = if whole.is_none() { NAME } else { BODY };
    card::named(b, count.name.get(desk.locale), font, &label(desk, count, whole), &count.value);
    if whole.is_some() && count.value.value.stated().is_some() {
        let y = b.y;
        b.y += draw(b, y) + 2.0;
    }
    // a name is nearer to its own bar than to the one above
    b.y += if whole.is_some() { 5.0 } else { 2.0 };
}

/// Disjoint subsets end to end under their whole, a gap between two of them; and under each name its part alone, at the
/// place that it has in the stack.
fn stack(desk: &Desk, b: &mut Builder, group: &Group, axis: &Axis, beside: bool) {
    let top = b.y + 6.0;
    let height = b.bar(STRIP);
    b.y = top + height;
    let mut part = *axis;
    // where the part before ends as it is drawn, and its width
    let mut before: Option<(f64, f64)> = None;
    for subset in &group.subsets {
        let (end, _) = reach(&subset.value.value, height);
        bar(b, &subset.value, &part, top, height);
        let width = end * axis.per_unit();
        if width > 0.0 {
            // the gap is taken from the wider of two parts, so that a small one is not covered by it
            if let Some((edge, narrow)) = before.filter(|before| before.1.max(width) > 3.0) {
                let x = if narrow < width { edge } else { part.map(0.0) - 1.0 };
                b.rect(x, top, 1.0, height, Role::Surface);
            }
            before = Some((part.map(0.0) + width.max(1.0), width));
        }
        let in_stack = (subset, Some(&group.whole));
        strip(desk, b, in_stack, beside, &|b, y| {
            let height = b.bar(PART);
            track(desk, b, axis, &group.whole, y, height);
            bar(b, &subset.value, &part, y, height);
            cells(desk, b, axis, &group.whole, y, height);
            height
        });
        part = part.with_zero_at(part.map(end));
    }
}

/// What is known of subsets that may share members, in words.
fn overlap(desk: &Desk, group: &Group) -> Vec<String> {
    if group.subsets.len() < 2 || matches!(group.relation, Relation::Disjoint | Relation::Nested) {
        return Vec::new();
    }
    let measured = group.subsets.iter().filter(|s| s.value.value.stated().is_some()).count();
    if measured < 2 {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mut surely = group.relation == Relation::Overlapping;
    if let ([a, b], whole) = (&group.subsets[..], &group.whole) {
        if let (Value::Exact(a), Value::Exact(b), Value::Exact(all)) =
            (&a.value.value, &b.value.value, &whole.value.value)
        {
            let most = a.min(*b);
            let both = ((a + b - all).max(0.0), most);
            surely |= both.0 > 0.0;
            let either = (a.max(*b), (a + b).min(*all));
            let unit = desk.label(&whole.unit);
            let range = |(low, high): (f64, f64)| {
                let value = if low < high { Value::Range(low, high) } else { Value::Exact(low) };
                desk.quantity(&Figure::from(value), unit)
            };
            let (both, either) = (range(both), range(either));
            lines.push(
                desk.say(message!("both-and-either"), &[(arg!("both"), &both), (arg!("either"), &either)]),
            );
            if most == 0.0 {
                return lines; // one of them is empty: nothing overlaps
            }
        }
    }
    lines.push(desk.say(if surely { message!("overlap") } else { message!("may-overlap") }, &[]));
    lines
}

/// Numbers side by side, each over its name.
fn counts(desk: &Desk, b: &mut Builder, counts: &[Count]) {
    const GAP: f64 = 20.0;
    if desk.card().is_some() {
        for c in counts {
            card::count(b, &label(desk, c, None), c.name.get(desk.locale), &c.value);
        }
        b.y += 6.0;
        return;
    }
    // a long word is not to be cut, however large the letters are
    let most = if b.width < 240.0 {
        1
    } else if b.is_narrow() {
        2
    } else {
        4
    };
    let columns = counts.len().clamp(1, most);
    let width = (b.width - GAP * (columns as f64 - 1.0)) / columns as f64;
    for row in counts.chunks(columns) {
        let top = b.y;
        let mut bottom = top;
        let first_of_row = b.items.len();
        for (i, count) in row.iter().enumerate() {
            let x = i as f64 * (width + GAP);
            b.y = top;
            let first = b.marks.len();
            let unit = desk.label(&count.unit);
            big_number(desk, b, &count.value, unit, x, width);
            b.paragraph(count.name.get(desk.locale), x, width, BODY, Role::Muted);
            bottom = bottom.max(b.y);
            let area = Rect { x, y: top, width, height: 0.0 };
            // a name that is none goes on from the figure: "9 points" "that introduce products"
            let initial: String = count.name.get(desk.locale).chars().take(1).collect();
            let goes_on = desk.platform.fold(&initial) == initial;
            push_item(desk, b, first, (count, None), goes_on && count.value.value.stated().is_some(), area);
        }
        for item in b.items.iter_mut().skip(first_of_row) {
            item.area.height = bottom - top;
        }
        b.y = bottom + 14.0;
    }
}

/// The word after a count's number: its own, or that of the whole that it is part of.
fn unit<'l>(desk: &Desk, count: &'l Count, whole: Option<&'l Count>) -> &'l str {
    let of_whole = whole.map(|w| &w.unit);
    desk.label(if count.unit.is_some() { &count.unit } else { of_whole.unwrap_or(&None) })
}

/// Adds the item of a count, which is drawn from mark `first` on.
fn push_item(
    desk: &Desk,
    b: &mut Builder,
    first: usize,
    (count, whole): (&Count, Option<&Count>),
    figure_first: bool,
    area: Rect,
) {
    let say = |desk: &Desk| {
        let unit = unit(desk, count, whole).to_owned();
        let mut texts =
            ItemTexts::new(count.name.get(desk.locale).to_owned(), number(desk, count, whole), unit);
        if let Some(note) = &count.note {
            texts.notes.push(note.get(desk.locale).to_owned());
        }
        ItemTexts { figure_first, ..texts }
    };
    b.item(first, desk.item(desk.id(&count.id, &count.name), area, &say, &count.value));
}
