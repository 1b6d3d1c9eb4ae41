//! What the layouts of a chart have in common: a letter of a search changes neither the order of thousands of places
//! nor what tells them apart, and a page that is turned, or another width, not who is drawn.

use super::*;
use crate::view::State;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;

/// What layouts of one dataset on one platform, in whichever views, find out for those after them. Another dataset, or
/// a platform of other words, has one of its own.
#[derive(Default)]
pub struct Kept {
    lasting: Last<Key, Lasting>,
    pub(super) given: OnceCell<Rc<Vec<indicators::Given>>>,
    #[cfg(feature = "many")]
    pub(in crate::chart) pairs: Members<scatter::Pairs>,
    #[cfg(feature = "many")]
    pub(in crate::chart) spread: Members<spread::Spread>,
}

/// Who is drawn, by all of a view that it depends on, and how many a page of their list has.
#[cfg(feature = "many")]
pub(in crate::chart) type Members<T> = Last<(State, usize), T>;

/// The members of the view, as layouts before this one have found them.
#[cfg(feature = "many")]
pub(in crate::chart) fn members<T>(desk: &Desk, of: fn(&Kept) -> &Members<T>, make: &dyn Fn() -> T) -> Rc<T> {
    let key = || (desk.view.of_places(), desk.list_size());
    desk.kept.map_or_else(|| Rc::new(make()), |kept| of(kept).of(key(), make))
}

/// What was made last, and of what.
pub(in crate::chart) struct Last<K, T>(Cell<Option<(K, Rc<T>)>>);

impl<K, T> Default for Last<K, T> {
    fn default() -> Self {
        Last(Cell::new(None))
    }
}

impl<K: PartialEq, T> Last<K, T> {
    /// That of a key: as it is there, else as it is made now.
    pub fn of(&self, key: K, make: &dyn Fn() -> T) -> Rc<T> {
        let (key, made) = match self.0.take() {
            Some((last, made)) if last == key => (last, made),
            _ => (key, Rc::new(make())),
        };
        self.0.set(Some((key, made.clone())));
        made
    }
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
    let make = || Lasting::new(desk, ranked);
    let Some(kept) = desk.kept else { return Rc::new(make()) };
    let State { kind, locale, sort, .. } = **desk.view;
    let (group, only) = (desk.view.group.clone(), desk.view.only.clone());
    kept.lasting.of(Key { of: ranked.of, kind, locale, sort, group, only }, &make)
}
