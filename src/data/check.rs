//! What must hold between the figures of a file before any of them is drawn.

use super::decode::Context;
use super::finding::Severity;
use super::model::*;
use crate::figure::{Figure, Order, Value};
use crate::text::{self, Locale};

pub(super) fn check(data: &Dataset, cx: &mut Context) {
    // figures that are not read in full cannot be judged, but names can
    let in_full = !cx.has_errors();
    if in_full || (!data.sources.is_empty() && data.sources.iter().all(|s| !s.id.is_empty())) {
        sources(data, cx);
    }
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
            cx.at("rows", |cx| length(income.rows.len(), cx));
            periods(income, cx);
        });
    }
    for (key, breakdown) in breakdowns(data) {
        let items =
            |b: &Breakdown| b.counts.len() + b.groups.iter().map(|g| 1 + g.subsets.len()).sum::<usize>();
        cx.at(key, |cx| length(breakdown.as_ref().map_or(0, items), cx));
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

fn length(count: usize, cx: &mut Context) {
    if count > MOST_ITEMS {
        cx.error("list_too_long", format!("{count} figures"), "at most 100 in one chart");
    }
}

fn breakdowns(data: &Dataset) -> [(&'static str, &Option<Breakdown>); 3] {
    [("clusters", &data.clusters), ("village_counts", &data.village_counts), ("petitions", &data.petitions)]
}

/// A figure as it stands in a message.
fn words(value: &Value, cx: &Context) -> String {
    text::value(value, Locale::En, cx.platform)
}

/// Is a sum above a whole, and by more than adding up decimals makes of it? In binary 0.1 + 0.2 is a
/// hair above 0.3.
fn surely_above(sum: &Value, whole: &Value) -> bool {
    let (sum_low, whole_high) = (sum.interval().low, whole.interval().high);
    let hair = whole_high * 1e-12;
    sum.order(whole) == Order::Above && (sum_low > whole_high + hair || sum_low == whole_high)
}

fn villages(villages: &[Village], cx: &mut Context) {
    // Two places may share a name; two entries of one place are a mistake. No name has a line end, so
    // that all of them cross into a browser as one text.
    let place = |village: &Village| {
        let name = village.name.get(Locale::Vi);
        match &village.district {
            Some(district) if !name.is_empty() => format!("{name}\t{}", district.get(Locale::Vi)),
            _ => name.to_owned(),
        }
    };
    let places = cx.platform.fold(&text::join(&villages.iter().map(place).collect::<Vec<_>>(), "\n"));
    let places: Vec<String> = places.split('\n').map(str::to_owned).collect();
    for (i, first) in repeated(&places) {
        let found = format!("\"{}\", as in $.villages[{first}]", villages[i].name.get(Locale::Vi));
        let expected = "each village once, or a district that tells them apart";
        cx.at_index(i, |cx| cx.at("name", |cx| cx.error("duplicate_village", found, expected)));
    }
    let ids: Vec<String> = villages.iter().map(|v| v.id.clone().unwrap_or_default()).collect();
    for (i, first) in repeated(&ids) {
        let found = format!("the id of $.villages[{first}]");
        cx.at_index(i, |cx| cx.at("id", |cx| cx.error("duplicate_id", found, "an id of its own")));
    }
}

/// Every text that another one before it equals, with that one; empty texts are not compared.
fn repeated(texts: &[String]) -> Vec<(usize, usize)> {
    let order = crate::sort::order(texts.len(), &|a, b| texts[a].cmp(&texts[b]));
    let pairs = order.windows(2).filter(|pair| texts[pair[0]] == texts[pair[1]]);
    pairs.filter(|pair| !texts[pair[0]].is_empty()).map(|pair| (pair[1], pair[0])).collect()
}

fn total(revenue: &Revenue, villages: &[Village], cx: &mut Context) {
    let Some(total) = &revenue.total else { return };
    let known = villages.iter().filter_map(|v| v.revenue.as_ref()).map(|f| &f.value);
    let Some(parts) = Value::sum(known) else {
        return;
    };
    if surely_above(&parts, &total.value) {
        let found =
            format!("{}, while the villages listed make {}", words(&total.value, cx), words(&parts, cx));
        cx.at("total", |cx| {
            cx.error("total_below_parts", found, "a total of at least the sum of its known parts")
        });
    }
}

/// A figure may repeat its unit and period; then it has to be that of its section.
fn money(data: &Dataset, revenue: &Revenue, cx: &mut Context) {
    let same = |figure: &Figure, cx: &mut Context| {
        if figure.unit.is_some_and(|u| u != revenue.unit) {
            cx.error("mixed_unit", "another unit than $.revenue.unit".into(), "one unit for all revenue");
        }
        if figure.per.is_some_and(|p| p != revenue.per) {
            cx.error(
                "mixed_period",
                "another period than $.revenue.per".into(),
                "one period for all revenue",
            );
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
                    cx.error("mixed_unit", "another unit than $.income.unit".into(), "one unit for all rows");
                }
                if row.value.per.is_some_and(|p| p != row.per) {
                    cx.error("mixed_period", "another period than the row's per".into(), "one period in a row");
                } else if Some(row.per) != first {
                    let found = "another period than in $.income.rows[0]".into();
                    cx.report(Severity::Note, "mixed_period", found, "months and years may be mixed here: they are converted before they share an axis, and the chart says so");
                }
            })
        });
    }
}

