//! JSON → [`Dataset`] → findings: the data format `village-charts/1`, its errors and its checks.

#[cfg(feature = "tools")]
mod advice;
mod check;
mod decode;
#[cfg(feature = "indicators")]
mod dimension;
#[cfg(feature = "tools")]
mod disguise;
mod figure;
mod finding;
#[cfg(feature = "native")]
mod foreign;
#[cfg(feature = "indicators")]
mod indicator;
mod letters;
mod model;
#[cfg(not(feature = "indicators"))]
mod no_indicators;
mod node;
/// Which indicators are parts of others.
#[cfg(feature = "indicators")]
mod parts;
#[cfg(feature = "native")]
mod places;
mod sources;
#[cfg(feature = "native")]
mod syntax;
#[cfg(feature = "indicators")]
mod time;
/// What only the tools say of a file.
#[cfg(feature = "tools")]
mod tools;
#[cfg(not(feature = "tools"))]
#[path = "no_tools.rs"]
mod tools;
mod unit;
mod villages;
#[cfg(feature = "indicators")]
mod whole;

#[cfg(feature = "indicators")]
pub use dimension::{Dimension, Dimensions, Memberships};
pub use finding::{Finding, Place, Severity};
#[cfg(feature = "native")]
pub use foreign::MOST_BYTES;
#[cfg(feature = "import")]
pub(crate) use foreign::{of_bytes as kind_of_bytes, Foreign};
#[cfg(feature = "indicators")]
pub use indicator::{
    Decimals, Figures, Indicator, IndicatorId, IndicatorKind, Indicators, Nouns, Observation, Reference,
    Series, TimeName,
};
pub use model::{Dataset, Date, Format, Source, Village};
#[cfg(not(feature = "indicators"))]
pub use no_indicators::TimePeriod;
#[cfg(feature = "import")]
pub(crate) use node::MOST_VALUES;
pub use sources::Sources;
#[cfg(feature = "indicators")]
pub use time::TimePeriod;
pub use unit::{Currency, MoneyUnit, Period, Scale, Unit};
pub use villages::Villages;

#[cfg(feature = "native")]
pub use places::locate;

pub(crate) use check::{fits, sum_of, unique, words, Sum, ROUNDED};
#[cfg(feature = "tools")]
pub(crate) use decode::quoted;
pub(crate) use decode::{keyword, keywords, object, record, Context, Decode};
pub(crate) use model::Section;
pub(crate) use node::Node;
#[cfg(feature = "indicators")]
pub(crate) use parts::is_measured;
#[cfg(feature = "many")]
pub(crate) use parts::Sums;
#[cfg(feature = "tools")]
pub(crate) use tools::same;

use crate::platform::Platform;
#[cfg(not(feature = "indicators"))]
use no_indicators::{self as indicator, self as whole};

/// What came of reading a file: the data, where nothing is wrong with it, and all findings.
#[derive(Debug, Clone)]
pub struct Reading {
    /// `None` where at least one finding is an error.
    pub dataset: Option<Dataset>,
    /// In the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads and checks JSON text in UTF-8.
///
/// ```
/// use village_charts::{data, platform::Native};
/// let reading = data::read(br#"{ "format": "village-charts/1", "villages": [{ "name": 5 }] }"#, &Native::default());
/// assert_eq!(reading.findings[0].path, "$.villages[0].name");
/// ```
#[cfg(feature = "native")]
pub fn read(json: &[u8], platform: &dyn Platform) -> Reading {
    let refused = |finding| Reading { dataset: None, findings: vec![finding] };
    if let Some(finding) = foreign::refuse(json) {
        return refused(finding);
    }
    match Node::from_json(json) {
        Ok(node) => {
            let mut reading = read_node(node, platform);
            locate(json, &mut reading.findings);
            reading
        }
        Err(error) => refused(foreign::not_json(json, &error)),
    }
}

pub(crate) fn read_node(node: Node, platform: &dyn Platform) -> Reading {
    let mut cx = Context::new(platform);
    let mut dataset = Dataset::default();
    dataset.decode(&node, &mut cx);
    check::check(&dataset, &mut cx);
    let dataset = (!cx.has_errors()).then_some(dataset);
    Reading { dataset, findings: cx.into_findings(&node) }
}

/// The JSON Schema of the data format, made from its types.
#[cfg(feature = "native")]
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Dataset);
    // an editor finds the schema by this key
    if let Some(properties) = schema.get_mut("properties").and_then(|p| p.as_object_mut()) {
        properties.insert("$schema".into(), serde_json::json!({ "type": "string" }));
    }
    schema.to_value()
}
