//! Villages by revenue: the ranking of an indicator that every file knows, with the total of all villages as a
//! headline.

use super::ranking::{self, Of, Ranked};
use super::*;
use crate::data::{record, sum_of, words, Context, MoneyUnit, Period, Section, Sum, Unit, ROUNDED};
use crate::figure::Domain;

/// Its section of a data file.
pub type Data = Revenue;

/// What the schema says of that section.
pub const ABOUT: &str = "How to read the villages' `revenue`; required for the revenue chart.";

pub(super) fn scene(desk: &Desk, revenue: &Revenue) -> Scene {
    ranking::draw(desk, &ranked(desk, revenue))
}

/// What its villages are ranked by.
pub(super) fn ranked<'a>(desk: &Desk<'a>, revenue: &'a Revenue) -> Ranked<'a> {
    let name = revenue.total_name.as_ref().map(|name| name.get(desk.locale).to_owned());
    let mut totals = Vec::new();
    if let Some(total) = &revenue.total {
        totals.push((name.unwrap_or_else(|| desk.say(message!("total-revenue"), &[])), total));
    }
    Ranked {
        of: Of::Revenue,
        title: desk.label(&revenue.title).to_owned(),
        note: &revenue.note,
        unit: Unit::Money(revenue.unit),
        per: Some(revenue.per),
        domain: Domain::FromZero,
        is_summable: true,
        selection: revenue.selection,
        totals,
        references: Vec::new(),
        lists: Vec::new(),
    }
}

record! {
    /// How to read the villages' revenue.
    pub struct Revenue {
        /// The chart's title.
        pub title: Option<Label>,
        /// A line under the title.
        pub note: Option<Label>,
        /// The unit of every village's revenue, and of the total.
        pub unit: MoneyUnit,
        /// The period of every village's revenue, and of the total.
        pub per: Period,
        /// The villages are some of many, not a full list: no rank among all is implied.
        #[cfg_attr(feature = "native", schemars(default))]
        pub selection: bool,
        /// The revenue of all villages, listed or not.
        pub total: Option<Figure>,
        /// Whose total it is.
        pub total_name: Option<Label>,
    }
}

impl Section for Revenue {
    fn figures(&self, cx: &mut Context, visit: &mut dyn FnMut(&Figure, &mut Context)) {
        if let Some(total) = &self.total {
            cx.at("total", |cx| visit(total, cx));
        }
    }

    fn ids(&self, _: &mut Context) {}

    fn check(&self, key: &'static str, villages: &[Village], cx: &mut Context) {
        cx.at(key, |cx| total(self, villages, cx));
        for (i, village) in villages.iter().enumerate() {
            if let Some(figure) = &village.revenue {
                cx.at("villages", |cx| cx.at_index(i, |cx| cx.at("revenue", |cx| money(self, figure, cx))));
            }
        }
        if let Some(figure) = &self.total {
            cx.at(key, |cx| cx.at("total", |cx| money(self, figure, cx)));
        }
    }

    #[cfg(all(feature = "native", feature = "tools"))]
    fn unread(villages: &[Village]) -> Option<[&'static str; 2]> {
        villages.iter().any(|v| v.revenue.is_some()).then_some([
            "nothing, while villages have revenue",
            "its unit and period, such as { \"unit\": \"billion_vnd\", \"per\": \"year\" }",
        ])
    }
}

fn total(revenue: &Revenue, villages: &[Village], cx: &mut Context) {
    let Some(total) = &revenue.total else { return };
    let mut known = Vec::new();
    for village in villages {
        if let Some(figure) = &village.revenue {
            known.push(&figure.value);
        }
    }
    // an amount of money is rounded to its unit
    let Some((parts, stands)) = sum_of(&known, &total.value, false, cx) else { return };
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
fn money(revenue: &Revenue, figure: &Figure, cx: &mut Context) {
    if figure.repeated.has_other_unit(&|| Some(Unit::Money(revenue.unit))) {
        cx.error("mixed_unit", "another unit than $.revenue.unit", "one unit for all revenue");
    }
    if figure.repeated.has_other_period(Some(revenue.per)) {
        cx.error("mixed_period", "another period than $.revenue.per", "one period for all revenue");
    }
}
