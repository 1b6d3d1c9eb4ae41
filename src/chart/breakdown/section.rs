//! How a data file says wholes, what is part of them, and numbers that stand alone.

use crate::data::{
    fits, keywords, record, sum_of, unique, words, Context, Section, Severity, Sum, Unit, Village, ROUNDED,
};
use crate::figure::{Figure, Order};
use crate::text::{Label, Locale};

keywords! {
    /// How the subsets of a whole stand to one another.
    pub enum Relation {
        /// Not known.
        "unknown" => Unknown,
        /// Nothing is in two of them: they may be stacked.
        "disjoint" => Disjoint,
        /// Each lies within the one before it.
        "nested" => Nested,
        /// Something is, or may be, in several of them.
        "overlapping" => Overlapping,
    } or the first
}

keywords! {
    /// How the subsets of a whole are drawn.
    pub enum Layout {
        /// Each as a strip of its own, beside the whole.
        "strips" => Strips,
        /// End to end in one strip; for `disjoint` subsets only.
        "stacked" => Stacked,
    } or the first
}

record! {
    /// Wholes, subsets of them, and numbers that stand alone.
    pub struct Breakdown {
        /// The chart's title.
        pub title: Option<Label>,
        /// A line under the title.
        pub note: Option<Label>,
        /// Wholes with their subsets.
        #[cfg_attr(feature = "native", schemars(default))]
        pub groups: Vec<Group>,
        /// Numbers that are no part of a whole here.
        #[cfg_attr(feature = "native", schemars(default))]
        pub counts: Vec<Count>,
    }
}

record! {
    /// A whole and subsets of it.
    pub struct Group {
        /// All of them.
        pub whole: Count,
        /// How the subsets stand to one another; `unknown` where it is left out.
        #[cfg_attr(feature = "native", schemars(default = "unknown"))]
        pub relation: Relation,
        /// How the subsets are drawn; `strips` where it is left out.
        #[cfg_attr(feature = "native", schemars(default = "strips"))]
        pub layout: Layout,
        /// The subsets, in reading order.
        #[cfg_attr(feature = "native", schemars(default))]
        pub subsets: Vec<Count>,
    }
}

record! {
    /// A number of things.
    pub struct Count {
        /// A stable name for links and events; made from the name where it is left out.
        pub id: Option<String>,
        /// What is counted.
        pub name: Label,
        /// How many.
        pub value: Figure,
        /// The word after the number, such as "cụm" or "%".
        pub unit: Option<Label>,
        /// What else a reader must know of it.
        pub note: Option<Label>,
    }
}

#[cfg(feature = "native")]
fn unknown() -> Relation {
    Relation::Unknown
}

#[cfg(feature = "native")]
fn strips() -> Layout {
    Layout::Strips
}

impl Section for Breakdown {
    fn figures(&self, cx: &mut Context, visit: &mut dyn FnMut(&Figure, &mut Context)) {
        let mut each = |count: &Count, cx: &mut Context| cx.at("value", |cx| visit(&count.value, cx));
        cx.at("groups", |cx| {
            for (i, group) in self.groups.iter().enumerate() {
                cx.at_index(i, |cx| {
                    cx.at("whole", |cx| each(&group.whole, cx));
                    cx.at("subsets", |cx| {
                        for (i, subset) in group.subsets.iter().enumerate() {
                            cx.at_index(i, |cx| each(subset, cx));
                        }
                    });
                });
            }
        });
        cx.at("counts", |cx| {
            for (i, count) in self.counts.iter().enumerate() {
                cx.at_index(i, |cx| each(count, cx));
            }
        });
    }

    fn ids(&self, cx: &mut Context) {
        cx.at("counts", |cx| ids(&self.counts, cx));
        for (i, group) in self.groups.iter().enumerate() {
            cx.at("groups", |cx| cx.at_index(i, |cx| cx.at("subsets", |cx| ids(&group.subsets, cx))));
        }
    }

    fn check(&self, key: &'static str, _: &[Village], cx: &mut Context) {
        cx.at(key, |cx| {
            cx.at("groups", |cx| {
                for (i, group) in self.groups.iter().enumerate() {
                    cx.at_index(i, |cx| {
                        cx.at("whole", |cx| own_unit(&group.whole, cx));
                        cx.at("subsets", |cx| own_units(&group.subsets, cx));
                    });
                }
            });
            cx.at("counts", |cx| own_units(&self.counts, cx));
            cx.at("groups", |cx| {
                for (i, group) in self.groups.iter().enumerate() {
                    cx.at_index(i, |cx| {
                        if cx.at("subsets", |cx| fits(group.subsets.len(), cx)) {
                            subsets(group, cx);
                        }
                    });
                }
            });
        });
    }
}

fn own_units(counts: &[Count], cx: &mut Context) {
    for (i, count) in counts.iter().enumerate() {
        cx.at_index(i, |cx| own_unit(count, cx));
    }
}

/// A figure may repeat its unit; then it has to be that of its count.
fn own_unit(count: &Count, cx: &mut Context) {
    if count.value.repeated.has_other_unit(&|| count.unit.clone().map(Unit::Named)) {
        cx.at("value", |cx| {
            cx.error("mixed_unit", "another unit than that of what is counted", "the same unit")
        });
    }
}

fn ids(counts: &[Count], cx: &mut Context) {
    let mut ids = Vec::new();
    for count in counts {
        ids.push(count.id.as_deref().unwrap_or(""));
    }
    unique(&ids, cx);
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
            let mut parts = Vec::new();
            for subset in &group.subsets {
                parts.push(&subset.value.value);
            }
            let sum = sum_of(&parts, whole, !is_share(&group.whole), cx);
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
