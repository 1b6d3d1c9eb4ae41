//! What must hold between the figures of a file before any of them is drawn.

use super::decode::Context;
use super::finding::Severity;
use super::letters::seen;
use super::model::*;
use crate::figure::{Figure, Order, Value};
use crate::text::{self, Locale};

pub(super) fn check(data: &Dataset, cx: &mut Context) {
    // figures that are not read in full cannot be judged, but names can
    let in_full = !cx.has_errors();
    if in_full || (!data.sources.is_empty() && data.sources.iter().all(|s| !s.id.is_empty())) {
        sources(data, cx);
    }
    ids(data, cx);
    cx.at("villages", |cx| villages(&data.villages, cx));
    if !in_full {
        return;
    }
    if let Some(revenue) = &data.revenue {
        cx.at("revenue", |cx| total(revenue, &data.villages, cx));
        money(data, revenue, cx);
    }
    if let Some(income) = &data.income {
        cx.at("income", |cx| {
            cx.at("rows", |cx| fits(income.rows.len(), cx));
            periods(income, cx);
        });
    }
    for (key, breakdown) in breakdowns(data) {
        let items =
            |b: &Breakdown| b.counts.len() + b.groups.iter().map(|g| 1 + g.subsets.len()).sum::<usize>();
        if !cx.at(key, |cx| fits(breakdown.as_ref().map_or(0, items), cx)) {
            continue;
        }
        let groups = breakdown.iter().flat_map(|b| &b.groups);
        cx.at(key, |cx| {
            cx.at("groups", |cx| {
                for (i, group) in groups.enumerate() {
                    cx.at_index(i, |cx| subsets(group, cx));
                }
            })
        });
    }
}

/// A picture of more would be higher than a canvas can be; only villages have pages.
const MOST_ITEMS: usize = 100;

fn fits(count: usize, cx: &mut Context) -> bool {
    if count > MOST_ITEMS {
        let found = cx.put(|| format!("{count} figures"));
        cx.error("list_too_long", found, "at most 100 in one chart");
    }
    count <= MOST_ITEMS
}

