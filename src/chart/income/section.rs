//! How a data file says what people earn.

use super::is_converted;
use crate::data::{record, unique, Context, MoneyUnit, Period, Section, Severity, Unit, Village};
use crate::figure::Figure;
use crate::text::Label;

record! {
    /// What people earn, each row in its own period.
    pub struct Income {
        /// The chart's title.
        pub title: Option<Label>,
        /// A line under the title.
        pub note: Option<Label>,
        /// The unit of every row.
        pub unit: MoneyUnit,
        /// Who earns what.
        pub rows: Vec<IncomeRow>,
    }
}

record! {
    /// What one group of people earns.
    pub struct IncomeRow {
        /// A stable name for links and events; made from the name where it is left out.
        pub id: Option<String>,
        /// Who.
        pub name: Label,
        /// How much, for one person.
        pub value: Figure,
        /// For how long: a month or a year.
        #[cfg_attr(feature = "native", schemars(extend("enum" = ["month", "year"])))]
        pub per: Period,
        /// Places that the row speaks of.
        #[cfg_attr(feature = "native", schemars(default))]
        pub places: Vec<Label>,
        /// `places` names some of them, not all.
        #[cfg_attr(feature = "native", schemars(default))]
        pub open_list: bool,
    }
}

impl Section for Income {
    fn figures(&self, cx: &mut Context, visit: &mut dyn FnMut(&Figure, &mut Context)) {
        cx.at("rows", |cx| {
            for (i, row) in self.rows.iter().enumerate() {
                cx.at_index(i, |cx| cx.at("value", |cx| visit(&row.value, cx)));
            }
        });
    }

    fn ids(&self, cx: &mut Context) {
        let mut ids = Vec::new();
        for row in &self.rows {
            ids.push(row.id.as_deref().unwrap_or(""));
        }
        cx.at("rows", |cx| unique(&ids, cx));
    }

    fn check(&self, key: &'static str, _: &[Village], cx: &mut Context) {
        cx.at(key, |cx| periods(self, cx));
    }
}

fn periods(income: &Income, cx: &mut Context) {
    let first = income.rows.first().map(|r| r.per);
    for (i, row) in income.rows.iter().enumerate() {
        cx.at("rows", |cx| {
            cx.at_index(i, |cx| {
                if !is_converted(row.per) {
                    let expected = "month or year: the rows of this chart are shown by either";
                    cx.at("per", |cx| cx.error("bad_period", "another period", expected));
                }
                if row.value.repeated.has_other_unit(&|| Some(Unit::Money(income.unit))) {
                    cx.error("mixed_unit", "another unit than $.income.unit", "one unit for all rows");
                }
                if row.value.repeated.has_other_period(Some(row.per)) {
                    cx.error("mixed_period", "another period than the row's per", "one period in a row");
                } else if Some(row.per) != first {
                    let found = "another period than in $.income.rows[0]";
                    let expected = "months and years may be mixed here: they are converted before they \
                                    share an axis, and the chart says so";
                    cx.report(Severity::Note, "mixed_period", found, expected);
                }
            })
        });
    }
}
