//! A subset cell by cell: a cell for each member of its whole, those of the subset filled.

use super::*;
use crate::scene::Named;

/// The subsets of a group that can be shown so, as id and name.
pub(super) fn countable(desk: &Desk, group: &Group) -> Vec<Named> {
    let countable = group.subsets.iter().filter(|subset| cell_counts(group, subset).is_some());
    let subset = |s: &Count| Named { id: desk.id(&s.id, &s.name), name: s.name.get(desk.locale).to_owned() };
    countable.map(subset).collect()
}

/// Draws the cells of the subset that the reader asked for, from `top`, and returns their height; `None` of another
/// one.
pub(super) fn cells(desk: &Desk, b: &mut Builder, group: &Group, subset: &Count, top: f64) -> Option<f64> {
    let asked = desk.view.cells.as_ref() == Some(&desk.id(&subset.id, &subset.name));
    let (part, all) = cell_counts(group, subset).filter(|_| asked)?;
    Some(unit_view(b, part, all, top))
}

/// How many cells of how many a subset fills, where both are numbers that can be counted.
fn cell_counts(group: &Group, subset: &Count) -> Option<(u32, u32)> {
    const MOST: f64 = 1500.0;
    let whole_number = |count: &Count| match count.value.value {
        Value::Exact(n) if n.fract() == 0.0 && n > 0.0 && n <= MOST => Some(n as u32),
        _ => None,
    };
    // "56%" of something is no number of things
    let is_share = [subset, &group.whole].iter().any(|c| c.unit.as_ref().is_some_and(|u| u.own() == "%"));
    let (part, all) = (whole_number(subset)?, whole_number(&group.whole)?);
    (group.layout == Layout::Strips && !is_share && part <= all).then_some((part, all))
}

/// A cell for each member of a whole, those of a subset filled: row by row, a multiple of ten in each.
/// Returns the height.
fn unit_view(b: &mut Builder, part: u32, all: u32, top: f64) -> f64 {
    let columns = ((f64::from(all) * 2.5).sqrt() / 10.0).ceil() * 10.0;
    let size = (b.width / columns).floor().clamp(2.0, 20.0);
    let per_row = columns as u32;
    // whole rows, and the cells of the last one
    let mut fill = |cells: u32, role| {
        let (rows, rest) = (f64::from(cells / per_row), f64::from(cells % per_row));
        b.rect(0.0, top, columns * size, rows * size, role);
        b.rect(0.0, top + rows * size, rest * size, size, role);
    };
    fill(all, Role::Whole);
    fill(part, Role::Solid);
    let rows = all.div_ceil(per_row);
    let height = f64::from(rows) * size;
    for column in 1..per_row {
        b.rect(f64::from(column) * size - 1.0, top, 1.0, height, Role::Surface);
    }
    for row in 1..rows {
        b.rect(0.0, top + f64::from(row) * size - 1.0, columns * size, 1.0, Role::Surface);
    }
    // around those that are not filled, since their grey alone is faint
    let whole_rows = f64::from(all / per_row) * size;
    b.frame(0.0, top, columns * size, whole_rows, 1.0, Role::WholeLine);
    b.frame(0.0, top + whole_rows - 1.0, f64::from(all % per_row) * size, size + 1.0, 1.0, Role::WholeLine);
    height
}
