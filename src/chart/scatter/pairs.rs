//! Who is drawn, and what is known of all of them: once for all pages and widths.

use super::spread::columns::Counted;
use super::*;
use crate::chart::places::{named, Reading};

/// A place of the chart.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// By its number in the file.
    pub at: usize,
    pub named: Named,
    /// It is one of the group that is shown, or all are.
    pub is_member: bool,
    /// Which of the groups that are told apart it is in.
    pub group: Option<usize>,
    /// Have both a number? Else there is no place for it in the picture.
    pub is_known: bool,
    /// Is it at one point for certain?
    pub is_exact: bool,
    /// Where it is on both axes: the number that each figure states, else the middle of all that it may be.
    pub middle: [f64; 2],
}

/// Who is drawn, and what is known of all of them. Places are told by their number in `places`.
pub(in crate::chart) struct Pairs {
    /// Those with both figures, from the least across on, then the others.
    pub(super) places: Vec<Place>,
    /// How many have both, and how many of these are exact, or stand out.
    pub known: usize,
    pub exact: usize,
    pub outstanding: usize,
    /// Those of them that are not exact.
    pub inexact: Vec<usize>,
    pub named: Vec<usize>,
    /// What those that have both are counted by, on both axes, and from where to where their marks go.
    pub(super) counted: [Counted; 2],
    pub spans: [(f64, f64); 2],
    /// How many are of the group that is shown, or all.
    pub members: usize,
    /// How many of these lack the one figure, the other, and both.
    pub missing: [usize; 2],
    pub neither: usize,
    /// Of those that have each.
    pub medians: Vec<Option<Figure>>,
    /// The groups that are told apart by shape and colour, where there are some.
    pub groups: Vec<String>,
    /// What all figures of the picture cite.
    pub(super) cited: Cited,
    pub(super) reading: Reading,
}

/// So many groups have a shape and a colour each.
pub(super) const MOST_GROUPS: usize = 4;

impl Pairs {
    pub(super) fn place(&self, i: usize) -> Option<&Place> {
        self.places.get(i)
    }

    /// Are some quiet, so that others stand out?
    pub fn are_some_quiet(&self) -> bool {
        !self.named.is_empty() || self.members < self.places.len()
    }

    /// Is it one of those that a reader is to see first? All are where no one is looked for.
    pub(super) fn stands_out(&self, place: &Place) -> bool {
        if self.named.is_empty() {
            place.is_member
        } else {
            place.named.is_named
        }
    }

    /// Those of the view.
    pub(super) fn new(desk: &Desk, sides: &Sides, list: &List) -> Pairs {
        let villages = &desk.data.villages;
        let named = named(desk, list);
        let mut is_member = vec![false; villages.len()];
        for i in &list.lasting.order {
            if let Some(is_member) = is_member.get_mut(*i) {
                *is_member = true;
            }
        }
        let mut groups = Vec::new();
        if !ranking::is_one(desk) {
            for of in list.all().iter() {
                groups.push(of.group);
            }
            groups = ranking::names(desk, &groups);
        }
        if groups.len() < 2 || groups.len() > MOST_GROUPS {
            groups.clear();
        }
        let mut pairs = Pairs {
            places: Vec::new(),
            known: 0,
            exact: 0,
            outstanding: 0,
            inexact: Vec::new(),
            named: Vec::new(),
            counted: [Counted::new(), Counted::new()],
            spans: [axes::NOTHING; 2],
            members: 0,
            missing: [0, 0],
            neither: 0,
            medians: Vec::new(),
            groups: Vec::new(),
            cited: Cited::default(),
            reading: Reading::default(),
        };
        let mut all = Vec::new();
        for (at, ((of, named), is_member)) in list.all().iter().zip(named).zip(is_member).enumerate() {
            // who is in none comes after all that have a name
            let mut group = if groups.is_empty() { None } else { Some(MOST_GROUPS) };
            for (i, name) in groups.iter().enumerate() {
                if *name == of.group {
                    group = Some(i);
                }
            }
            let named = if is_member { named } else { Named::default() };
            let (mut is_exact, mut lacks, mut middle) = (true, [0, 0], [0.0; 2]);
            for (side, (lacks, middle)) in lacks.iter_mut().zip(&mut middle).enumerate() {
                let figure = sides.figure(side, at);
                *lacks = usize::from(figure.value.stated().is_none());
                is_exact &= matches!(figure.value, Value::Exact(_));
                *middle = match marks::reach(&figure.value, sides.domain_of(side)) {
                    Some((low, high)) if !marks::has_dot(&figure.value) => (low + high) / 2.0,
                    _ => marks::middle(&figure.value),
                };
            }
            let [x, y] = lacks;
            let is_known = x + y == 0;
            if is_member {
                pairs.members += 1;
                pairs.missing = [pairs.missing[0] + x, pairs.missing[1] + y];
                pairs.neither += x * y;
            }
            all.push(Place { at, named, is_member, group, is_known, is_exact, middle });
        }
        for name in groups {
            pairs.groups.push(name.to_owned());
        }
        pairs.put_in_order(sides, &all);
        pairs.find_out(desk, sides);
        pairs
    }

