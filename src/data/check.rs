//! What must hold between the figures of a file before any of them is drawn.

use super::decode::Context;
use super::finding::Severity;
use super::model::*;
use crate::figure::{Figure, Order, Value};
use crate::text::{self, Locale};

pub(super) fn check(data: &Dataset, cx: &mut Context) {
    sources(data, cx);
    cx.at("villages", |cx| villages(&data.villages, cx));
    if let Some(revenue) = &data.revenue {
        cx.at("revenue", |cx| total(revenue, &data.villages, cx));
        money(data, revenue, cx);
    }
    if let Some(income) = &data.income {
        cx.at("income", |cx| periods(income, cx));
    }
    let breakdowns = [
        ("clusters", &data.clusters),
        ("village_counts", &data.village_counts),
        ("petitions", &data.petitions),
    ];
    for (key, breakdown) in breakdowns {
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

/// A figure as it stands in a message.
fn words(value: &Value, cx: &Context) -> String {
    text::value(value, Locale::En, cx.platform)
}

fn villages(villages: &[Village], cx: &mut Context) {
    // Two places may share a name; two entries of one place are a mistake. No name has a line end, so
    // that all of them cross into a browser as one text.
    let place = |village: &Village| {
        let district = village.district.as_ref().map_or("", |d| d.get(Locale::Vi));
        format!("{}\t{district}", village.name.get(Locale::Vi))
    };
    let places = cx.platform.fold(&villages.iter().map(place).collect::<Vec<_>>().join("\n"));
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
    if total.value.order(&parts) == Order::Below {
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
        for (i, subset) in group.subsets.iter().enumerate() {
            if subset.value.value.order(whole) == Order::Above {
                let found = format!("{} of {}", words(&subset.value.value, cx), words(whole, cx));
                cx.at_index(i, |cx| {
                    cx.at("value", |cx| cx.error("subset_above_whole", found, "at most the whole"))
                });
            }
        }
        if group.relation == Relation::Disjoint {
            let parts = group.subsets.iter().map(|s| &s.value.value);
            if let Some(sum) = Value::sum(parts).filter(|sum| sum.order(whole) == Order::Above) {
                let found = format!("parts that make {} of {}", words(&sum, cx), words(whole, cx));
                cx.error(
                    "disjoint_above_whole",
                    found,
                    "parts that make at most the whole, or another relation: the parts overlap",
                );
            }
        }
        if group.relation == Relation::Nested {
            for (i, pair) in group.subsets.windows(2).enumerate() {
                if pair[1].value.value.order(&pair[0].value.value) == Order::Above {
                    let found = format!(
                        "{} within {}",
                        words(&pair[1].value.value, cx),
                        words(&pair[0].value.value, cx)
                    );
                    cx.at_index(i + 1, |cx| {
                        cx.at("value", |cx| {
                            cx.error("subset_above_whole", found, "at most the subset before it")
                        })
                    });
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
    if let Some(total) = data.revenue.as_ref().and_then(|r| r.total.as_ref()) {
        cx.at("revenue", |cx| cx.at("total", |cx| known(total, cx)));
    }
}