fn subsets(group: &Group, cx: &mut Context) {
    let whole = &group.whole.value.value;
    cx.at("subsets", |cx| {
        let is_share = |count: &Count| count.unit.as_ref().is_some_and(|u| u.get(Locale::Vi) == "%");
        for (i, subset) in group.subsets.iter().enumerate() {
            if is_share(subset) && !is_share(&group.whole) {
                let found = "a share in % of a whole that is a number".to_owned();
                let expected = "the whole's unit, or a group of its own whose whole is 100 %";
                cx.at_index(i, |cx| cx.at("unit", |cx| cx.error("mixed_unit", found, expected)));
            }
            if subset.value.value.order(whole) == Order::Above {
                let found = format!("{} of {}", words(&subset.value.value, cx), words(whole, cx));
                cx.at_index(i, |cx| {
                    cx.at("value", |cx| cx.error("subset_above_whole", found, "at most the whole"))
                });
            }
        }
        if group.relation == Relation::Disjoint {
            let parts = group.subsets.iter().map(|s| &s.value.value);
            if let Some(sum) = Value::sum(parts).filter(|sum| surely_above(sum, whole)) {
                let found = format!("parts that make {} of {}", words(&sum, cx), words(whole, cx));
                cx.error(
                    "disjoint_above_whole",
                    found,
                    "parts that make at most the whole, or another relation: the parts overlap",
                );
            }
        }
        if group.relation == Relation::Nested {
            for (i, inner) in group.subsets.iter().enumerate() {
                let value = &inner.value.value;
                let mut outer = group.subsets.iter().take(i).map(|s| &s.value.value);
                if let Some(outer) = outer.find(|outer| value.order(outer) == Order::Above) {
                    let found = format!("{} within {}", words(value, cx), words(outer, cx));
                    let expected = "at most every subset before it";
                    cx.at_index(i, |cx| cx.at("value", |cx| cx.error("subset_above_whole", found, expected)));
                }
            }
        }
    });
    if group.layout == Layout::Stacked && group.relation != Relation::Disjoint {
        let names: Vec<&str> = group.subsets.iter().map(|s| s.name.get(Locale::En)).collect();
        let found = format!("a stack of subsets that are not said to be disjoint ({})", names.join("; "));
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
    let known = |figure: &Figure, cx: &mut Context| {
        if let Some(id) = &figure.source {
            if !data.sources.iter().any(|s| &s.id == id) {
                cx.at("source", |cx| {
                    cx.error("unknown_source", format!("\"{id}\""), "the id of one of $.sources")
                });
            }
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
