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
/// The smallest number above 0 that is not written as 0: numbers are shown with up to six decimals.
const SMALLEST: f64 = 1e-6;
/// A broken file of thousands of villages need not be told so thousands of times: as many errors, and
/// as many other findings.
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
    /// How many there were, told or not.
    errors: usize,
    others: usize,
}

impl<'a> Context<'a> {
    pub fn new(platform: &'a dyn Platform) -> Self {
        Context { platform, path: Vec::new(), findings: Vec::new(), errors: 0, others: 0 }
    }

    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// How many errors there are so far.
    pub fn count(&self) -> usize {
        self.errors
    }

    pub fn has_errors(&self) -> bool {
        self.errors > 0
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
        self.enter(Step::Key(key.into()));
        let result = f(self);
        self.leave();
        result
    }

    pub fn at_index<T>(&mut self, index: usize, f: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(Step::Index(index));
        let result = f(self);
        self.leave();
        result
    }

    // once in the module, not once for each type of the format
    #[inline(never)]
    fn enter(&mut self, step: Step) {
        self.path.push(step);
    }

    #[inline(never)]
    fn leave(&mut self) {
        self.path.pop();
    }

    pub fn report(&mut self, severity: Severity, code: &'static str, found: String, expected: &str) {
        // an error counts whether it is told or not: data that has one is never handed out
        let told = match severity {
            Severity::Error => &mut self.errors,
            _ => &mut self.others,
        };
        *told += 1;
        if *told <= MOST_FINDINGS {
            let path = self.path();
            let found = shortened(found, 200);
            let expected = expected.to_owned();
            self.findings.push(Finding { severity, code, path, found, expected });
        }
    }

    pub fn error(&mut self, code: &'static str, found: String, expected: &str) {
        self.report(Severity::Error, code, found, expected);
    }

    pub fn wrong_type(&mut self, node: &Node, expected: &str) {
        let found = self.describe(node);
        self.error("wrong_type", found, expected);
    }

    pub fn describe(&self, node: &Node) -> String {
        match node {
            Node::Null => "null".to_owned(),
            Node::Bool(b) => b.to_string(),
            Node::Number(x) => short(&self.platform.number(*x, 6, crate::text::Locale::En)),
            Node::Text(t) => format!("the text \"{}\"", short(t)),
            Node::List(l) => format!("a list of {}", l.len()),
            Node::Record(_) => "an object".to_owned(),
            Node::Foreign(what) => what.clone(),
        }
    }
}

fn is_plain(key: &str) -> bool {
    key.len() < 40 && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') && !key.is_empty()
}

/// Enough of a text to know it again in a message.
fn short(text: &str) -> String {
    shortened(without_controls(text), 40)
}

/// A text, or its beginning with an ellipsis.
fn shortened(text: String, letters: usize) -> String {
    match text.char_indices().nth(letters).and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{start}…"),
        None => text,
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

/// Characters that leave no mark: blanks of any width, joiners, soft hyphens, fillers.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{34F}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}')
}

/// The nearest of some names, where one is near enough to have been meant.
fn nearest<'n>(found: &str, names: &[&'n str]) -> Option<&'n str> {
    let found = short(found);
    if !crate::TOOLS {
        return None;
    }
    // what a source says is not always near to what the format calls it
    const SAID: [(&str, &str); 16] = [
        ("over", "more_than"),
        ("above", "more_than"),
        ("greater_than", "more_than"),
        ("from", "at_least"),
        ("min", "at_least"),
        ("minimum", "at_least"),
        ("under", "less_than"),
        ("below", "less_than"),
        ("max", "at_most"),
        ("maximum", "at_most"),
        ("up_to", "at_most"),
        ("almost", "nearly"),
        ("approx", "about"),
        ("around", "about"),
        ("between", "range"),
        ("value", "exact"),
    ];
    let meant = SAID.iter().find(|(said, name)| *said == found && names.contains(name));
    if let Some((_, name)) = meant {
        return Some(name);
    }
    let far = |name: &&str| strsim::levenshtein(&found, name);
    names.iter().copied().min_by_key(far).filter(|name| far(name) <= 1 + name.len() / 3)
}

