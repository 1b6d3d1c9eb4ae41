//! Which places of a file are those of the files before it: by their ids, else by name and district.

use super::{problem, Join};
use crate::import::content::{Content, Place};
use crate::import::told::{ands, quote, told, Given, Told};
use crate::import::words::fold;
use crate::import::{Problem, Table};
use std::collections::HashMap;

/// The places of the files before, by what makes another one the same.
struct Known {
    by_id: HashMap<String, usize>,
    by_name: HashMap<(String, bool), Vec<usize>>,
}

/// Which of the places before one is.
enum Same {
    /// This one.
    As(usize),
    /// None of them.
    New,
    /// One of several: nothing tells which.
    Doubtful,
}

impl Known {
    fn of(places: &[Place]) -> Known {
        let (mut by_id, mut by_name) = (HashMap::new(), HashMap::<_, Vec<usize>>::new());
        for (i, place) in places.iter().enumerate() {
            if !place.id.is_empty() {
                by_id.insert(place.id.clone(), i);
            }
            by_name.entry(Known::key(place)).or_default().push(i);
        }
        Known { by_id, by_name }
    }

    fn key(place: &Place) -> (String, bool) {
        (fold(&place.name), place.is_reference)
    }

    /// The places of its name.
    fn named(&self, place: &Place) -> &[usize] {
        self.by_name.get(&Known::key(place)).map_or(&[], Vec::as_slice)
    }

    fn same(&self, all: &[Place], place: &Place) -> Same {
        if let Some(at) = self.by_id.get(&place.id) {
            return Same::As(*at);
        }
        let those = |fits: fn(&Place, &Place) -> bool| -> Vec<usize> {
            let named = self.named(place).iter().filter_map(|i| Some((*i, all.get(*i)?)));
            // an id decides where the other has one, too
            let may_be = named.filter(|(_, other)| other.id.is_empty() || place.id.is_empty());
            may_be.filter(|(_, other)| fits(other, place)).map(|(i, _)| i).collect()
        };
        let in_district = those(|other, place| fold(&other.district) == fold(&place.district));
        let in_any = those(|other, place| other.district.is_empty() || place.district.is_empty());
        match (&*in_district, &*in_any) {
            ([one], _) | (_, [one]) => Same::As(*one),
            ([], []) => Same::New,
            _ => Same::Doubtful,
        }
    }
}

impl<'a> Join<'a> {
    /// Where the places of a file are among all. What contradicts is added to the problems.
    pub(super) fn places(
        &mut self,
        content: &Content,
        dimensions: &[usize],
        file: usize,
        tables: &[Table],
        problems: &mut Vec<Problem>,
    ) -> Vec<usize> {
        let of_place = |row: usize, found: Told, expected: Told| {
            problem(tables, file, row, tables.get(file)?.place, found, expected)
        };
        let before = Known::of(&self.content.places);
        let mut places = Vec::new();
        let mut known = 0;
        for place in &content.places {
            let mut groups = vec![String::new(); self.content.dimensions.len()];
            for (value, at) in place.groups.iter().zip(dimensions) {
                if let Some(slot) = groups.get_mut(*at) {
                    slot.clone_from(value);
                }
            }
            let own = Place { groups, ..place.clone() };
            let same = before.same(&self.content.places, place);
            if let (Same::Doubtful, false) = (&same, place.is_reference) {
                let named = before.named(place).iter();
                let all = named.filter_map(|i| self.place_cell(tables, *i)).map(Given::from).collect();
                let found = told!("found-namesakes", name = quote(&place.name), cells = ands(all));
                problems.extend(of_place(place.row, found, told!("expected-told-apart")));
            }
            let Same::As(same) = same else {
                places.push(self.content.places.len());
                self.first.push((file, place.row));
                self.content.places.push(own);
                continue;
            };
            known += usize::from(!place.is_reference);
            places.push(same);
            let cell = self.place_cell(tables, same).map_or("".into(), Given::from);
            for found in self.meet(same, &own, self.name(file), &cell) {
                problems.extend(of_place(place.row, found, told!("expected-same-place")));
            }
        }
        for place in &mut self.content.places {
            place.groups.resize(self.content.dimensions.len(), String::new());
        }
        self.known.push(known);
        places
    }

    /// Adds what a file says of a place that is in `cell` of one before it. What contradicts comes back.
    fn meet(&mut self, same: usize, own: &Place, file: &'a str, cell: &Given) -> Vec<Told> {
        let mut told = Vec::new();
        let Some(old) = self.content.places.get_mut(same) else { return told };
        if fold(&old.name) != fold(&own.name) {
            let (name, other) = (quote(&own.name), quote(&old.name));
            self.renamed.push(told!("renamed", file = file, name = name, other = other, cell = cell.clone()));
        }
        old.groups.resize(self.content.dimensions.len(), String::new());
        let names = self.content.dimensions.iter().map(|(_, name)| Given::from(name));
        let groups = names.zip(&mut old.groups).zip(&own.groups).map(|((name, old), own)| (name, old, own));
        let heads = [
            (told!("district").into(), &mut old.district, &own.district),
            (told!("craft").into(), &mut old.craft, &own.craft),
            (told!("id").into(), &mut old.id, &own.id),
        ];
        for (group, old, value) in heads.into_iter().chain(groups) {
            if old.is_empty() {
                old.clone_from(value);
            } else if !value.is_empty() && fold(old) != fold(value) {
                told.push(told!(
                    "found-other-group",
                    name = quote(&own.name),
                    group = group,
                    value = quote(value),
                    other = quote(old),
                    cell = cell.clone(),
                ));
            }
        }
        told
    }

    /// The cell of a place's name.
    fn place_cell(&self, tables: &[Table], place: usize) -> Option<Told> {
        let (file, row) = *self.first.get(place)?;
        Some(self.cell(tables, file, row, tables.get(file)?.place))
    }
}