    fn put_in_order(&mut self, sides: &Sides, all: &[Place]) {
        let by = |order, key: &dyn Fn(&Place) -> (f64, i8)| {
            let mut keys = Vec::with_capacity(all.len());
            for place in all {
                keys.push(key(place));
            }
            sort::by_keys(order, &keys, false)
        };
        let of_side = |side: usize| move |place: &Place| sides.figure(side, place.at).value.sort_key();
        let order = by(sort::all_of(all.len()), &of_side(1));
        let order = by(order, &of_side(0));
        for i in by(order, &|place| (0.0, i8::from(!place.is_known))) {
            self.places.extend(all.get(i).copied());
        }
    }

    /// What is known of all places together.
    fn find_out(&mut self, desk: &Desk, sides: &Sides) {
        let mut named = Vec::new();
        for (i, place) in self.places.iter().enumerate() {
            if place.named.is_named {
                named.push(i);
            }
        }
        self.named = named;
        let mut origins = Vec::new();
        for (side, each) in sides.each.iter().enumerate() {
            let domain = sides.domain_of(side);
            let desk = &each.ranked.desk(desk);
            for (_, figure) in &each.ranked.references {
                origins.push(desk.origin(figure));
            }
            let (mut values, mut counted, mut span) = (Vec::new(), Counted::new(), axes::NOTHING);
            for place in &self.places {
                let figure = sides.figure(side, place.at);
                let is_stated = figure.value.stated().is_some();
                if is_stated {
                    origins.push(desk.origin(figure));
                }
                if is_stated && place.is_member {
                    values.push(&figure.value);
                }
                if place.is_known {
                    counted.push(&figure.value, domain);
                    span = axes::within(span, marks::reach(&figure.value, domain));
                }
            }
            self.medians.push(labels::median(&values));
            if let (Some(own), Some(all)) = (self.spans.get_mut(side), self.counted.get_mut(side)) {
                (*own, *all) = (span, counted);
            }
        }
        self.cited = desk.cited_of(&origins);
        let mut inexact = Vec::new();
        for (i, place) in self.places.iter().enumerate().filter(|(_, place)| place.is_known) {
            self.known += 1;
            self.exact += usize::from(place.is_exact);
            self.outstanding += usize::from(self.stands_out(place));
            if !place.is_exact {
                inexact.push(i);
            }
        }
        self.inexact = inexact;
        let is_asked = desk.view.filter != Default::default();
        let of = |i: usize, is: &dyn Fn(&Place) -> bool| self.places.get(i).is_some_and(is);
        self.reading =
            Reading::new(desk, self.places.len(), &|i| of(i, &|place| place.named.is_named), &|i| {
                of(i, &|place| place.is_member && (!is_asked || place.named.is_named))
            });
    }
}