/// A type that the data format knows. It is read into a default value: what is wrong is reported and
/// leaves the default, and whoever has errors reported does not use the value.
pub(crate) trait Decode {
    /// Reads a node.
    fn decode(&mut self, node: Node, cx: &mut Context);
    /// Does the default stand for a key that is not there?
    fn is_optional(&self) -> bool {
        false
    }
}

impl<T: Decode + Default> Decode for Option<T> {
    fn decode(&mut self, node: Node, cx: &mut Context) {
        if node != Node::Null {
            self.insert(T::default()).decode(node, cx);
        }
    }
    fn is_optional(&self) -> bool {
        true
    }
}

impl<T: Decode + Default> Decode for Vec<T> {
    fn decode(&mut self, node: Node, cx: &mut Context) {
        list(node, cx, self);
    }
    fn is_optional(&self) -> bool {
        true
    }
}

/// A list that takes one more element: what `list` needs to know of a `Vec` of anything.
trait Grow {
    fn grow(&mut self) -> Option<&mut dyn Decode>;
}

impl<T: Decode + Default> Grow for Vec<T> {
    fn grow(&mut self) -> Option<&mut dyn Decode> {
        self.push(T::default());
        self.last_mut().map(|last| last as &mut dyn Decode)
    }
}

fn list(node: Node, cx: &mut Context, into: &mut dyn Grow) {
    let Node::List(list) = node else {
        return cx.wrong_type(&node, "a list, [ … ]");
    };
    for (i, node) in list.into_iter().enumerate() {
        if let Some(element) = into.grow() {
            cx.at_index(i, |cx| element.decode(node, cx));
        }
    }
}

impl Decode for bool {
    fn decode(&mut self, node: Node, cx: &mut Context) {
        match node {
            Node::Bool(b) => *self = b,
            node => cx.wrong_type(&node, "true or false"),
        }
    }
    fn is_optional(&self) -> bool {
        true
    }
}

impl Decode for f64 {
    fn decode(&mut self, node: Node, cx: &mut Context) {
        let (code, expected) = match node {
            Node::Number(x) if x > 0.0 && x < SMALLEST => {
                ("number_too_small", "0, or a number from 0.000001 up: what is smaller would be shown as 0")
            }
            Node::Number(x) if (0.0..=GREATEST).contains(&x) => {
                *self = x.abs(); // not -0
                return;
            }
            Node::Number(_) => ("number_out_of_range", "a number from 0 to 1,000,000,000,000,000"),
            Node::Text(_) => (
                "string_for_number",
                "a number without quotes, with a point before decimals: \"1.300\" is 1300 in Viet Nam \
                 and 1.3 elsewhere, so a text is never read as a number",
            ),
            _ => ("wrong_type", "a number"),
        };
        let found = cx.describe(&node);
        cx.error(code, found, expected);
    }
}

impl Decode for String {
    fn decode(&mut self, node: Node, cx: &mut Context) {
        let Node::Text(text) = node else {
            return cx.wrong_type(&node, "a text in quotes");
        };
        let clean = without_controls(&text);
        if clean.chars().all(is_invisible) {
            let found = if text.is_empty() { "an empty text" } else { "a text of blanks" };
            return cx.error("empty_text", found.to_owned(), "at least one letter");
        }
        if clean.chars().nth(LONGEST_TEXT).is_some() {
            let found = format!("a text of {} characters", clean.chars().count());
            return cx.error("text_too_long", found, "at most 500 characters");
        }
        *self = clean.trim().to_owned();
    }
}

/// A key of an object and where its value goes.
pub(crate) type Field<'f> = (&'static str, &'f mut dyn Decode);

