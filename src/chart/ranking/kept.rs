//! What the layouts of a chart have in common: a letter of a search changes neither the order of thousands of places
//! nor what tells them apart.

use super::*;
use crate::view::Filter;
use std::cell::Cell;
use std::rc::Rc;

/// What layouts of one dataset on one platform, in whichever views, find out for those after them. Another dataset, or
/// a platform of other words, has one of its own.
#[derive(Default)]
pub struct Kept(Cell<Option<Found>>);

struct Found {
    view: View,
    of: Of,
    lasting: Rc<Lasting>,
}

impl<'a> Desk<'a> {
    /// The same with what was found out before.
    pub(in crate::chart) fn keeping(self, kept: &'a Kept) -> Desk<'a> {
        Desk { kept: Some(kept), ..self }
    }
}

/// What lasts of the list that the view shows.
pub(in crate::chart) fn lasting(desk: &Desk, ranked: &Ranked) -> Rc<Lasting> {
    let Some(Kept(kept)) = desk.kept else { return Rc::new(Lasting::new(desk, ranked)) };
    let (view, of) = (listing(desk.view), ranked.of);
    let found = match kept.take() {
        Some(found) if (&found.view, found.of) == (&view, of) => found,
        _ => Found { view, of, lasting: Rc::new(Lasting::new(desk, ranked)) },
    };
    let lasting = found.lasting.clone();
    kept.set(Some(found));
    lasting
}

/// The view without what a reader looks for, and where: no list depends on that. It may depend on all else, also on
/// what views will have one day.
fn listing(view: &View) -> View {
    let mut view = view.clone();
    for action in [
        Action::Width(0.0),
        Action::Filter(Filter::default()),
        Action::Threshold(None),
        Action::Page(0),
        Action::Hover(None),
        Action::Select(None),
    ] {
        view.update(action);
    }
    view
}
