//! What the layouts of a chart have in common: a letter of a search changes neither the order of thousands of places
//! nor what tells them apart.

use super::*;
use crate::view::State;
use std::cell::Cell;
use std::rc::Rc;

/// What layouts of one dataset on one platform, in whichever views, find out for those after them. Another dataset, or
/// a platform of other words, has one of its own.
#[derive(Default)]
pub struct Kept(Cell<Option<Found>>);

struct Found {
    of: Key,
    lasting: Rc<Lasting>,
}

/// Which list it is: all of a view that a list depends on, but for what its reader looks for.
#[derive(PartialEq)]
struct Key {
    of: Of,
    kind: Kind,
    locale: Locale,
    sort: Sort,
    group: Option<String>,
    only: Option<String>,
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
    let State { kind, locale, sort, .. } = **desk.view;
    let (group, only) = (desk.view.group.clone(), desk.view.only.clone());
    let of = Key { of: ranked.of, kind, locale, sort, group, only };
    let found = match kept.take() {
        Some(found) if found.of == of => found,
        _ => Found { of, lasting: Rc::new(Lasting::new(desk, ranked)) },
    };
    let lasting = found.lasting.clone();
    kept.set(Some(found));
    lasting
}
