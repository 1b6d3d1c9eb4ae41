//! From untyped JSON to typed data, with every error in one go: a wrong value is reported with its
//! path and leaves a hole, and its neighbours are read all the same.
//!
//! `record!` and `keywords!` describe a type of the format once; its reader, its documentation and
//! its JSON Schema all come from that description.

use super::finding::{Finding, Severity};
use super::node::Node;
use crate::platform::Platform;
use std::borrow::Cow;

/// The longest text that any field holds, in characters: names are names, and notes are short.
pub(crate) const LONGEST_TEXT: usize = 500;
/// The greatest number: beyond it, neighbouring whole numbers are no longer told apart.
pub(crate) const GREATEST: f64 = 1e15;
/// A broken file of thousands of villages need not be told so thousands of times.
const MOST_FINDINGS: usize = 200;

enum Step {
    Key(Cow<'static, str>),
    Index(usize),
}

/// Where the reader stands, and what it has found so far.
pub(crate) struct Context<'a> {
    pub platform: &'a dyn Platform,
    path: Vec<Step>,
    findings: Vec<Finding>,
}

impl<'a> Context<'a> {
    pub fn new(platform: &'a dyn Platform) -> Self {
        Context { platform, path: Vec::new(), findings: Vec::new() }
    }

    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }

    fn path(&self) -> String {
        let mut path = String::from("$");
        for step in &self.path {
            match step {
                Step::Index(i) => path += &format!("[{i}]"),
                Step::Key(key) if is_plain(key) => path += &format!(".{key}"),
                Step::Key(key) => path += &format!("['{}']", short(key)),
            }
        }
        path
    }

    /// Does `f` one step further down.
    pub fn at<T>(&mut self, key: impl Into<Cow<'static, str>>, f: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Step::Key(key.into()), f)
    }

    pub fn at_index<T>(&mut self, index: usize, f: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Step::Index(index), f)
    }

    fn step<T>(&mut self, step: Step, f: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let result = f(self);
        self.path.pop();
        result
    }

    pub fn report(&mut self, severity: Severity, code: &'static str, found: String, expected: &str) {
        if self.findings.len() < MOST_FINDINGS {
            let path = self.path();
            let expected = expected.to_owned();
            self.findings.push(Finding { severity, code, path, found, expected });
        }
    }

    pub fn error(&mut self, code: &'static str, found: String, expected: &str) {
        self.report(Severity::Error, code, found, expected);
    }

    fn wrong_type<T>(&mut self, node: &Node, expected: &str) -> Option<T> {
        let found = self.describe(node);
        self.error("wrong_type", found, expected);
        None
    }

    fn describe(&self, node: &Node) -> String {
        match node {
            Node::Null => "null".to_owned(),
            Node::Bool(b) => b.to_string(),
            Node::Number(x) => short(&self.platform.number(*x, 6, crate::text::Locale::En)),
            Node::Text(t) => format!("the text \"{}\"", short(t)),
            Node::List(l) => format!("a list of {}", l.len()),
            Node::Record(_) => "an object".to_owned(),
        }
    }
}

fn is_plain(key: &str) -> bool {
    key.len() < 40 && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') && !key.is_empty()
}

/// Enough of a text to know it again in a message.
fn short(text: &str) -> String {
    let clean = without_controls(text);
    match clean.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &clean[..end]),
        None => clean,
    }
}

/// Control characters break an SVG file, and marks that turn the direction of writing would reach
/// past the text that holds them.
fn without_controls(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// The nearest of some names, where one is near enough to have been meant.
fn nearest<'n>(found: &str, names: &[&'n str]) -> Option<&'n str> {
    let found = short(found);
    let far = |name: &&str| strsim::levenshtein(&found, name);
    names.iter().copied().min_by_key(far).filter(|name| far(name) <= 1 + name.len() / 3)
}

