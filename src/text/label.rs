use super::Locale;
use crate::data::{Context, Decode, Node};

/// A text that authors write, in one language or in several.
///
/// In JSON a plain text (the same in every language), or an object with a text for each language: `{ "vi": "…", "en":
/// "…" }`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Label {
    /// The tag of a language and the text in it, in the author's order. The tag of a text for all languages is empty.
    texts: Vec<(String, String)>,
}

impl Label {
    /// The text in this language; else in the same language of another script or country, else in English, else the
    /// first that there is.
    pub fn get(&self, locale: Locale) -> &str {
        let mut best = self.own();
        let mut rank = 0;
        // most are the same for all: nothing is to be compared
        if self.texts.len() < 2 {
            return best;
        }
        for (tag, text) in &self.texts {
            let fits = match &**tag {
                tag if locale.is(tag) => 3,
                tag if locale.is_language_of(tag) => 2,
                tag if Locale::EN.is_language_of(tag) => 1,
                _ => 0,
            };
            if fits > rank {
                (best, rank) = (text, fits);
            }
        }
        best
    }

    /// Its texts in whatever language, each once.
    #[cfg(not(feature = "indicators"))]
    pub(crate) fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for (_, text) in &self.texts {
            if !texts.contains(&&**text) {
                texts.push(text);
            }
        }
        texts
    }

    /// Has it another text than this in another language?
    #[cfg(feature = "export")]
    pub(crate) fn has_others(&self, text: &str) -> bool {
        self.texts.iter().any(|(_, own)| own != text)
    }

    /// The first text, in whatever language: what a thing is known by, whoever reads.
    pub(crate) fn own(&self) -> &str {
        self.texts.first().map_or("", |(_, text)| text)
    }

    /// Is this its text in one of its languages?
    #[cfg(feature = "indicators")]
    pub(crate) fn is(&self, text: &str) -> bool {
        self.texts.iter().any(|(_, own)| own == text)
    }
}

impl From<&str> for Label {
    fn from(text: &str) -> Label {
        Label { texts: vec![(String::new(), text.to_owned())] }
    }
}

impl Decode for Label {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        const EXPECTED: &str = "a text for each language, such as { \"vi\": \"…\", \"en\": \"…\" }";
        let Node::Record(entries) = node else {
            let mut text = String::new();
            text.decode(node, cx);
            self.texts.push((String::new(), text));
            return;
        };
        for (tag, node) in entries {
            // "$comment" and the like speak to tools
            if tag.starts_with('$') || *node == Node::Null {
                continue;
            }
            let twice = self.texts.iter().any(|(other, _)| other.eq_ignore_ascii_case(tag));
            cx.at(tag.clone().into_owned(), |cx| match Locale::new(tag) {
                None => cx.error("unknown_language", "a key that is no language", EXPECTED),
                Some(_) if twice => cx.error("duplicate_key", "the same language twice", "one of them"),
                Some(_) => {
                    cx.language(tag);
                    let mut text = String::new();
                    text.decode(node, cx);
                    self.texts.push((tag.clone().into_owned(), text));
                }
            });
        }
        if self.texts.is_empty() {
            cx.error("empty_text", "no language", EXPECTED);
        }
    }
}

#[cfg(feature = "native")]
impl schemars::JsonSchema for Label {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Label".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let text = generator.subschema_for::<String>();
        schemars::json_schema!({
            "description": "A text that readers see: the same in every language, or one for each, \
                            by language tags such as `vi`, `en` or `zh-Hans`.",
            "anyOf": [
                text,
                {
                    "type": "object",
                    "minProperties": 1,
                    "patternProperties": {
                        "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$": { "anyOf": [text, { "type": "null" }] },
                        "^\\$": {}
                    },
                    "additionalProperties": false
                }
            ]
        })
    }
}
