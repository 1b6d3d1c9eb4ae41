//! Indicators that are parts of another one: which may be, and whether their figures make at most the whole.

use super::check::words;
use super::decode::{one_of, quoted, Context};
use super::indicator::{Figures, Indicator, IndicatorKind, Observation};
use super::model::Dataset;
use super::unit::Unit;
use crate::figure::{Domain, Value};

/// So many parts have a look of their own.
const MOST: usize = 8;

/// What must hold of parts. Their figures are looked at where nothing is wrong with what they are parts of.
pub(super) fn check(data: &Dataset, all: &[Indicator], cx: &mut Context) {
    let errors = cx.count();
    cx.at("indicators", |cx| {
        for (i, whole) in all.iter().enumerate() {
            if !whole.parts.is_empty() {
                cx.at_index(i, |cx| cx.at("parts", |cx| parts(i, whole, all, cx)));
            }
        }
    });
    if cx.count() > errors {
        return;
    }
    for (at, whole) in all.iter().enumerate() {
        let Some(sums) = Sums::new(data, all, at) else { continue };
        for (i, village) in data.villages.iter().enumerate() {
            let check = |cx: &mut Context| sums.check(whole, &village.figures, cx);
            cx.at("villages", |cx| cx.at_index(i, |cx| cx.at("figures", check)));
        }
    }
}

/// Are these parts of the indicator at that place?
fn parts(at: usize, whole: &Indicator, all: &[Indicator], cx: &mut Context) {
    let kinds = "a count, an amount, an average of one and the same, or shares in percent";
    let percent = |of: &Indicator| of.unit == Some(Unit::Percent);
    let is_whole = match whole.kind {
        IndicatorKind::Count | IndicatorKind::Amount | IndicatorKind::Average => true,
        IndicatorKind::Rate => percent(whole),
        IndicatorKind::Index | IndicatorKind::Change => false,
    };
    if !is_whole {
        let found = cx.put(|| format!("parts of {}", kind(whole)));
        return cx.error("parts_of_none", found, kinds);
    }
    if whole.parts.len() > MOST {
        let found = cx.put(|| format!("{} parts", whole.parts.len()));
        let expected = "at most 8, since no more can be told apart: make one of the smallest";
        return cx.error("too_many_parts", found, expected);
    }
    for (i, id) in whole.parts.iter().enumerate() {
        let check = |cx: &mut Context| {
            let Some(part) = all.iter().position(|of| of.id == *id) else {
                let (found, expected) = (cx.put(|| quoted(id)), cx.put(|| known(all, id)));
                return cx.error("unknown_indicator", found, &expected);
            };
            if whole.parts.iter().take(i).any(|other| other == id) {
                let found = cx.put(|| format!("{} twice", quoted(id)));
                return cx.error("duplicate_part", found, "each part once");
            }
            if holds(all, part, at) {
                let found = cx.put(|| format!("{} is a part of {}", quoted(&whole.id), quoted(id)));
                return cx.error("parts_in_circle", found, "parts that do not have their whole as a part");
            }
            let Some(part) = all.get(part) else { return };
            if part.kind != whole.kind {
                let found = cx.put(|| format!("{} of {}", kind(part), kind(whole)));
                cx.error("mixed_kind", found, "parts of the same kind as their whole");
            } else if part.unit != whole.unit {
                let expected = match whole.kind {
                    IndicatorKind::Rate => "shares in percent, as their whole is",
                    _ => "the unit of the whole",
                };
                cx.error("mixed_unit", "another unit than that of the whole", expected);
            } else if part.per != whole.per {
                cx.error("mixed_period", "another period than that of the whole", "the period of the whole");
            }
        };
        cx.at_index(i, check);
    }
}

/// Which ids there are, with the one that was perhaps meant; of very many not which.
fn known(all: &[Indicator], id: &str) -> String {
    const MOST: usize = 30;
    if all.len() > MOST {
        return "the id of one of $.indicators".to_owned();
    }
    let ids: Vec<&str> = all.iter().map(|of| &*of.id).collect();
    one_of(&ids, Some(id))
}

/// A kind in words of the format.
fn kind(of: &Indicator) -> String {
    let percent = if of.unit == Some(Unit::Percent) { " in percent" } else { "" };
    format!("kind \"{}\"{percent}", of.kind.name())
}

/// Is an indicator the other one, or has it that one among its parts, or theirs?
fn holds(all: &[Indicator], indicator: usize, other: usize) -> bool {
    let mut seen = vec![false; all.len()];
    let mut open = vec![indicator];
    while let Some(at) = open.pop() {
        if at == other {
            return true;
        }
        let (Some(of), Some(seen)) = (all.get(at), seen.get_mut(at)) else { continue };
        if std::mem::replace(seen, true) {
            continue;
        }
        for id in &of.parts {
            open.extend(all.iter().position(|of| of.id == *id));
        }
    }
    false
}

/// A whole with its parts, to compare the figures of both.
pub(crate) struct Sums<'a> {
    all: &'a [Indicator],
    /// By its place in the file's list.
    pub whole: usize,
    /// Theirs, in their order.
    pub parts: Vec<usize>,
    /// The file has no figure of the whole: of shares it is 100.
    pub is_hundred: bool,
}

