//! Untyped JSON, as it came: what both roads in (JSON text on the command line, a JavaScript value in
//! a page) lead to before the data is judged. Unlike `serde_json::Value` it keeps what must be reported rather than
//! lost: keys given twice, NaN and infinities.

#[cfg(feature = "tools")]
use super::tools::Step;
use std::borrow::Cow;

/// Why a text is not read that has more values than any data; `www/src/value.ts` counts in a page.
#[cfg(feature = "native")]
pub(super) const TOO_MANY: &str = "more than 3,000,000 values";
#[cfg(feature = "native")]
pub const MOST_VALUES: usize = 3_000_000;

/// The same of one list: India has 640,000 villages, and no country more.
#[cfg(feature = "native")]
pub(super) const TOO_LONG: &str = "a list of more than 1,000,000 values";
#[cfg(feature = "native")]
const LONGEST_LIST: usize = 1_000_000;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node<'a> {
    Null,
    Bool(bool),
    Number(f64),
    /// Texts and keys stay where they came in, as far as they can: most are read once.
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Record(Vec<(Cow<'a, str>, Node<'a>)>),
    /// What a JavaScript object can hold and JSON cannot, in words.
    #[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
    Foreign(&'a str),
}

#[cfg(feature = "tools")]
impl Node<'_> {
    /// Where in the order of the file a path leads: at each step which of the values it is. What is not there is where
    /// that begins which it would be in.
    pub(super) fn place(&self, path: &[Step]) -> Vec<usize> {
        let mut place = Vec::new();
        let mut node = self;
        for step in path {
            let found = match (node, step) {
                (Node::Record(entries), Step::Key(key)) => entries.iter().position(|entry| entry.0 == *key),
                (Node::List(_), Step::Index(i)) => Some(*i),
                _ => None,
            };
            let inner = match (node, found) {
                (Node::Record(entries), Some(at)) => entries.get(at).map(|entry| &entry.1),
                (Node::List(list), Some(at)) => list.get(at),
                _ => None,
            };
            let (Some(at), Some(inner)) = (found, inner) else { break };
            place.push(at);
            node = inner;
        }
        place
    }
}

/// JSON text. A page does not need this: its browser has a parser.
#[cfg(feature = "native")]
mod json {
    use super::{Node, LONGEST_LIST, MOST_VALUES, TOO_LONG, TOO_MANY};
    use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
    use std::fmt;

    impl<'a> Node<'a> {
        /// From JSON text in UTF-8. The error is serde_json's, with line and column; it also refuses
        /// what is nested too deep, and what has too many values.
        pub fn from_json(bytes: &'a [u8]) -> Result<Node<'a>, serde_json::Error> {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            let mut from = serde_json::Deserializer::from_slice(bytes);
            let mut count = 0;
            let node = Json(&mut count).deserialize(&mut from)?;
            from.end().map(|()| node)
        }
    }

    /// Reads a value, and counts it.
    struct Json<'c>(&'c mut usize);

    impl<'de> DeserializeSeed<'de> for Json<'_> {
        type Value = Node<'de>;

        fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Node<'de>, D::Error> {
            *self.0 += 1;
            match *self.0 > MOST_VALUES {
                true => Err(D::Error::custom(TOO_MANY)),
                false => from.deserialize_any(self),
            }
        }
    }

    impl<'de> Visitor<'de> for Json<'_> {
        type Value = Node<'de>;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("JSON")
        }
        fn visit_unit<E>(self) -> Result<Node<'de>, E> {
            Ok(Node::Null)
        }
        fn visit_bool<E>(self, v: bool) -> Result<Node<'de>, E> {
            Ok(Node::Bool(v))
        }
        fn visit_i64<E>(self, v: i64) -> Result<Node<'de>, E> {
            Ok(Node::Number(v as f64))
        }
        fn visit_u64<E>(self, v: u64) -> Result<Node<'de>, E> {
            Ok(Node::Number(v as f64))
        }
        fn visit_f64<E>(self, v: f64) -> Result<Node<'de>, E> {
            Ok(Node::Number(v))
        }
        fn visit_str<E>(self, v: &str) -> Result<Node<'de>, E> {
            Ok(Node::Text(v.to_owned().into()))
        }
        fn visit_borrowed_str<E>(self, v: &'de str) -> Result<Node<'de>, E> {
            Ok(Node::Text(v.into()))
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node<'de>, A::Error> {
            let mut list = Vec::new();
            while let Some(node) = seq.next_element_seed(Json(self.0))? {
                if list.len() == LONGEST_LIST {
                    return Err(A::Error::custom(TOO_LONG));
                }
                list.push(node);
            }
            Ok(Node::List(list))
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<'de>, A::Error> {
            let mut record = Vec::new();
            while let Some(key) = map.next_key()? {
                record.push((key, map.next_value_seed(Json(self.0))?));
            }
            Ok(Node::Record(record))
        }
    }
}
