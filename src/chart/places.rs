//! The places that an author or a reader names for a chart.
#![cfg(feature = "many")]

use super::ranking::List;
use super::*;

/// So many of the places that a reader finds have labels; more are told from the others by their marks alone.
pub(super) const MOST_LABELS: usize = 12;

/// Whom the author or the reader looks for.
#[derive(Clone, Copy, Default)]
pub(super) struct Named {
    pub is_named: bool,
    /// And it is said on the picture which it is.
    pub has_label: bool,
}

/// That of all places, in the order of the file.
pub(super) fn named(desk: &Desk, list: &List) -> Vec<Named> {
    let mut all = vec![Named::default(); list.all().len()];
    let few = list.order.len() <= MOST_LABELS;
    let is_asked = desk.view.filter != Default::default();
    for i in list.order.iter().filter(|_| is_asked) {
        if let Some(named) = all.get_mut(*i) {
            *named = Named { is_named: true, has_label: few };
        }
    }
    let names = asked(desk.view);
    for (named, of) in all.iter_mut().zip(list.all()) {
        if names.iter().any(|name| is(of.village, name)) {
            *named = Named { is_named: true, has_label: true };
        }
    }
    all
}

/// The places of a list with pages, by their numbers, as they are heard: those that are named come first, so that one
/// who keeps places need not turn pages for them.
#[derive(Default)]
pub(super) struct Reading {
    /// So many are on a page.
    pub size: usize,
    pub listed: Vec<usize>,
    /// Of each place its number in that list.
    numbers: Vec<Option<usize>>,
}

impl Reading {
    /// Those of so many that are listed. A list that has no pages stays as it is.
    pub fn new(
        desk: &Desk,
        count: usize,
        is_named: &dyn Fn(usize) -> bool,
        is_listed: &dyn Fn(usize) -> bool,
    ) -> Reading {
        let size = desk.list_size();
        let mut reading = Reading { size, listed: Vec::with_capacity(count), numbers: vec![None; count] };
        for turn in [true, false] {
            for i in 0..count {
                if is_listed(i) && (count <= size || is_named(i)) == turn {
                    if let Some(number) = reading.numbers.get_mut(i) {
                        *number = Some(reading.listed.len());
                    }
                    reading.listed.push(i);
                }
            }
        }
        reading
    }

    /// The number of a place in the list; `None` where it is not listed.
    pub fn number(&self, place: usize) -> Option<usize> {
        self.numbers.get(place).copied().flatten()
    }
}

/// The part of a list that is read.
pub(super) struct Page {
    pub number: usize,
    pub of: usize,
    size: usize,
}

impl Page {
    /// That of the view, of a list of so many.
    pub fn new(desk: &Desk, size: usize, count: usize) -> Page {
        let of = if desk.card().is_some() { 1 } else { count.div_ceil(size).max(1) };
        Page { number: desk.view.page.min(of - 1), of, size }
    }

    /// What leads to the item of a number of the list, where items begin at `first`: see [`Target`]. Those of other
    /// pages are a way to these.
    pub fn item(&self, number: usize, first: usize) -> usize {
        match number / self.size {
            page if page == self.number => first + number % self.size,
            page => OTHER_PAGES + page,
        }
    }

    /// Is the item of a number on it?
    pub fn has(&self, number: usize) -> bool {
        number / self.size == self.number
    }

    /// The places on it.
    pub fn places<'r>(&self, reading: &'r Reading) -> &'r [usize] {
        let from = self.number.saturating_mul(self.size).min(reading.listed.len());
        let to = from.saturating_add(self.size).min(reading.listed.len());
        reading.listed.get(from..to).unwrap_or_default()
    }
}

/// Before all items are counted.
pub(super) const OTHER_PAGES: usize = usize::MAX / 2;

/// Now that all items are counted: those of other pages are after them.
pub(super) fn number_pages(b: &mut Builder) {
    for target in &mut b.targets {
        if target.item >= OTHER_PAGES {
            target.item = target.item - OTHER_PAGES + b.items.len();
        }
    }
}

/// The names and ids that the view asks for.
pub(super) fn asked(view: &View) -> Vec<String> {
    text::listed(view.places.as_deref().unwrap_or(""))
}

/// Is it called so: by its id, its name, or its name and its district with a slash between them?
pub(super) fn is(village: &Village, name: &str) -> bool {
    let lies_in = |district: &str| village.district.as_ref().is_some_and(|own| own.is(district));
    let parted = text::parted(name, b'/');
    village.name.is(name)
        || village.id.as_deref() == Some(name)
        || parted.is_some_and(|(name, district)| village.name.is(name) && lies_in(district))
}

/// How a view names a place: by its id; else by its name, and where others have the same by that and its district.
pub(super) fn word(village: &Village, has_others: bool) -> String {
    let name = village.name.own();
    let word = match (&village.id, &village.district) {
        (Some(id), _) => id.clone(),
        (None, Some(district)) if has_others => concat(&[name, "/", district.own()]),
        (None, _) => name.to_owned(),
    };
    let mut escaped = String::new();
    for letter in word.chars() {
        if letter == ',' {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// The places in a part of the picture of a view, as a view names them. Of more than `most` one more than these, since
/// each may have to be told from all others.
///
/// The picture is laid out once more: where each of thousands of places is no other layout has to say.
pub fn within(
    data: &Dataset,
    view: &View,
    platform: &dyn Platform,
    kept: &Kept,
    part: &Rect,
    most: usize,
) -> Vec<String> {
    let desk = Desk { boxed: true, ..Desk::new(data, view, platform, false).keeping(kept) };
    let mut found = Vec::new();
    let scene = lay_out(&desk).map(|scene| scene.within(part)).unwrap_or_default();
    for village in scene.into_iter().take(most.saturating_add(1)).filter_map(|at| data.villages.get(at)) {
        let same = |other: &&Village| other.name.own() == village.name.own();
        found.push(word(village, data.villages.iter().filter(same).count() > 1));
    }
    found
}

/// The first of those that the file does not have.
pub(super) fn unknown(data: &Dataset, view: &View) -> Option<Fault> {
    for name in asked(view) {
        if data.villages.iter().any(|village| is(village, &name)) {
            continue;
        }
        let expected = || {
            let names: Vec<&str> =
                data.villages.iter().map(|village| village.name.get(view.locale)).collect();
            // one whose name begins like this, else the first
            let near = names.iter().find(|own| own.chars().next() == name.chars().next()).or(names.first());
            let such = concat(&["such as \"", near.copied().unwrap_or(""), "\": "]);
            concat(&["names or ids of places with commas between them, ", &such, &one_of(&names, &name)])
        };
        return Some(wrong("places", "unknown_place", &name, expected));
    }
    None
}
