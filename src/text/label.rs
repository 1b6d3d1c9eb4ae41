use super::Locale;
use crate::data::{record, Context, Decode, Node};

/// A text that authors write, in one language or in several.
///
/// In JSON a plain text (the same in every language), or an object `{ "vi": "…", "en": "…" }`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Label(Translations);

record! {
    /// A text in several languages; at least one of them.
    pub struct Translations {
        /// In Vietnamese.
        pub vi: Option<String>,
        /// In English.
        pub en: Option<String>,
    }
}

impl Label {
    /// The text in the locale's language, or in the one that there is.
    pub fn get(&self, locale: Locale) -> &str {
        let Translations { vi, en } = &self.0;
        let text = match locale {
            Locale::Vi => vi.as_ref().or(en.as_ref()),
            Locale::En => en.as_ref().or(vi.as_ref()),
        };
        text.map_or("", String::as_str)
    }
}

impl From<&str> for Label {
    fn from(text: &str) -> Label {
        Label(Translations { vi: Some(text.to_owned()), en: None })
    }
}

impl Decode for Label {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        if let Node::Record(_) = node {
            self.0.decode(node, cx);
            if self.0 == Translations::default() {
                cx.error("empty_text", "no language", "\"vi\" or \"en\" or both");
            }
            return;
        }
        self.0.vi.insert(String::new()).decode(node, cx);
    }
}

#[cfg(feature = "native")]
impl schemars::JsonSchema for Label {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Label".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text that readers see: the same in every language, or one for each.",
            "anyOf": [
                generator.subschema_for::<String>(),
                { "allOf": [generator.subschema_for::<Translations>()], "minProperties": 1 }
            ]
        })
    }
}
