//! By what places are grouped, beside district and craft: a province, a kind of terrain.

use super::decode::{quoted, record, Context, Decode};
use super::node::Node;
use crate::text::Label;

record! {
    /// Something that groups places, such as the province or the terrain they lie in.
    pub struct Dimension {
        /// What places name it by, and the attribute `group`.
        pub id: String,
        /// Its name, as readers see it.
        pub name: Label,
    }
}

/// All dimensions of a file, in its order; places know theirs by its place among them.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Dimensions(pub Vec<Dimension>);

/// What has a meaning of its own where a dimension is named.
const TAKEN: [&str; 7] = ["none", "district", "craft", "id", "name", "revenue", "figures"];

impl Decode for Dimensions {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        self.0.decode(node, cx);
        cx.known.are_dimensions_partial =
            !matches!(node, Node::List(_)) || self.0.iter().any(|of| of.id.is_empty());
        for (i, dimension) in self.0.iter().enumerate() {
            if TAKEN.contains(&&*dimension.id) {
                let found = cx.put(|| quoted(&dimension.id));
                let expected = cx.put(|| format!("another id than {}", TAKEN.join(", ")));
                cx.at_index(i, |cx| cx.at("id", |cx| cx.error("taken_id", found, &expected)));
            }
            cx.known.dimensions.push(dimension.id.clone());
        }
    }
    fn is_optional(&self) -> bool {
        true
    }
}

/// What a place is in each dimension. In JSON an object with the id of a dimension before each.
///
/// ```
/// use village_charts::{data, platform::Native};
/// let json = br#"{ "format": "village-charts/1", "dimensions": [{ "id": "terrain", "name": "Terrain" }],
///     "villages": [{ "name": "A", "dimensions": { "terrain": "hills" } }] }"#;
/// let data = data::read(json, &Native::default()).dataset.unwrap();
/// let terrain = data.villages[0].dimensions.get(0).unwrap();
/// assert_eq!(terrain.get(village_charts::text::Locale::EN), "hills");
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Memberships(pub Vec<(usize, Label)>);

impl Memberships {
    /// That of a dimension, by its place in the file's list; `None` where the place has none.
    pub fn get(&self, dimension: usize) -> Option<&Label> {
        self.0.iter().find(|(of, _)| *of == dimension).map(|(_, label)| label)
    }

    /// Reads the one of a dimension.
    pub(super) fn read(&mut self, dimension: usize, node: &Node, cx: &mut Context) {
        if *node != Node::Null {
            let mut label = Label::default();
            label.decode(node, cx);
            self.0.push((dimension, label));
        }
    }
}

impl Decode for Memberships {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        let Node::Record(entries) = node else {
            return cx.wrong_type(node, "an object with the id of a dimension before each text");
        };
        for (key, node) in entries {
            if key.starts_with('$') {
                continue;
            }
            let at = cx.known.dimension(key);
            cx.at(key.clone().into_owned(), |cx| match at {
                Some(at) if self.get(at).is_some() => {
                    cx.error("duplicate_key", "the same key twice", "one of them")
                }
                Some(at) => self.read(at, node, cx),
                None if cx.known.are_dimensions_partial => {}
                None => {
                    let found = cx.put(|| quoted(key));
                    cx.error("unknown_dimension", found, "the id of one of $.dimensions");
                }
            });
        }
    }
    fn is_optional(&self) -> bool {
        true
    }
}

#[cfg(feature = "native")]
impl schemars::JsonSchema for Memberships {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Memberships".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "What a place is in each dimension, by the dimensions' ids.",
            "type": "object",
            "patternProperties": { "^\\$": {} },
            "additionalProperties": { "anyOf": [generator.subschema_for::<Label>(), { "type": "null" }] }
        })
    }
}