fn breakdowns(data: &Dataset) -> [(&'static str, &Option<Breakdown>); 3] {
    [("clusters", &data.clusters), ("village_counts", &data.village_counts), ("petitions", &data.petitions)]
}

/// A figure as it stands in a finding, which speaks to developers, in English.
fn words(value: &Value, cx: &Context) -> String {
    let number = |x: &f64| cx.platform.number(*x, 6, Locale::EN, true);
    let (before, number, after) = match value {
        Value::Exact(x) => ("", number(x), ""),
        Value::About(x) => ("about ", number(x), ""),
        Value::Nearly(x) => ("nearly ", number(x), ""),
        Value::MoreThan(x) => ("over ", number(x), ""),
        Value::AtLeast(x) => ("", number(x), " or more"),
        Value::LessThan(x) => ("under ", number(x), ""),
        Value::AtMost(x) => ("at most ", number(x), ""),
        Value::Range(low, high) => ("", [&*number(low), "–", &number(high)].concat(), ""),
        Value::Missing(why) => (why.get(Locale::EN), String::new(), ""),
    };
    [before, &number, after].concat()
}

/// How much less than the sum of figures the sum of what was counted may be, since each was rounded: half a unit of the last
/// digit for each. In figures such as 33.4, 33 and 33.3 the last digit is the first decimal: JSON has no 33.0. What is
/// `counted` one by one and has no decimals was not rounded.
fn rounding(parts: &[&Value], counted: bool) -> f64 {
    let mut stated = Vec::new();
    for part in parts {
        match part {
            Value::Exact(x) => stated.push([*x, *x]),
            Value::Range(low, high) => stated.push([*low, *high]),
            _ => {}
        }
    }
    let is_whole = |x: f64| (x - (x + 0.5).floor()).abs() <= x * 1e-12;
    let mut unit = 1.0;
    for _ in 0..6 {
        if stated.iter().flatten().all(|x| is_whole(x / unit)) {
            break;
        }
        unit /= 10.0;
    }
    match counted && unit == 1.0 {
        true => 0.0,
        false => stated.len() as f64 * unit / 2.0,
    }
}

/// How a sum of parts stands to their whole.
enum Sum {
    Fits,
    /// Above it, but no more than rounding makes of it.
    Rounded,
    Above,
}

fn sum_of(parts: &[&Value], whole: &Value, counted: bool) -> Option<(Value, Sum)> {
    let sum = Value::sum(parts.iter().copied())?;
    let (low, high) = (sum.interval().low, whole.interval().high);
    // in binary 0.1 + 0.2 is a hair above 0.3
    let hair = high * 1e-12;
    let rounding = rounding(parts, counted);
    let stands = match sum.order(whole) {
        Order::Above if low > high + rounding + hair || low == high => Sum::Above,
        Order::Above if low > high + hair => Sum::Rounded,
        _ => Sum::Fits,
    };
    Some((sum, stands))
}

/// Two places may share a name; two entries of one place are a mistake. What a reader does not see tells no two apart;
/// a district does, or ids that both have.
fn villages(villages: &[Village], cx: &mut Context) {
    // no name has a line end, so that all of them cross into a browser as one text
    let place = |village: &Village| {
        let name = seen(village.name.own());
        match &village.district {
            Some(district) if !name.is_empty() => [&*name, "\t", &seen(district.own())].concat(),
            _ => name,
        }
    };
    let spelled = text::join(&villages.iter().map(place).collect::<Vec<_>>(), "\n");
    let folded = cx.platform.fold(&spelled);
    // a browser may answer anything
    let is_of_each = folded.split('\n').count() == villages.len();
    let places: Vec<&str> = if is_of_each { &folded } else { &spelled }.split('\n').collect();
    let twice = repeated(&places);
    let name = |i: usize| villages.get(i).map_or("", |v| v.name.own());
    let id = |i: usize| villages.get(i).and_then(|v| v.id.as_ref());
    for (i, first) in each(&twice) {
        if id(i).is_some() && id(first).is_some() {
            continue;
        }
        if cx.is_full(Severity::Error) {
            cx.error("duplicate_village", "", "");
            continue;
        }
        let found = cx.put(|| format!("\"{}\", as in $.villages[{first}]", name(i)));
        let expected = "each village once, or a district that tells them apart, or an id for both";
        cx.at_index(i, |cx| cx.at("name", |cx| cx.error("duplicate_village", found, expected)));
    }
    #[cfg(feature = "tools")]
    {
        let looks: Vec<String> = places.iter().map(|place| super::disguise::looks(place)).collect();
        let looks: Vec<&str> = looks.iter().map(String::as_str).collect();
        for (i, first) in each(&repeated(&looks)).filter(|(i, first)| places.get(*i) != places.get(*first)) {
            let found =
                format!("\"{}\", which looks like \"{}\" of $.villages[{first}]", name(i), name(first));
            let expected = "the same letters, where it is the same name";
            cx.at_index(i, |cx| {
                cx.at("name", |cx| cx.report(Severity::Warning, "look_alike", found, expected))
            });
        }
    }
}

/// An id is that of one thing of a list: links, events and sources go by it.
fn unique(ids: &[&str], cx: &mut Context) {
    for (i, first) in each(&repeated(ids)) {
        let id = ids.get(i).unwrap_or(&"");
        let found = cx.put(|| format!("\"{id}\", as number {first} of the list, counted from 0"));
        cx.at_index(i, |cx| cx.at("id", |cx| cx.error("duplicate_id", found, "an id of its own")));
    }
}

fn ids(data: &Dataset, cx: &mut Context) {
    fn given(id: &Option<String>) -> &str {
        id.as_deref().unwrap_or("")
    }
    fn counts(counts: &[Count], cx: &mut Context) {
        unique(&counts.iter().map(|count| given(&count.id)).collect::<Vec<_>>(), cx);
    }
    cx.at("sources", |cx| unique(&data.sources.iter().map(|s| &*s.id).collect::<Vec<_>>(), cx));
    cx.at("villages", |cx| unique(&data.villages.iter().map(|v| given(&v.id)).collect::<Vec<_>>(), cx));
    if let Some(income) = &data.income {
        let ids: Vec<&str> = income.rows.iter().map(|row| given(&row.id)).collect();
        cx.at("income", |cx| cx.at("rows", |cx| unique(&ids, cx)));
    }
    for (key, breakdown) in breakdowns(data) {
        let Some(breakdown) = breakdown else { continue };
        cx.at(key, |cx| {
            cx.at("counts", |cx| counts(&breakdown.counts, cx));
            for (i, group) in breakdown.groups.iter().enumerate() {
                cx.at("groups", |cx| cx.at_index(i, |cx| cx.at("subsets", |cx| counts(&group.subsets, cx))));
            }
        });
    }
}

/// For each text the one before it that it equals; empty texts are not compared.
fn repeated(texts: &[&str]) -> Vec<Option<usize>> {
    let mut before = vec![None; texts.len()];
    let order = crate::sort::order(texts, &|a, b| a.cmp(b));
    for pair in order.windows(2) {
        if let [first, second] = *pair {
            let same =
                texts.get(first) == texts.get(second) && texts.get(first).is_some_and(|t| !t.is_empty());
            if let (true, Some(before)) = (same, before.get_mut(second)) {
                *before = Some(first);
            }
        }
    }
    before
}

/// Those of [`repeated`], in the order of the file, each with the one before it.
fn each(repeated: &[Option<usize>]) -> impl Iterator<Item = (usize, usize)> + '_ {
    repeated.iter().enumerate().filter_map(|(i, first)| Some((i, (*first)?)))
}

