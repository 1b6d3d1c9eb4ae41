//! The way from one picture to the next: marks of the same item glide from their place to their new one.

use super::{Mark, Scene};
use std::mem::discriminant;

/// The marks of `after` on their way from `before`: `t` goes from 0 to 1. What belongs to no item is in its
/// new place at once, what belongs to a new one comes half way.
///
/// ```
/// use village_charts::{chart, data, platform::Native, scene, text::Locale, view::{Action, Kind, Sort, View}};
/// let platform = Native::default();
/// let json = br#"{ "format": "village-charts/1", "revenue": { "unit": "billion_vnd", "per": "year" },
///                  "villages": [{ "name": "A", "revenue": 1 }, { "name": "B", "revenue": 2 }] }"#;
/// let data = data::read(json, &platform).dataset.unwrap();
/// let mut view = View::new(Kind::Revenue, Locale::EN, 640.0);
/// let before = chart::scene(&data, &view, &platform).unwrap();
/// view.update(Action::Sort(Sort::Name));
/// let after = chart::scene(&data, &view, &platform).unwrap();
/// assert_eq!(scene::between(&before, &after, 1.0), after.marks);
/// ```
pub fn between(before: &Scene, after: &Scene, t: f64) -> Vec<Mark> {
    let homes: Vec<Option<usize>> = after.items.iter().map(|item| before.index_of(&item.id)).collect();
    let mut starts = vec![0; before.items.len()];
    for (i, mark) in before.marks.iter().enumerate().rev() {
        if let Some(start) = mark.item.and_then(|item| starts.get_mut(item)) {
            *start = i;
        }
    }
    let mut marks = Vec::new();
    for (i, mark) in after.marks.iter().enumerate() {
        let mut points = mark.shape.points();
        if let Some(home) = mark.item.and_then(|item| homes.get(item)) {
            if home.is_none() && t < 0.5 {
                continue;
            }
            // the n-th of its kind in the item, there as here; marks of an item stand together
            let alike = |other: &Mark| {
                usize::from(
                    other.role == mark.role && discriminant(&other.shape) == discriminant(&mark.shape),
                )
            };
            let mut left = 1;
            for other in after.marks.iter().take(i).rev() {
                if other.item != mark.item {
                    break;
                }
                left += alike(other);
            }
            let mut from = Vec::new();
            let start = home.and_then(|home| starts.get(home));
            for other in start.and_then(|start| before.marks.get(*start..)).unwrap_or_default() {
                if other.item != *home {
                    break;
                }
                left -= alike(other);
                if left == 0 {
                    from = other.shape.points();
                    break;
                }
            }
            if from.len() == points.len() && t < 1.0 {
                for (to, from) in points.iter_mut().zip(from) {
                    *to = (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
                }
            }
        }
        marks.push(Mark { shape: mark.shape.at(points), ..*mark });
    }
    marks
}
