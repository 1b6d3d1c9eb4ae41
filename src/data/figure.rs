//! How a figure is written in JSON: a bare number, or an object with exactly one qualifier.

use super::decode::{object, text_for_number, Context, Decode, Field};
#[cfg(feature = "native")]
use super::model::Date;
use super::node::Node;
#[cfg(feature = "native")]
use super::unit::{Period, Unit};
use super::whole::More;
use crate::figure::{Figure, Value};
use crate::platform::Digits;
use crate::text::Label;

const EXPECTED: &str = "a number, or an object with exactly one of: exact, about, nearly, more_than, \
    at_least, less_than, at_most, range, estimate, missing";

/// A key with one number, and what it makes of it.
type Qualifier = (&'static str, fn(f64) -> Value);

const QUALIFIERS: [Qualifier; 7] = [
    ("exact", Value::Exact),
    ("about", Value::About),
    ("nearly", Value::Nearly),
    ("more_than", Value::MoreThan),
    ("at_least", Value::AtLeast),
    ("less_than", Value::LessThan),
    ("at_most", Value::AtMost),
];

/// What no figure can be that is never below zero: under it.
const UNDER_ZERO: [(&str, Value); 2] = [("nearly", Value::Nearly(0.0)), ("less_than", Value::LessThan(0.0))];

impl Decode for Figure {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        if let Node::Text(text) = node {
            return text_for_number(text, false, cx);
        }
        if let Node::Number(_) = node {
            let mut number = 0.0;
            number.decode(node, cx);
            self.value = Value::Exact(number);
            return;
        }
        if !matches!(node, Node::Record(_)) {
            return cx.wrong_type(node, EXPECTED);
        }
        let mut numbers: [Option<f64>; QUALIFIERS.len()] = Default::default();
        let mut range: Option<Range> = None;
        let mut missing: Option<Label> = None;
        let mut more = More::default();
        let mut fields: Vec<Field> = Vec::new();
        for (number, (key, _)) in numbers.iter_mut().zip(QUALIFIERS) {
            fields.push((key, number));
        }
        fields.push(("range", &mut range));
        fields.push(("missing", &mut missing));
        fields.push(("estimated", &mut self.estimated));
        fields.push(("source", &mut self.source));
        fields.push(("as_of", &mut self.as_of));
        fields.push(("quote", &mut self.quote));
        more.fields(&mut fields, &mut self.repeated);
        let errors = cx.count();
        object(node, cx, &mut fields);
        let mut given = Vec::new();
        for (number, (_, make)) in numbers.into_iter().zip(QUALIFIERS) {
            given.extend(number.map(make));
        }
        given.extend(range.map(|r| Value::Range(r.low, r.high)));
        given.extend(missing.map(Value::Missing));
        more.take(&mut self.flags, &mut given, errors, cx);
        match (given.pop(), given.is_empty()) {
            (Some(value), true) => {
                let under_zero = UNDER_ZERO.into_iter().find(|(_, v)| *v == value);
                if let (Some((key, _)), false) = (under_zero, cx.domain.is_signed()) {
                    cx.at(key, |cx| cx.error("number_out_of_range", "0", "a number above 0"));
                }
                self.value = value;
            }
            (last, _) => {
                let found = if last.is_none() { "none of them" } else { "several of them" };
                cx.error("one_qualifier", found, EXPECTED);
            }
        }
    }
}

/// `[low, high]`.
#[derive(Default)]
pub(super) struct Range {
    pub low: f64,
    pub high: f64,
}

impl Decode for Range {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        const EXPECTED: &str = "[low, high], two numbers of which the second is the greater";
        let mut ends: Vec<f64> = Vec::new();
        let found = cx.describe(node);
        let errors = cx.count();
        ends.decode(node, cx);
        if cx.count() > errors {
            return;
        }
        let [low, high] = ends[..] else {
            return cx.error("wrong_type", found, EXPECTED);
        };
        if low >= high {
            let number = |x| cx.platform.number(x, Digits::ALL, crate::text::Locale::EN);
            let found = cx.put(|| format!("{} before {}", number(low), number(high)));
            return cx.error("range_upside_down", found, EXPECTED);
        }
        (self.low, self.high) = (low, high);
    }
}

/// A figure of an indicator, for schemas: that of a change may be below zero.
#[cfg(feature = "native")]
#[cfg_attr(not(feature = "indicators"), allow(dead_code))]
pub(super) struct SignedFigure;

#[cfg(feature = "native")]
mod schema {
    use super::{Date, Figure, Label, Period, SignedFigure, Unit, QUALIFIERS, UNDER_ZERO};
    use crate::data::decode::GREATEST;
    use crate::figure::Flag;
    use schemars::{json_schema, JsonSchema, Schema, SchemaGenerator};
    use serde_json::json;

    impl JsonSchema for Figure {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Figure".into()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            figure(generator, 0.0)
        }
    }

    impl JsonSchema for SignedFigure {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "IndicatorFigure".into()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            figure(generator, -GREATEST)
        }
    }

    fn pair(number: &serde_json::Value, about: &str) -> serde_json::Value {
        json!({ "type": "array", "items": number, "minItems": 2, "maxItems": 2, "description": about })
    }

    /// A figure of numbers from `least` on.
    fn figure(generator: &mut SchemaGenerator, least: f64) -> Schema {
        let number = match least {
            0.0 => json!({ "type": "number", "minimum": 0, "maximum": GREATEST }),
            _ => json!({ "type": "number", "minimum": least, "maximum": GREATEST }),
        };
        let above_zero =
            json!({ "type": "number", "minimum": 0, "maximum": GREATEST, "exclusiveMinimum": 0 });
        let mut properties = serde_json::Map::new();
        for (key, _) in QUALIFIERS {
            let is_above = least == 0.0 && UNDER_ZERO.iter().any(|(k, _)| *k == key);
            properties.insert(key.into(), if is_above { above_zero.clone() } else { number.clone() });
        }
        properties.insert("range".into(), pair(&number, "[low, high], both included"));
        properties.insert("estimate".into(), number.clone());
        let about = "The interval of confidence of the estimate: [low, high]";
        properties.insert("interval".into(), pair(&number, about));
        for flag in Flag::ALL {
            properties.insert(flag.key().into(), generator.subschema_for::<bool>().to_value());
        }
        let mut other = |key: &str, schema: Schema| properties.insert(key.into(), schema.to_value());
        other("missing", generator.subschema_for::<Label>());
        other("estimated", generator.subschema_for::<bool>());
        other("source", generator.subschema_for::<Option<String>>());
        other("as_of", generator.subschema_for::<Option<Date>>());
        other("quote", generator.subschema_for::<Option<Label>>());
        other("unit", generator.subschema_for::<Option<Unit>>());
        other("per", generator.subschema_for::<Option<Period>>());
        let keys = QUALIFIERS.iter().map(|q| q.0).chain(["range", "missing"]);
        let mut one_of: Vec<_> = keys.map(|q| json!({ "required": [q] })).collect();
        one_of.push(json!({ "required": ["estimate", "interval"] }));
        json_schema!({
            "description": "A number as it is (exact), or an object with exactly one qualifier: \
                            a number together with the words that qualify it.",
            "anyOf": [
                number,
                { "type": "object", "properties": properties, "oneOf": one_of, "additionalProperties": false }
            ]
        })
    }
}
