//! Where the figures of a file come from.

use super::decode::{Context, Decode};
use super::model::Source;
use super::node::Node;
use crate::sort;
use std::ops::Deref;

/// All sources of a file, in its order. Every figure asks for its own by its id.
///
/// ```
/// use village_charts::{data, platform::Native};
/// let json = br#"{ "format": "village-charts/1",
///     "sources": [{ "id": "b", "name": "B" }, { "id": "a", "name": "A" }] }"#;
/// let data = data::read(json, &Native::default()).dataset.unwrap();
/// assert_eq!((data.sources.find("a"), data.sources.find("c")), (Some(1), None));
/// assert_eq!(data.sources[0].id, "b");
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sources {
    all: Vec<Source>,
    /// Places in `all`, in the order of their ids.
    order: Vec<usize>,
}

impl Sources {
    /// The place of the source that has an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        let id_of = |i: &usize| self.all.get(*i).map_or("", |source| &*source.id);
        let at = self.order.binary_search_by(|i| id_of(i).cmp(id)).ok()?;
        self.order.get(at).copied()
    }
}

impl Deref for Sources {
    type Target = [Source];

    fn deref(&self) -> &[Source] {
        &self.all
    }
}

impl Decode for Sources {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        self.all.decode(node, cx);
        self.order = sort::order(&self.all, &|a, b| a.id.cmp(&b.id));
    }
    fn is_optional(&self) -> bool {
        true
    }
}

#[cfg(feature = "native")]
impl schemars::JsonSchema for Sources {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Sources".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<Source>::json_schema(generator)
    }
}
