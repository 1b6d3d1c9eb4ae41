//! Who is drawn, and what is known of all of them: once for all pages and widths.

use super::columns::Counted;
use super::*;
use crate::chart::places::{named, Named, Reading};

/// A place of the chart.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// By its number in the file.
    pub at: usize,
    /// The author or the reader looks for it: the others are quiet.
    pub is_named: bool,
    /// Where its mark is: the middle of what its figure states.
    pub middle: f64,
    pub is_exact: bool,
}

/// Who is drawn, and what is known of all of them. Places are told by their number in `places`.
pub(in crate::chart) struct Spread {
    /// Those with a figure, from the least number on, then the others.
    pub(super) places: Vec<Place>,
    /// How many have a figure.
    pub measured: usize,
    /// Those of them that are not exact, and those that it is said of on the picture which they are.
    pub inexact: Vec<usize>,
    pub labelled: Vec<usize>,
    /// How many of the whole file have a figure, among whom each has its rank.
    pub known: usize,
    pub has_named: bool,
    /// What those with a figure are counted by.
    pub(super) counted: Counted,
    /// From where to where the marks of the whole file go.
    pub span: (f64, f64),
    pub median: Option<Figure>,
    /// What all figures of the picture cite.
    pub(super) cited: Cited,
    pub(super) reading: Reading,
}

impl Spread {
    /// All places, or those of the one group that is shown.
    pub(super) fn new(desk: &Desk, ranked: &Ranked, list: &List) -> Spread {
        let mut spread = Spread {
            places: Vec::new(),
            measured: 0,
            inexact: Vec::new(),
            labelled: Vec::new(),
            known: 0,
            has_named: false,
            counted: Counted::new(),
            span: axes::NOTHING,
            median: None,
            cited: Cited::default(),
            reading: Reading::default(),
        };
        for of in list.all() {
            spread.known += usize::from(of.is_measured());
            spread.span = axes::within(spread.span, marks::reach(&of.figure.value, ranked.domain));
        }
        let named = named(desk, list);
        let (mut drawn, mut figures, mut missing) = (Vec::new(), Vec::new(), 0);
        for i in &list.lasting.order {
            if let (Some(of), Some(named)) = (list.all().get(*i), named.get(*i)) {
                drawn.push((*i, of, *named));
                figures.push(of.figure);
                missing += usize::from(!of.is_measured());
            }
        }
        // the keys of missing figures are below all others
        let mut order = ranking::ordered(&figures, false);
        order.rotate_left(missing);
        spread.measured = drawn.len() - missing;
        let mut cited: Vec<&Figure> = Vec::new();
        for (_, figure) in &ranked.totals {
            cited.push(figure);
        }
        for (_, figure) in &ranked.references {
            cited.push(figure);
        }
        let mut values = Vec::new();
        for i in order {
            let Some((at, of, Named { is_named, has_label })) = drawn.get(i).copied() else { continue };
            let (value, number) = (&of.figure.value, spread.places.len());
            let is_exact = matches!(value, Value::Exact(_));
            if of.is_measured() {
                values.push(value);
                spread.counted.push(value, ranked.domain);
            }
            if of.is_measured() && !is_exact {
                spread.inexact.push(number);
            }
            if has_label && of.is_measured() {
                spread.labelled.push(number);
            }
            spread.has_named |= is_named;
            spread.places.push(Place { at, is_named, middle: marks::middle(value), is_exact });
            cited.push(of.figure);
        }
        spread.median = labels::median(&values);
        spread.cited = desk.cited(&cited);
        let is_asked = desk.view.filter != Default::default();
        let is_named = |i: usize| spread.places.get(i).is_some_and(|place| place.is_named);
        spread.reading = Reading::new(desk, spread.places.len(), &is_named, &|i| !is_asked || is_named(i));
        spread
    }

    /// The place of a number.
    pub(super) fn place<'l>(&self, list: &List<'l>, number: usize) -> Option<Listed<'l>> {
        list.one(self.places.get(number)?.at)
    }
}
