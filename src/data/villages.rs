//! The list of villages: in JSON an object for each, or, for large files, the names of columns and a list of cells for
//! each.

use super::decode::{Context, Decode};
use super::indicator::{self, IndicatorId};
use super::model::Village;
use super::node::Node;
use super::time::{self, TimePeriod};
use std::ops::Deref;

/// All villages of a file, in its order.
///
/// ```
/// use village_charts::{data, platform::Native};
/// let json = br#"{ "format": "village-charts/1",
///     "indicators": [{ "id": "poor", "name": "Poverty rate", "kind": "rate", "unit": "percent" }],
///     "villages": { "columns": ["name", "district", "poor@2014", "poor@2016"],
///                   "rows": [["A", "D", 3.2, { "less_than": 2 }], ["B", "D", 4, null]] } }"#;
/// let data = data::read(json, &Native::default()).dataset.unwrap();
/// assert_eq!(data.villages[0].figures.0.len(), 2);
/// assert_eq!(data.villages[1].figures.0.len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Villages(pub Vec<Village>);

impl Deref for Villages {
    type Target = [Village];

    fn deref(&self) -> &[Village] {
        &self.0
    }
}

impl<'a> IntoIterator for &'a Villages {
    type Item = &'a Village;
    type IntoIter = std::slice::Iter<'a, Village>;

    fn into_iter(self) -> std::slice::Iter<'a, Village> {
        self.0.iter()
    }
}

/// What the cells of a column are.
enum Column {
    Id,
    Name,
    Craft,
    District,
    Revenue,
    /// Figures of an indicator, by its place in the file's list.
    Figure(usize, Option<TimePeriod>),
    /// What is wrong was told.
    None,
}

impl Decode for Villages {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        match node {
            Node::Record(entries) => self.columns(entries, node, cx),
            _ => self.0.decode(node, cx),
        }
    }
    fn is_optional(&self) -> bool {
        true
    }
}

impl Villages {
    fn columns(&mut self, entries: &[(std::borrow::Cow<str>, Node)], node: &Node, cx: &mut Context) {
        const EXPECTED: &str = "a list of villages, or { \"columns\": [names], \"rows\": [[cells], …] }";
        let of = |key: &str| entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1);
        let (Some(Node::List(names)), Some(Node::List(rows))) = (of("columns"), of("rows")) else {
            return cx.wrong_type(node, EXPECTED);
        };
        let mut columns = Vec::new();
        cx.at("columns", |cx| {
            for (i, name) in names.iter().enumerate() {
                let twice = names.iter().take(i).any(|other| other == name);
                columns.push(cx.at_index(i, |cx| match twice {
                    true => {
                        cx.error("duplicate_key", "the same column twice", "one of them");
                        Column::None
                    }
                    false => column(name, cx),
                }));
            }
        });
        if !columns.iter().any(|column| matches!(column, Column::Name)) {
            cx.at("columns", |cx| cx.error("missing_key", "no column \"name\"", "the names of the villages"));
        }
        for (i, row) in rows.iter().enumerate() {
            let mut village = Village::default();
            cx.at("rows", |cx| {
                cx.at_index(i, |cx| match row {
                    Node::List(cells) if cells.len() == columns.len() => {
                        for (j, (cell, column)) in cells.iter().zip(&columns).enumerate() {
                            cx.at_index(j, |cx| read(cell, column, &mut village, cx));
                        }
                    }
                    row => cx.wrong_type(
                        row,
                        "a list with a cell for each of the columns; null where there is none",
                    ),
                })
            });
            self.0.push(village);
        }
    }
}

/// "name", "district", …; or the id of an indicator, with "@" and a time where its figures have one.
fn column(node: &Node, cx: &mut Context) -> Column {
    let Node::Text(text) = node else {
        cx.wrong_type(node, "the name of a column");
        return Column::None;
    };
    match &**text {
        "id" => return Column::Id,
        "name" => return Column::Name,
        "craft" => return Column::Craft,
        "district" => return Column::District,
        "revenue" => return Column::Revenue,
        _ => {}
    }
    let (id, time) = text.rsplit_once('@').map_or((&**text, None), |(id, time)| (id, Some(time)));
    let mut indicator = IndicatorId::default();
    let errors = cx.count();
    indicator.decode(&Node::Text(id.into()), cx);
    let period = time.and_then(TimePeriod::parse);
    if time.is_some() && period.is_none() {
        let found = cx.describe(node);
        cx.error("bad_time", found, time::EXPECTED);
    }
    if cx.count() > errors {
        return Column::None;
    }
    Column::Figure(indicator.0, period)
}

fn read(cell: &Node, column: &Column, village: &mut Village, cx: &mut Context) {
    match column {
        Column::Name => village.name.decode(cell, cx),
        Column::Id => village.id.decode(cell, cx),
        Column::Craft => village.craft.decode(cell, cx),
        Column::District => village.district.decode(cell, cx),
        Column::Revenue => village.revenue.decode(cell, cx),
        Column::Figure(indicator, time) if *cell != Node::Null => {
            indicator::observe(cell, *indicator, *time, cx, &mut village.figures.0);
        }
        Column::Figure(..) | Column::None => {}
    }
}

#[cfg(feature = "native")]
impl schemars::JsonSchema for Villages {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Villages".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The villages, or other places: an object for each; or, in large files, the names of \
                            columns and a list of cells for each. A column is `id`, `name`, `craft`, `district`, \
                            `revenue`, or the id of an indicator, with `@` and a time where its figures have one.",
            "anyOf": [
                { "type": "array", "items": generator.subschema_for::<Village>() },
                {
                    "type": "object",
                    "properties": {
                        "columns": {
                            "type": "array", "items": { "type": "string" },
                            "description": "What the cells of each row are, in their order."
                        },
                        "rows": {
                            "type": "array", "items": { "type": "array" },
                            "description": "The cells of each village; null where it has nothing in a column."
                        }
                    },
                    "required": ["columns", "rows"],
                    "additionalProperties": false
                }
            ]
        })
    }
}