impl<'a> Sums<'a> {
    /// `None` where it has no parts.
    pub fn new(data: &Dataset, all: &'a [Indicator], whole: usize) -> Option<Sums<'a>> {
        let of = all.get(whole)?;
        let mut parts = Vec::new();
        for id in &of.parts {
            parts.extend(all.iter().position(|of| of.id == *id));
        }
        if parts.is_empty() {
            return None;
        }
        let is_hundred = of.kind == IndicatorKind::Rate && !is_measured(data, whole);
        Some(Sums { all, whole, parts, is_hundred })
    }

    /// How far a sum of parts may be from the whole because all of them were rounded: half a unit of the last digit
    /// each. How many decimals there are the author says; else in figures such as 33.4, 33 and 33.3 the last digit is
    /// the first decimal: JSON has no 33.0. What is counted one by one was not rounded.
    pub fn slack(&self, whole: Option<&Value>, parts: &[(usize, &Value)]) -> f64 {
        let kind = self.all.get(self.whole).map(|of| of.kind);
        let mut most = 0;
        for (_, value) in parts {
            most = decimals(value).max(most);
        }
        let half = |indicator: usize, found: u8| {
            let given = self.all.get(indicator).and_then(|of| of.decimals).map(|d| d.0);
            let decimals = given.unwrap_or(found);
            let mut unit = 0.5;
            for _ in 0..decimals {
                unit /= 10.0;
            }
            match kind {
                Some(IndicatorKind::Count) if decimals == 0 => 0.0,
                _ => unit,
            }
        };
        let mut slack = 0.0;
        for (indicator, value) in parts {
            if value.stated().is_some() {
                slack += half(*indicator, most);
            }
        }
        if let Some(whole) = whole.filter(|_| !self.is_hundred) {
            slack += half(self.whole, decimals(whole).max(most));
        }
        // in binary 0.1 + 0.2 is a hair above 0.3
        slack + 1e-9
    }

    /// Do the parts of a place make at most its whole, at each time?
    fn check(&self, whole: &Indicator, figures: &Figures, cx: &mut Context) {
        for of in &figures.0 {
            let is_first = |of: &Observation| {
                let mut before = figures.0.iter().take_while(|other| !std::ptr::eq(*other, of));
                before.all(|other| other.time != of.time || !self.parts.contains(&other.indicator))
            };
            if self.parts.contains(&of.indicator) && is_first(of) {
                self.check_at(whole, figures, of, cx);
            }
        }
    }

    /// The same at the time of one of them.
    fn check_at(&self, whole: &Indicator, figures: &Figures, first: &Observation, cx: &mut Context) {
        let hundred = Value::Exact(100.0);
        let of_whole = match figures.get(self.whole, first.time) {
            _ if self.is_hundred => &hundred,
            Some(figure) => &figure.value,
            None => return,
        };
        let high = of_whole.interval().high;
        let (mut least, mut given) = (0.0, Vec::new());
        for part in &self.parts {
            if let Some(figure) = figures.get(*part, first.time) {
                least += least_of(&figure.value);
                given.push((*part, &figure.value));
            }
        }
        if least <= high + self.slack(Some(of_whole), &given) + high * 1e-12 {
            return;
        }
        let found = cx.put(|| {
            let sum = words(&Value::Exact((least * 1e6).round() / 1e6), cx);
            format!("parts of {} that make {sum} or more, of {}", quoted(&whole.id), words(of_whole, cx))
        });
        let tell = |cx: &mut Context| {
            let expected =
                "parts that make at most the whole, but for rounding: \"decimals\" of the indicators say \
                            how far they were rounded; what overlaps is no part";
            cx.error("parts_above_whole", found.clone(), expected);
        };
        let at = self.all.get(first.indicator).map_or("", |of| &*of.id).to_owned();
        cx.at(at, |cx| first.at_time(cx, &tell));
    }
}

/// What a part is at least.
fn least_of(value: &Value) -> f64 {
    value.interval().within(Domain::FromZero).low
}

/// How many decimals a number is written with.
fn decimals(value: &Value) -> u8 {
    let (Value::Exact(_) | Value::Range(..), Some((low, high))) = (value, value.stated()) else { return 0 };
    let is_whole = |x: f64| (x - (x + 0.5).floor()).abs() <= x * 1e-12 + 1e-9;
    let (mut power, mut decimals) = (1.0, 0);
    while decimals < 6 && !(is_whole(low * power) && is_whole(high * power)) {
        power *= 10.0;
        decimals += 1;
    }
    decimals
}

/// Has any place a figure of it, or what places are compared with?
pub(crate) fn is_measured(data: &Dataset, indicator: usize) -> bool {
    let has = |figures: &[Observation]| figures.iter().any(|of| of.indicator == indicator);
    data.villages.iter().any(|village| has(&village.figures.0))
        || data.references.iter().any(|reference| has(&reference.figures.0))
}