/// A type that the data format knows.
pub(crate) trait Decode: Sized {
    /// Reads a node; `None` after at least one error was reported.
    fn decode(node: Node, cx: &mut Context) -> Option<Self>;
    /// What stands for a key that is not there; `None` where the key is required.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(node: Node, cx: &mut Context) -> Option<Self> {
        match node {
            Node::Null => Some(None),
            node => T::decode(node, cx).map(Some),
        }
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(node: Node, cx: &mut Context) -> Option<Self> {
        let Node::List(list) = node else {
            return cx.wrong_type(&node, "a list, [ … ]");
        };
        let count = list.len();
        let read: Vec<T> = list
            .into_iter()
            .enumerate()
            .filter_map(|(i, node)| cx.at_index(i, |cx| T::decode(node, cx)))
            .collect();
        (read.len() == count).then_some(read)
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

impl Decode for bool {
    fn decode(node: Node, cx: &mut Context) -> Option<Self> {
        match node {
            Node::Bool(b) => Some(b),
            node => cx.wrong_type(&node, "true or false"),
        }
    }
    fn absent() -> Option<Self> {
        Some(false)
    }
}

impl Decode for f64 {
    fn decode(node: Node, cx: &mut Context) -> Option<Self> {
        match node {
            Node::Number(x) if (0.0..=GREATEST).contains(&x) => Some(x.abs()),
            Node::Number(_) => {
                let found = cx.describe(&node);
                cx.error("number_out_of_range", found, "a number from 0 to 1,000,000,000,000,000");
                None
            }
            Node::Text(_) => {
                let found = cx.describe(&node);
                cx.error(
                    "string_for_number",
                    found,
                    "a number without quotes, with a point before decimals: \"1.300\" is 1300 in \
                     Viet Nam and 1.3 elsewhere, so a text is never read as a number",
                );
                None
            }
            node => cx.wrong_type(&node, "a number"),
        }
    }
}

impl Decode for String {
    fn decode(node: Node, cx: &mut Context) -> Option<Self> {
        let Node::Text(text) = node else {
            return cx.wrong_type(&node, "a text in quotes");
        };
        let clean = without_controls(&text);
        if clean.trim().is_empty() {
            let found = if text.is_empty() { "an empty text" } else { "a text of blanks" };
            cx.error("empty_text", found.to_owned(), "at least one letter");
            return None;
        }
        let length = clean.chars().count();
        if length > LONGEST_TEXT {
            cx.error("text_too_long", format!("a text of {length} characters"), "at most 500 characters");
            return None;
        }
        Some(clean)
    }
}

/// The entries of an object that are still to be read.
pub(crate) struct Fields(Vec<(String, Node)>);

impl Fields {
    pub fn of(node: Node, cx: &mut Context, expected: &str) -> Option<Fields> {
        match node {
            Node::Record(entries) => Some(Fields(entries)),
            node => cx.wrong_type(&node, expected),
        }
    }

    fn remove(&mut self, key: &str) -> Option<Node> {
        let at = self.0.iter().position(|(k, _)| k == key)?;
        Some(self.0.swap_remove(at).1)
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(k, _)| k == key)
    }

    /// Leaves a key out that was reported already.
    pub fn skip(&mut self, key: &str) {
        self.remove(key);
    }

    pub fn take<T: Decode>(&mut self, key: &'static str, cx: &mut Context) -> Option<T> {
        if let Some(node) = self.remove(key) {
            return cx.at(key, |cx| T::decode(node, cx));
        }
        let absent = T::absent();
        if absent.is_none() {
            cx.at(key, |cx| cx.error("missing_key", "nothing".to_owned(), "a value: this key is required"));
        }
        absent
    }

    /// What is left is either a second copy of a known key or not a key of the format at all.
    pub fn finish(self, known: &[&str], cx: &mut Context) {
        for (key, _) in self.0 {
            // "$schema" and the like speak to tools
            if key.starts_with('$') {
                continue;
            }
            if known.contains(&key.as_str()) {
                cx.at(key, |cx| cx.error("duplicate_key", "the same key twice".to_owned(), "one of them"));
                continue;
            }
            let expected = match nearest(&key, known) {
                Some(name) => format!("\"{name}\", perhaps"),
                None => format!("one of: {}", known.join(", ")),
            };
            cx.at(key, |cx| {
                cx.report(Severity::Warning, "unknown_key", "a key that the format does not have".to_owned(), &expected)
            });
        }
    }
}

/// One of a few words.
pub(crate) fn keyword<T: Copy>(node: Node, cx: &mut Context, words: &[(&'static str, T)]) -> Option<T> {
    let names: Vec<&str> = words.iter().map(|w| w.0).collect();
    if let Node::Text(text) = &node {
        if let Some(word) = words.iter().find(|w| w.0 == text) {
            return Some(word.1);
        }
    }
    let found = cx.describe(&node);
    let mut expected = format!("one of: \"{}\"", names.join("\", \""));
    if let Node::Text(text) = &node {
        if let Some(name) = nearest(text, &names) {
            expected += &format!(" (\"{name}\", perhaps)");
        }
    }
    cx.error("unknown_word", found, &expected);
    None
}

/// An object of the format: `record! { /// … pub struct Name { /// … pub key: Type, } }`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $crate::data::decode::Decode for $name {
            fn decode(node: $crate::data::node::Node, cx: &mut $crate::data::decode::Context) -> Option<Self> {
                let mut fields = $crate::data::decode::Fields::of(node, cx, concat!("an object with: ", $(stringify!($field), " ",)*))?;
                $(let $field = fields.take::<$type>(stringify!($field), cx);)*
                fields.finish(&[$(stringify!($field)),*], cx);
                Some($name { $($field: $field?,)* })
            }
        }
    };
}

/// A choice of words: `keywords! { /// … pub enum Name { /// … "word" => Variant, } }`, and after it
/// `or Variant` where the key may be left out.
macro_rules! keywords {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$word_meta:meta])* $word:literal => $variant:ident,)* } $(or $default:ident)?) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$word_meta])* #[cfg_attr(feature = "cli", schemars(rename = $word))] $variant,)* }

        impl $crate::data::decode::Decode for $name {
            fn decode(node: $crate::data::node::Node, cx: &mut $crate::data::decode::Context) -> Option<Self> {
                $crate::data::decode::keyword(node, cx, &[$(($word, $name::$variant)),*])
            }
            $(fn absent() -> Option<Self> {
                Some($name::$default)
            })?
        }
    };
}

pub(crate) use {keywords, record};
