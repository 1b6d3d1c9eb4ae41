//! The line of figures that a reader points at stands out: it has an edge, and the others are quiet.

use super::{Mark, Role, Scene, Shape, BLEED};
use crate::view::View;

/// How much wider than a line its edge is.
const EDGE: f64 = 6.0;

impl Scene {
    /// The line of an item, by its place among those of the chart; `None` where figures are in no lines.
    fn line_of(&self, item: usize) -> Option<usize> {
        self.controls.rows.iter().rposition(|first| *first <= item)
    }

    /// That of the item that is pointed at.
    fn pointed(&self, view: &View) -> Option<usize> {
        self.line_of(self.index_of(view.hover.as_ref()?)?)
    }

    /// The item of the line after or before that of an item which is nearest to it in time; the same one where there is
    /// no such line, and `None` where figures are in no lines.
    pub fn across(&self, from: usize, after: bool) -> Option<usize> {
        let (rows, row) = (&self.controls.rows, self.line_of(from)?);
        let next = if after { Some(row + 1) } else { row.checked_sub(1) };
        let Some((next, first)) = next.and_then(|next| Some((next, *rows.get(next)?))) else {
            return Some(from);
        };
        let end = rows.get(next + 1).copied().unwrap_or(self.items.len());
        let at = |item: usize| self.items.get(item).map_or(0.0, |item| item.area.x);
        let far = |item: &usize| (at(*item) - at(from)).abs();
        (first..end).min_by(|a, b| far(a).total_cmp(&far(b)))
    }

    /// The line that is pointed at, with its edge, on the layer of the [frames](Scene::frames).
    pub(super) fn pointed_line(&self, view: &View) -> Vec<Mark> {
        let (mut edges, mut own) = (Vec::new(), Vec::new());
        let line = self.pointed(view);
        for mark in self.marks.iter().filter(|mark| line.is_some() && mark.line == line) {
            let mark = mark.moved(BLEED, BLEED);
            match &mark.shape {
                // nothing lies over them
                Shape::Text(..) => continue,
                // not what leads to its label
                Shape::Line(points, width) if is_drawn_in(mark.role) => {
                    let shape = Shape::Line(points.clone(), width + EDGE);
                    edges.push(Mark { shape, role: Role::Focus, ..mark });
                }
                _ => {}
            }
            own.push(mark);
        }
        edges.append(&mut own);
        edges
    }

    /// The marks of the picture, be they on their way, where a line is pointed at: those of the others are quiet.
    /// `None` where none is.
    ///
    /// ```
    /// use village_charts::{chart, data, platform::Native, text::Locale, view::{Action, Kind, View}};
    /// let platform = Native::default();
    /// let json = br#"{ "format": "village-charts/1", "indicators": [{ "id": "x", "name": "X", "kind": "count" }],
    ///     "villages": [{ "name": "A", "figures": { "x": { "2020": 1, "2021": 2 } } },
    ///                  { "name": "B", "figures": { "x": { "2020": 3, "2021": 4 } } }] }"#;
    /// let data = data::read(json, &platform).dataset.unwrap();
    /// let mut view = View::new(Kind::Trend, Locale::EN, 640.0);
    /// let scene = chart::scene(&data, &view, &platform).unwrap();
    /// assert_eq!(scene.quieted(&scene.marks, &view), None);
    /// view.update(Action::Hover(Some("a@2020".to_owned())));
    /// assert_eq!(scene.quieted(&scene.marks, &view).unwrap().len(), scene.marks.len());
    /// ```
    pub fn quieted(&self, marks: &[Mark], view: &View) -> Option<Vec<Mark>> {
        let line = self.pointed(view)?;
        let mut quieted = Vec::new();
        for mark in marks {
            let mut mark = mark.moved(0.0, 0.0);
            if mark.line.is_some_and(|other| other != line) {
                mark.role = quiet(mark.role);
                match &mut mark.shape {
                    Shape::Line(_, width) => *width = width.min(1.0),
                    Shape::Text(runs, ..) => runs.iter_mut().for_each(|run| run.role = quiet(run.role)),
                    _ => {}
                }
            }
            quieted.push(mark);
        }
        Some(quieted)
    }
}

/// Is this the colour of a line?
fn is_drawn_in(role: Role) -> bool {
    matches!(role, Role::Solid | Role::Ink | Role::Muted)
}

/// What stays of a colour behind what stands out. Where a reader has few colours, all of it stays.
fn quiet(role: Role) -> Role {
    match role {
        role if is_drawn_in(role) => Role::WholeLine,
        Role::Soft => Role::Whole,
        role => role,
    }
}
