//! What must hold between the figures of a file before any of them is drawn.

use super::decode::{quoted, Context};
use super::indicator;
use super::model::Dataset;
use super::whole;
use crate::figure::{Order, Value};
use crate::platform::Digits;
use crate::sort::repeated;
use crate::text::{concat, Locale};

pub(super) fn check(data: &Dataset, cx: &mut Context) {
    // figures that are not read in full cannot be judged, but names can
    let in_full = !cx.has_errors();
    if in_full || (!data.sources.is_empty() && data.sources.iter().all(|s| !s.id.is_empty())) {
        sources(data, cx);
    }
    ids(data, cx);
    if let Some(tag) = &data.locale {
        cx.at("locale", |cx| cx.language(tag));
    }
    cx.at("villages", |cx| whole::villages(&data.villages, cx));
    if !in_full {
        return;
    }
    indicator::check(data, cx);
    for (key, section) in data.sections() {
        section.check(key, &data.villages, cx);
    }
}

/// The subsets of one whole stay together on a page, and a picture of more would be higher than a canvas can be.
const MOST_ITEMS: usize = 100;

pub(crate) fn fits(count: usize, cx: &mut Context) -> bool {
    if count > MOST_ITEMS {
        let found = cx.put(|| format!("{count} figures"));
        cx.error("list_too_long", found, "at most 100 of one whole");
    }
    count <= MOST_ITEMS
}

/// A figure as it stands in a finding, which speaks to developers, in English.
pub(crate) fn words(value: &Value, cx: &Context) -> String {
    let number = |x: &f64| cx.platform.number(*x, Digits::ALL, Locale::EN);
    let (before, number, after) = match value {
        Value::Exact(x) => ("", number(x), ""),
        Value::About(x) => ("about ", number(x), ""),
        Value::Nearly(x) => ("nearly ", number(x), ""),
        Value::MoreThan(x) => ("over ", number(x), ""),
        Value::AtLeast(x) => ("", number(x), " or more"),
        Value::LessThan(x) => ("under ", number(x), ""),
        Value::AtMost(x) => ("at most ", number(x), ""),
        Value::Range(low, high) => ("", concat(&[&*number(low), "–", &number(high)]), ""),
        Value::Estimate { at, .. } => ("", number(at), ""),
        Value::Missing(why) => (why.get(Locale::EN), String::new(), ""),
    };
    concat(&[before, &number, after])
}

/// How a sum of parts stands to their whole. Without indicators another module says it where it does not fit.
#[cfg_attr(not(feature = "indicators"), allow(dead_code))]
pub(crate) enum Sum {
    Fits,
    /// Above it, but no more than rounding makes of it.
    Rounded,
    Above,
}

/// The sum of parts, and how it stands to their whole. What is `counted` one by one and has no decimals was not
/// rounded.
pub(crate) fn sum_of(
    parts: &[&Value],
    whole: &Value,
    counted: bool,
    cx: &mut Context,
) -> Option<(Value, Sum)> {
    let sum = Value::sum_of(parts)?;
    let stands = match sum.order(whole) {
        Order::Above => super::whole::above(parts, &sum, whole, counted, cx),
        _ => Sum::Fits,
    };
    Some((sum, stands))
}

/// An id is that of one thing of a list: links, events and sources go by it.
pub(crate) fn unique(ids: &[&str], cx: &mut Context) {
    for (i, first) in each(&repeated(ids)) {
        let id = ids.get(i).unwrap_or(&"");
        let found = cx.put(|| format!("{}, as number {first} of the list, counted from 0", quoted(id)));
        cx.at_index(i, |cx| cx.at("id", |cx| cx.error("duplicate_id", found, "an id of its own")));
    }
}

fn ids(data: &Dataset, cx: &mut Context) {
    let (mut sources, mut villages) = (Vec::new(), Vec::new());
    for source in data.sources.iter() {
        sources.push(&*source.id);
    }
    for village in data.villages.iter() {
        villages.push(village.id.as_deref().unwrap_or(""));
    }
    cx.at("sources", |cx| unique(&sources, cx));
    cx.at("villages", |cx| unique(&villages, cx));
    for (key, section) in data.sections() {
        cx.at(key, |cx| section.ids(cx));
    }
}

/// Those of [`repeated`], in the order of the file, each with the one before it.
pub(super) fn each(repeated: &[Option<usize>]) -> impl Iterator<Item = (usize, usize)> + '_ {
    repeated.iter().enumerate().filter_map(|(i, first)| Some((i, (*first)?)))
}

pub(crate) const ROUNDED: &str =
    "nothing else, where the parts were rounded: each may be half a unit of its last digit less";

fn sources(data: &Dataset, cx: &mut Context) {
    let known = |source: &Option<String>, cx: &mut Context| {
        if let Some(id) = source.as_ref().filter(|id| data.sources.find(id).is_none()) {
            cx.at("source", |cx| {
                let found = cx.put(|| quoted(id));
                cx.error("unknown_source", found, "the id of one of $.sources")
            });
        }
    };
    for (i, village) in data.villages.iter().enumerate() {
        if let Some(figure) = &village.revenue {
            cx.at("villages", |cx| cx.at_index(i, |cx| cx.at("revenue", |cx| known(&figure.source, cx))));
        }
    }
    indicator::sources(data, &known, cx);
    for (key, section) in data.sections() {
        cx.at(key, |cx| section.figures(cx, &mut |figure, cx| known(&figure.source, cx)));
    }
}
