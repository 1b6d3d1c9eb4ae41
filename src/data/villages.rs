//! The list of villages: in JSON an object for each, or, for large files, the names of columns and a list of cells for
//! each.

use super::decode::{Context, Decode};
use super::model::Village;
use super::node::Node;
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

#[cfg(feature = "native")]
impl schemars::JsonSchema for Villages {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Villages".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The villages, or other places: an object for each; or, in large files, the names of \
                            columns and a list of cells for each. A column is `id`, `name`, `craft`, `district`, \
                            `revenue`, the id of a dimension, or that of an indicator, with `@` and a time where its \
                            figures have one.",
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
