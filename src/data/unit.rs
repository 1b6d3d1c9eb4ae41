//! What a number counts: money, shares, points, or things with a word of their own.

use super::decode::{keyword, keywords, Context, Decode};
use super::node::Node;
use super::tools;
use crate::text::{Label, Spoken};

keywords! {
    /// How many units of a currency one unit of a figure is.
    pub enum Scale {
        /// 1.
        "one" => One,
        /// 1,000.
        "thousand" => Thousand,
        /// 10,000: 万.
        "ten_thousand" => TenThousand,
        /// 100,000: lakh.
        "lakh" => Lakh,
        /// 1,000,000: triệu, juta.
        "million" => Million,
        /// 10,000,000: crore.
        "crore" => Crore,
        /// 100,000,000: 亿.
        "hundred_million" => HundredMillion,
        /// 1,000,000,000: tỷ, miliar.
        "billion" => Billion,
        /// 1,000,000,000,000.
        "trillion" => Trillion,
    } or the first
}

impl Scale {
    /// The power of ten that it is.
    ///
    /// ```
    /// use village_charts::data::Scale;
    /// assert_eq!(Scale::Crore.power(), 7);
    /// ```
    pub fn power(self) -> u8 {
        match self {
            Scale::One => 0,
            Scale::Thousand => 3,
            Scale::TenThousand => 4,
            Scale::Lakh => 5,
            Scale::Million => 6,
            Scale::Crore => 7,
            Scale::HundredMillion => 8,
            Scale::Billion => 9,
            Scale::Trillion => 12,
        }
    }
}

keywords! {
    /// The time that an amount is for.
    pub enum Period {
        /// One day.
        "day" => Day,
        /// One week.
        "week" => Week,
        /// One month.
        "month" => Month,
        /// Three months.
        "quarter" => Quarter,
        /// One year: twelve months.
        "year" => Year,
    }
}

impl Period {
    /// The message of what is counted in that time: "tỷ đồng/năm".
    pub(crate) fn message(self) -> Spoken {
        match self {
            Period::Day => spoken!("per-day"),
            Period::Week => spoken!("per-week"),
            Period::Month => spoken!("per-month"),
            Period::Quarter => spoken!("per-quarter"),
            Period::Year => spoken!("per-year"),
        }
    }
}

/// A currency by its code in ISO 4217, which has three letters.
///
/// ```
/// use village_charts::data::Currency;
/// assert_eq!(Currency::VND.code(), "VND");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Currency(pub(super) [char; 3]);

impl Currency {
    /// Đồng.
    pub const VND: Currency = Currency(['V', 'N', 'D']);

    /// Its code.
    pub fn code(self) -> String {
        self.0.iter().collect()
    }
}

/// A unit of money. In JSON `"billion_vnd"`, `"million_vnd"`, or `{ "currency": "IDR", "scale": "billion" }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MoneyUnit {
    /// Of which country.
    pub currency: Currency,
    /// How much of it.
    pub scale: Scale,
}

/// The short names of the units of money that this began with.
pub(super) const SHORT: [&str; 2] = ["billion_vnd", "million_vnd"];

impl Decode for MoneyUnit {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        if let Node::Record(_) = node {
            return self.of_currency(node, cx);
        }
        if let Some(expected) = tools::money(node) {
            let found = cx.describe(node);
            return cx.error("unknown_word", found, &expected);
        }
        self.currency = Currency::VND;
        self.scale = match keyword(node, cx, &SHORT) {
            Some(0) => Scale::Billion,
            _ => Scale::Million,
        };
    }
}

/// What the number of a figure counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Unit {
    /// Money.
    Money(MoneyUnit),
    /// Hundredths.
    #[cfg(feature = "indicators")]
    Percent,
    /// Thousandths.
    #[cfg(feature = "indicators")]
    Permille,
    /// A number that has no unit: an index, a score, a ratio.
    #[default]
    Index,
    /// Things, by their name: "people", "ha".
    Named(Label),
}

impl Unit {
    /// Is it a sign that belongs to its number?
    pub(crate) fn is_sign(&self) -> bool {
        match self {
            #[cfg(feature = "indicators")]
            Unit::Percent | Unit::Permille => true,
            _ => false,
        }
    }
}

#[cfg(feature = "native")]
mod schema {
    use super::{Label, MoneyUnit, Scale, Unit, SHORT};
    use schemars::{json_schema, JsonSchema, Schema, SchemaGenerator};

    impl JsonSchema for MoneyUnit {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "MoneyUnit".into()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "A unit of money.",
                "anyOf": [
                    { "const": SHORT[0], "description": "tỷ đồng: 1,000,000,000 đồng." },
                    { "const": SHORT[1], "description": "triệu đồng: 1,000,000 đồng." },
                    {
                        "type": "object",
                        "properties": {
                            "currency": {
                                "type": "string", "pattern": "^[A-Z]{3}$",
                                "description": "The currency's code in ISO 4217, such as VND."
                            },
                            "scale": generator.subschema_for::<Scale>(),
                        },
                        "required": ["currency"],
                        "additionalProperties": false
                    }
                ]
            })
        }
    }

    impl JsonSchema for Unit {
        fn schema_name() -> std::borrow::Cow<'static, str> {
            "Unit".into()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "description": "What a number counts: money, percent, permille, index (no unit at all), or the \
                                name of what is counted.",
                "anyOf": [
                    generator.subschema_for::<MoneyUnit>(),
                    { "enum": ["percent", "permille", "index"] },
                    generator.subschema_for::<Label>(),
                ]
            })
        }
    }
}