const ROUNDED: &str =
    "nothing else, where the parts were rounded: each may be half a unit of its last digit less";

fn total(revenue: &Revenue, villages: &[Village], cx: &mut Context) {
    let Some(total) = &revenue.total else { return };
    let known: Vec<&Value> = villages.iter().filter_map(|v| v.revenue.as_ref()).map(|f| &f.value).collect();
    // an amount of money is rounded to its unit
    let Some((parts, stands)) = sum_of(&known, &total.value, false) else { return };
    let said =
        || format!("{}, while the villages listed make {}", words(&total.value, cx), words(&parts, cx));
    let found = cx.put(said);
    match stands {
        Sum::Fits => {}
        Sum::Rounded => {
            cx.at("total", |cx| cx.report(Severity::Note, "rounded_sum", found, ROUNDED));
        }
        Sum::Above => {
            let expected = "a total of at least the sum of its known parts";
            cx.at("total", |cx| cx.error("total_below_parts", found, expected));
        }
    }
}

/// A figure may repeat its unit and period; then it has to be that of its section.
fn money(data: &Dataset, revenue: &Revenue, cx: &mut Context) {
    let same = |figure: &Figure, cx: &mut Context| {
        if figure.unit.is_some_and(|u| u != revenue.unit) {
            cx.error("mixed_unit", "another unit than $.revenue.unit", "one unit for all revenue");
        }
        if figure.per.is_some_and(|p| p != revenue.per) {
            cx.error("mixed_period", "another period than $.revenue.per", "one period for all revenue");
        }
    };
    for (i, village) in data.villages.iter().enumerate() {
        if let Some(figure) = &village.revenue {
            cx.at("villages", |cx| cx.at_index(i, |cx| cx.at("revenue", |cx| same(figure, cx))));
        }
    }
    if let Some(figure) = &revenue.total {
        cx.at("revenue", |cx| cx.at("total", |cx| same(figure, cx)));
    }
}

fn periods(income: &Income, cx: &mut Context) {
    let first = income.rows.first().map(|r| r.per);
    for (i, row) in income.rows.iter().enumerate() {
        cx.at("rows", |cx| {
            cx.at_index(i, |cx| {
                if row.value.unit.is_some_and(|u| u != income.unit) {
                    cx.error("mixed_unit", "another unit than $.income.unit", "one unit for all rows");
                }
                if row.value.per.is_some_and(|p| p != row.per) {
                    cx.error("mixed_period", "another period than the row's per", "one period in a row");
                } else if Some(row.per) != first {
                    let found = "another period than in $.income.rows[0]";
                    cx.report(Severity::Note, "mixed_period", found, "months and years may be mixed here: they are converted before they share an axis, and the chart says so");
                }
            })
        });
    }
}

