//! Who is drawn, and what is known of all of them: once for all pages and widths.

use super::spread::columns::{self, Counted};
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

/// What is read of a figure: once, since thousands of them are read slowly in another order than that of the file.
#[derive(Clone, Copy)]
struct Read {
    key: (f64, i8),
    ends: (f64, f64),
    /// From where to where its mark goes; `None` of a missing one.
    reach: Option<(f64, f64)>,
    is_exact: bool,
    origin: (Option<usize>, Option<Date>),
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
        let desks = sides.each.each_ref().map(|side| side.ranked.desk(desk));
        let mut values = [Vec::new(), Vec::new()];
        let mut reads = [Vec::new(), Vec::new()];
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
            let each = lacks.iter_mut().zip(&mut middle).zip(&mut values).zip(&mut reads).zip(&desks);
            for (side, ((((lacks, middle), values), reads), desk)) in each.enumerate() {
                let figure = sides.figure(side, at);
                let (value, domain) = (&figure.value, sides.domain_of(side));
                let read = Read {
                    key: value.sort_key(),
                    ends: columns::ends(value, domain),
                    reach: marks::reach(value, domain),
                    is_exact: matches!(value, Value::Exact(_)),
                    origin: desk.origin(figure),
                };
                *lacks = usize::from(read.reach.is_none());
                is_exact &= read.is_exact;
                *middle = match read.reach {
                    Some((low, high)) if !marks::has_dot(value) => (low + high) / 2.0,
                    _ => marks::middle(value),
                };
                if is_member && read.reach.is_some() {
                    values.push(value);
                }
                reads.push(read);
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
        for values in &values {
            pairs.medians.push(labels::median(values));
        }
        pairs.put_in_order(&reads, &all);
        pairs.find_out(desk, sides, &reads);
        pairs
    }

    fn put_in_order(&mut self, [x, y]: &[Vec<Read>; 2], all: &[Place]) {
        let mut order = sort::all_of(all.len());
        let mut keys = Vec::with_capacity(all.len());
        for side in [y, x] {
            keys.clear();
            for read in side {
                keys.push(read.key);
            }
            order = sort::by_keys(order, &keys, false);
        }
        for is_known in [true, false] {
            for i in &order {
                self.places.extend(all.get(*i).filter(|place| place.is_known == is_known).copied());
            }
        }
    }

    /// What is known of all places together.
    fn find_out(&mut self, desk: &Desk, sides: &Sides, reads: &[Vec<Read>; 2]) {
        let mut named = Vec::new();
        for (i, place) in self.places.iter().enumerate() {
            if place.named.is_named {
                named.push(i);
            }
        }
        self.named = named;
        let mut origins = Vec::new();
        let own = self.spans.iter_mut().zip(&mut self.counted);
        for ((side, reads), (own, counted)) in sides.each.iter().zip(reads).zip(own) {
            let desk = &side.ranked.desk(desk);
            for (_, figure) in &side.ranked.references {
                origins.push(desk.origin(figure));
            }
            for place in &self.places {
                let Some(read) = reads.get(place.at) else { continue };
                if read.reach.is_some() {
                    origins.push(read.origin);
                }
                if place.is_known {
                    counted.add(read.ends, read.is_exact);
                    *own = axes::within(*own, read.reach);
                }
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
