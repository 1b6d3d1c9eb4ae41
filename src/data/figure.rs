//! How a figure is written in JSON: a bare number, or an object with exactly one qualifier.

use super::decode::{Context, Decode, Fields};
use super::model::{Date, MoneyUnit, Period};
use super::node::Node;
use crate::figure::{Figure, Value};
use crate::text::Label;

/// The keys of which a figure has exactly one.
const QUALIFIERS: [&str; 9] = [
    "exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "range", "missing",
];
const OTHERS: [&str; 6] = ["estimated", "source", "as_of", "quote", "unit", "per"];
const EXPECTED: &str = "a number, or an object with exactly one of: exact, about, nearly, more_than, \
    at_least, less_than, at_most, range, missing";

impl Decode for Figure {
    fn decode(node: Node, cx: &mut Context) -> Option<Self> {
        if let Node::Number(_) | Node::Text(_) = node {
            return f64::decode(node, cx).map(|x| Figure::from(Value::Exact(x)));
        }
        let mut fields = Fields::of(node, cx, EXPECTED)?;
        let given: Vec<&'static str> = QUALIFIERS.into_iter().filter(|q| fields.has(q)).collect();
        let value = match given[..] {
            ["range"] => fields.take("range", cx).map(|r: Range| Value::Range(r.low, r.high)),
            ["missing"] => fields.take("missing", cx).map(Value::Missing),
            [one] => fields.take(one, cx).map(qualified(one)),
            _ => {
                let found = match given[..] {
                    [] => "none of them".to_owned(),
                    _ => given.join(" and "),
                };
                cx.error("one_qualifier", found, EXPECTED);
                for q in given {
                    fields.skip(q);
                }
                None
            }
        };
        let estimated = fields.take("estimated", cx);
        let source = fields.take("source", cx);
        let as_of = fields.take::<Option<Date>>("as_of", cx);
        let quote = fields.take::<Option<Label>>("quote", cx);
        let unit = fields.take::<Option<MoneyUnit>>("unit", cx);
        let per = fields.take::<Option<Period>>("per", cx);
        let known: Vec<&str> = QUALIFIERS.into_iter().chain(OTHERS).collect();
        fields.finish(&known, cx);
        Some(Figure {
            value: value?,
            estimated: estimated?,
            source: source?,
            as_of: as_of?,
            quote: quote?,
            unit: unit?,
            per: per?,
        })
    }
}

fn qualified(key: &str) -> fn(f64) -> Value {
    match key {
        "about" => Value::About,
        "nearly" => Value::Nearly,
        "more_than" => Value::MoreThan,
        "at_least" => Value::AtLeast,
        "less_than" => Value::LessThan,
        "at_most" => Value::AtMost,
        _ => Value::Exact,
    }
}

struct Range {
    low: f64,
    high: f64,
}

impl Decode for Range {
    fn decode(node: Node, cx: &mut Context) -> Option<Self> {
        const EXPECTED: &str = "[low, high], two numbers of which the second is the greater";
        let ends = Vec::<f64>::decode(node, cx)?;
        let [low, high] = ends[..] else {
            cx.error("wrong_type", format!("a list of {}", ends.len()), EXPECTED);
            return None;
        };
        if low >= high {
            let number = |x| cx.platform.number(x, 6, crate::text::Locale::En);
            let found = format!("{} before {}", number(low), number(high));
            cx.error("range_upside_down", found, EXPECTED);
            return None;
        }
        Some(Range { low, high })
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Figure {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Figure".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let number = serde_json::json!({ "type": "number", "minimum": 0, "maximum": super::decode::GREATEST });
        let mut properties = serde_json::Map::new();
        for key in QUALIFIERS {
            properties.insert(key.into(), number.clone());
        }
        properties.insert(
            "range".into(),
            serde_json::json!({ "type": "array", "items": number, "minItems": 2, "maxItems": 2, "description": "[low, high], both included" }),
        );
        let mut other = |key: &str, schema: schemars::Schema| properties.insert(key.into(), schema.to_value());
        other("missing", generator.subschema_for::<Label>());
        other("estimated", generator.subschema_for::<bool>());
        other("source", generator.subschema_for::<Option<String>>());
        other("as_of", generator.subschema_for::<Option<Date>>());
        other("quote", generator.subschema_for::<Option<Label>>());
        other("unit", generator.subschema_for::<Option<MoneyUnit>>());
        other("per", generator.subschema_for::<Option<Period>>());
        let one_of: Vec<_> = QUALIFIERS.iter().map(|q| serde_json::json!({ "required": [q] })).collect();
        schemars::json_schema!({
            "description": "A number as it is (exact), or an object with exactly one qualifier: a number together with the words that qualify it.",
            "anyOf": [
                number,
                { "type": "object", "properties": properties, "oneOf": one_of, "additionalProperties": false }
            ]
        })
    }
}