/// Reads an object. What no field takes is reported.
pub(crate) fn object(node: Node, cx: &mut Context, fields: &mut [Field]) {
    let keys = || fields.iter().map(|f| f.0).collect::<Vec<_>>();
    let Node::Record(mut entries) = node else {
        let expected = format!("an object with: {}", keys().join(", "));
        return cx.wrong_type(&node, &expected);
    };
    let keys = keys();
    for (key, value) in fields {
        match entries.iter().position(|e| e.0 == *key) {
            Some(at) => {
                let node = entries.swap_remove(at).1;
                cx.at(*key, |cx| value.decode(node, cx));
            }
            None if value.is_optional() => {}
            None => {
                let expected = "a value: this key is required";
                cx.at(*key, |cx| cx.error("missing_key", "nothing".to_owned(), expected));
            }
        }
    }
    // what is left is either a second copy of a known key or not a key of the format at all
    for (key, _) in entries {
        // "$schema" and the like speak to tools
        if key.starts_with('$') {
            continue;
        }
        let (severity, code, found, expected) = if keys.contains(&key.as_str()) {
            (Severity::Error, "duplicate_key", "the same key twice", "one of them".to_owned())
        } else {
            let found = "a key that the format does not have";
            (Severity::Warning, "unknown_key", found, one_of(&keys, Some(&key)))
        };
        cx.at(key, |cx| cx.report(severity, code, found.to_owned(), &expected));
    }
}

/// "one of: a, b, c", with the one that was meant, perhaps.
fn one_of(names: &[&str], found: Option<&str>) -> String {
    let all = names.join(", ");
    match found.and_then(|found| nearest(found, names)) {
        Some(name) if names.len() > 1 => format!("one of: {all} (\"{name}\", perhaps)"),
        _ => format!("one of: {all}"),
    }
}

/// The index of one of a few words.
pub(crate) fn keyword(node: &Node, cx: &mut Context, words: &[&'static str]) -> Option<usize> {
    let text = match node {
        Node::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let index = words.iter().position(|w| Some(*w) == text);
    if index.is_none() {
        let found = cx.describe(node);
        cx.error("unknown_word", found, &one_of(words, text));
    }
    index
}

/// An object of the format: `record! { /// … pub struct Name { /// … pub key: Type, } }`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default)]
        #[cfg_attr(feature = "native", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }

        impl $crate::data::Decode for $name {
            fn decode(&mut self, node: $crate::data::Node, cx: &mut $crate::data::Context) {
                $crate::data::object(node, cx, &mut [$((stringify!($field), &mut self.$field)),*]);
            }
        }
    };
}

/// A choice of words: `keywords! { /// … pub enum Name { /// … "word" => Variant, } }`; with `or the
/// first` after it the key may be left out.
macro_rules! keywords {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$word_meta:meta])* $word:literal => $variant:ident,)* } $($optional:ident the first)?) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$word_meta])* #[cfg_attr(feature = "native", schemars(rename = $word))] $variant,)* }

        impl $name {
            const ALL: &'static [$name] = &[$($name::$variant),*];
            const WORDS: &'static [&'static str] = &[$($word),*];

            /// The one of a word.
            pub fn from_name(word: &str) -> Option<$name> {
                let index = $name::WORDS.iter().position(|w| *w == word)?;
                $name::ALL.get(index).copied()
            }

            /// Its word.
            pub fn name(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)*
                }
            }
        }

        impl Default for $name {
            fn default() -> $name {
                $name::ALL[0]
            }
        }

        impl $crate::data::Decode for $name {
            fn decode(&mut self, node: $crate::data::Node, cx: &mut $crate::data::Context) {
                let index = $crate::data::decode::keyword(&node, cx, $name::WORDS);
                if let Some(word) = index.and_then(|i| $name::ALL.get(i)) {
                    *self = *word;
                }
            }
            $(fn is_optional(&self) -> bool {
                stringify!($optional) == "or"
            })?
        }
    };
}

pub(crate) use {keywords, record};