fn subsets(group: &Group, cx: &mut Context) {
    let whole = &group.whole.value.value;
    cx.at("subsets", |cx| {
        let is_share = |count: &Count| count.unit.as_ref().is_some_and(|u| u.own() == "%");
        for (i, subset) in group.subsets.iter().enumerate() {
            if is_share(subset) && !is_share(&group.whole) {
                let found = "a share in % of a whole that is a number";
                let expected = "the whole's unit, or a group of its own whose whole is 100 %";
                cx.at_index(i, |cx| cx.at("unit", |cx| cx.error("mixed_unit", found, expected)));
            }
            if subset.value.value.order(whole) == Order::Above {
                let said = || format!("{} of {}", words(&subset.value.value, cx), words(whole, cx));
                let found = cx.put(said);
                cx.at_index(i, |cx| {
                    cx.at("value", |cx| cx.error("subset_above_whole", found, "at most the whole"))
                });
            }
        }
        if group.relation == Relation::Disjoint {
            let parts: Vec<&Value> = group.subsets.iter().map(|s| &s.value.value).collect();
            let sum = sum_of(&parts, whole, !is_share(&group.whole));
            let found = |sum, cx: &Context| {
                cx.put(|| format!("parts that make {} of {}", words(&sum, cx), words(whole, cx)))
            };
            match sum {
                Some((sum, Sum::Above)) => {
                    let found = found(sum, cx);
                    let expected =
                        "parts that make at most the whole, or another relation: the parts overlap";
                    cx.error("disjoint_above_whole", found, expected);
                }
                Some((sum, Sum::Rounded)) => {
                    let found = found(sum, cx);
                    cx.report(Severity::Note, "rounded_sum", found, ROUNDED);
                }
                _ => {}
            }
        }
        if group.relation == Relation::Nested {
            for (i, inner) in group.subsets.iter().enumerate() {
                let value = &inner.value.value;
                let mut outer = group.subsets.iter().take(i).map(|s| &s.value.value);
                if let Some(outer) = outer.find(|outer| value.order(outer) == Order::Above) {
                    let found = cx.put(|| format!("{} within {}", words(value, cx), words(outer, cx)));
                    let expected = "at most every subset before it";
                    cx.at_index(i, |cx| cx.at("value", |cx| cx.error("subset_above_whole", found, expected)));
                }
            }
        }
    });
    if group.layout == Layout::Stacked && group.relation != Relation::Disjoint {
        let found = cx.put(|| {
            let names: Vec<&str> = group.subsets.iter().map(|s| s.name.get(Locale::EN)).collect();
            format!("a stack of subsets that are not said to be disjoint ({})", names.join("; "))
        });
        cx.at("layout", |cx| {
            cx.error(
                "stacked_overlap",
                found,
                "\"strips\": a stack would count what is in two subsets twice and draw a false total",
            )
        });
    }
}

fn sources(data: &Dataset, cx: &mut Context) {
    let ids: Vec<&str> = data.sources.iter().map(|s| &*s.id).collect();
    let order = crate::sort::order(&ids, &|a, b| a.cmp(b));
    let sorted: Vec<&str> = order.into_iter().filter_map(|i| ids.get(i).copied()).collect();
    let known = |figure: &Figure, cx: &mut Context| {
        if let Some(id) = figure.source.as_ref().filter(|id| sorted.binary_search(&id.as_str()).is_err()) {
            cx.at("source", |cx| {
                let found = cx.put(|| format!("\"{id}\""));
                cx.error("unknown_source", found, "the id of one of $.sources")
            });
        }
    };
    for (i, village) in data.villages.iter().enumerate() {
        if let Some(figure) = &village.revenue {
            cx.at("villages", |cx| cx.at_index(i, |cx| cx.at("revenue", |cx| known(figure, cx))));
        }
    }
    for (i, row) in data.income.iter().flat_map(|i| &i.rows).enumerate() {
        cx.at("income", |cx| {
            cx.at("rows", |cx| cx.at_index(i, |cx| cx.at("value", |cx| known(&row.value, cx))))
        });
    }
    for (key, breakdown) in breakdowns(data) {
        let at = |count: &Count, cx: &mut Context| cx.at("value", |cx| known(&count.value, cx));
        let Some(breakdown) = breakdown else { continue };
        cx.at(key, |cx| {
            cx.at("groups", |cx| {
                for (i, group) in breakdown.groups.iter().enumerate() {
                    cx.at_index(i, |cx| {
                        cx.at("whole", |cx| at(&group.whole, cx));
                        cx.at("subsets", |cx| {
                            for (i, subset) in group.subsets.iter().enumerate() {
                                cx.at_index(i, |cx| at(subset, cx));
                            }
                        });
                    });
                }
            });
            cx.at("counts", |cx| {
                for (i, count) in breakdown.counts.iter().enumerate() {
                    cx.at_index(i, |cx| at(count, cx));
                }
            });
        });
    }
    if let Some(total) = data.revenue.as_ref().and_then(|r| r.total.as_ref()) {
        cx.at("revenue", |cx| cx.at("total", |cx| known(total, cx)));
    }
}
