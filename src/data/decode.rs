//! From untyped JSON to typed data, with every error in one go: a wrong value is reported with its
//! path and leaves a hole, and its neighbours are read all the same.
//!
//! `record!` and `keywords!` describe a type of the format once; its reader, its documentation and
//! its JSON Schema all come from that description.

use super::finding::{Finding, Severity};
use super::indicator::Known;
use super::letters::{is_invisible, without_controls};
use super::node::Node;
use super::tools::{self, Told};
use super::whole;
use crate::figure::Domain;
use crate::platform::{Digits, Platform};
use crate::text::trimmed;
use std::borrow::Cow;

/// The longest text that any field holds, in characters: names are names, and notes are short.
pub(crate) const LONGEST_TEXT: usize = 500;
/// The greatest number: beyond it, neighbouring whole numbers are no longer told apart.
pub(crate) const GREATEST: f64 = 1e15;
/// The smallest number above 0 that is not written as 0: numbers are shown with up to six decimals.
const SMALLEST: f64 = 1e-6;
/// Where the reader stands, and what it has found so far.
pub(crate) struct Context<'a> {
    pub platform: &'a dyn Platform,
    told: Told,
    /// How many there were, told or not.
    counts: Counts,
    /// The file's indicators: figures are read by what these say of them.
    pub(super) known: Known,
    /// Which numbers are read.
    pub(super) domain: Domain,
}

/// How many findings there were.
#[derive(Default)]
pub(super) struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
    /// There is something that this module does not read.
    pub is_more: bool,
}

impl Counts {
    /// Of this kind: errors, or all others.
    pub fn of(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            _ => self.warnings + self.notes,
        }
    }
}

impl<'a> Context<'a> {
    pub fn new(platform: &'a dyn Platform) -> Self {
        Context {
            platform,
            told: Default::default(),
            counts: Counts::default(),
            known: Known::default(),
            domain: Domain::FromZero,
        }
    }

    /// What was found in the file of which `root` is all, in its order: a missing key is where its object begins.
    ///
    /// Without the tools it is one finding without words, the worst, or none: see [`Context::report`].
    pub fn into_findings(self, root: &Node) -> Vec<Finding> {
        self.told.into_findings(root, &self.counts)
    }

    /// How many errors there are so far.
    pub fn count(&self) -> usize {
        self.counts.errors
    }

    /// Is a finding of this kind one too many to be told? Then it is only counted, and needs no words.
    pub fn is_full(&self, severity: Severity) -> bool {
        Told::is_full(self.counts.of(severity))
    }

    pub fn has_errors(&self) -> bool {
        self.counts.errors > 0 || self.counts.is_more
    }

    /// Here is something that this module does not read, and another one may: nothing of the file is drawn, nor are its
    /// errors told.
    #[cfg(not(feature = "indicators"))]
    pub fn leave_to_other(&mut self) {
        self.counts.is_more = true;
    }

    /// Is it a name, by which readers or figures know something, that stands here?
    #[cfg(feature = "tools")]
    pub(super) fn is_name(&self) -> bool {
        self.told.is_name()
    }

    /// Is it the first text in this language?
    #[cfg(feature = "tools")]
    pub(super) fn is_new_tag(&mut self, tag: &str) -> bool {
        self.told.is_new_tag(tag)
    }

    /// Here is a tag of a language.
    #[inline(always)]
    pub fn language(&mut self, tag: &str) {
        tools::language(tag, self);
    }

    /// Does `f` one step further down. A path is for who tells what is wrong there: see [`Context::report`].
    #[inline(always)]
    pub fn at<T>(&mut self, key: impl Into<Cow<'static, str>>, f: impl FnOnce(&mut Self) -> T) -> T {
        self.told.enter_key(key);
        let result = f(self);
        self.told.leave();
        result
    }

    #[inline(always)]
    pub fn at_index<T>(&mut self, index: usize, f: impl FnOnce(&mut Self) -> T) -> T {
        self.told.enter_index(index);
        let result = f(self);
        self.told.leave();
        result
    }

    /// Counts a finding, and tells it where it is not one too many. The modules that pages load first have no words
    /// for what is wrong, which few readers ever need: they only know whether something is, and the tools say what.
    #[inline(always)]
    pub fn report(
        &mut self,
        severity: Severity,
        code: &'static str,
        found: impl Into<String>,
        expected: &str,
    ) {
        // an error counts whether it is told or not: data that has one is never handed out
        match severity {
            Severity::Error => self.counts.errors += 1,
            Severity::Warning => self.counts.warnings += 1,
            Severity::Note => self.counts.notes += 1,
        }
        self.told.tell(severity, code, found, expected, &self.counts);
    }

    #[inline(always)]
    pub fn error(&mut self, code: &'static str, found: impl Into<String>, expected: &str) {
        self.report(Severity::Error, code, found, expected);
    }

    #[inline(always)]
    pub fn wrong_type(&mut self, node: &Node, expected: &str) {
        let found = self.describe(node);
        self.error("wrong_type", found, expected);
    }

    /// The words of a finding, made where they are told.
    #[inline(always)]
    pub fn put(&self, words: impl FnOnce() -> String) -> String {
        Told::put(words)
    }

    pub fn describe(&self, node: &Node) -> String {
        match node {
            _ if self.is_full(Severity::Error) => String::new(),
            Node::Null => "null".to_owned(),
            Node::Bool(b) => b.to_string(),
            Node::Number(x) => short(&self.platform.number(*x, Digits::ALL, crate::text::Locale::EN)),
            Node::Text(t) => format!("the text {}", quoted(t)),
            Node::List(l) => format!("a list of {}", l.len()),
            Node::Record(_) => "an object".to_owned(),
            Node::Foreign(what) => (*what).to_owned(),
        }
    }
}

/// One step further down a path, as findings have it.
#[cfg(any(feature = "native", feature = "tools"))]
pub(super) fn add_key(path: &mut String, key: &str) {
    *path += &match is_plain(key) {
        true => format!(".{key}"),
        false => format!("['{}']", short(key)),
    };
}

#[cfg(any(feature = "native", feature = "tools"))]
fn is_plain(key: &str) -> bool {
    key.len() < 40 && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') && !key.is_empty()
}

/// Enough of a text to know it again in a message.
pub(super) fn short(text: &str) -> String {
    shortened(without_controls(text).into_owned(), 40)
}

/// The same in quotation marks: what a finding says behind a name is not pushed out by it.
pub(crate) fn quoted(text: &str) -> String {
    format!("\"{}\"", short(text))
}

/// A text, or its beginning with an ellipsis.
pub(super) fn shortened(text: String, letters: usize) -> String {
    match text.char_indices().nth(letters).and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{start}…"),
        None => text,
    }
}

/// A type that the data format knows. It is read into a default value: what is wrong is reported and
/// leaves the default, and whoever has errors reported does not use the value.
pub(crate) trait Decode {
    /// Reads a node.
    fn decode(&mut self, node: &Node, cx: &mut Context);
    /// Does the default stand for a key that is not there?
    fn is_optional(&self) -> bool {
        false
    }
}

impl<T: Decode + Default> Decode for Option<T> {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        if *node != Node::Null {
            self.insert(T::default()).decode(node, cx);
        }
    }
    fn is_optional(&self) -> bool {
        true
    }
}

impl<T: Decode + Default> Decode for Vec<T> {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
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

fn list(node: &Node, cx: &mut Context, into: &mut dyn Grow) {
    let Node::List(list) = node else {
        return cx.wrong_type(node, "a list, [ … ]");
    };
    for (i, node) in list.iter().enumerate() {
        if let Some(element) = into.grow() {
            cx.at_index(i, |cx| element.decode(node, cx));
        }
    }
}

impl Decode for bool {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        match node {
            Node::Bool(b) => *self = *b,
            node => cx.wrong_type(node, "true or false"),
        }
    }
    fn is_optional(&self) -> bool {
        true
    }
}

/// A number with as many decimals as are ever shown: what stands further behind is noise of adding up, and two figures
/// that read alike are the same.
fn rounded(x: f64) -> f64 {
    const MILLION: f64 = 1e6;
    // beyond this the number has no more decimals than that
    if x.abs() < 9e15 / MILLION {
        (x * MILLION).round() / MILLION
    } else {
        x
    }
}

impl Decode for f64 {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        let signed = cx.domain.is_signed();
        let (code, expected) = match node {
            Node::Number(x) if *x != 0.0 && x.abs() < SMALLEST && (signed || *x > 0.0) => {
                ("number_too_small", "0, or a number from 0.000001 up: what is smaller would be shown as 0")
            }
            Node::Number(x) if x.abs() <= GREATEST && (signed || *x >= 0.0) => {
                *self = rounded(*x) + 0.0; // not -0
                return;
            }
            Node::Number(_) if signed => {
                ("number_out_of_range", "a number from -1,000,000,000,000,000 to 1,000,000,000,000,000")
            }
            Node::Number(x) if *x < 0.0 && cx.known.are_given() => (
                "number_out_of_range",
                "a number from 0 to 1,000,000,000,000,000: only an indicator of the kind \"change\" is below 0",
            ),
            Node::Number(_) => ("number_out_of_range", "a number from 0 to 1,000,000,000,000,000"),
            Node::Text(text) => return text_for_number(text, true, cx),
            _ => ("wrong_type", "a number"),
        };
        let found = cx.describe(node);
        cx.error(code, found, expected);
    }
}

/// A text where a figure is expected, or, of one that is `qualified`, its number.
pub(super) fn text_for_number(text: &str, qualified: bool, cx: &mut Context) {
    let found = cx.put(|| format!("the text {}", quoted(text)));
    if let Some(expected) = tools::figure(text, qualified) {
        return cx.error("string_for_number", found, &expected);
    }
    let expected = "a number without quotes, with a point before decimals: \"1.300\" is 1300 in Viet Nam \
         and 1.3 elsewhere, so a text is never read as a number";
    cx.error("string_for_number", found, expected);
}

impl Decode for String {
    fn decode(&mut self, node: &Node, cx: &mut Context) {
        let Node::Text(text) = node else {
            return cx.wrong_type(node, "a text in quotes, of at most 500 characters");
        };
        let clean = without_controls(text);
        if clean.chars().all(is_invisible) {
            let found = if text.is_empty() { "an empty text" } else { "a text of blanks" };
            return cx.error("empty_text", found, "at least one letter");
        }
        // not `nth`: it looks for the letter in blocks of bytes, which is 0.2 KB
        let letters = || clean.bytes().filter(|byte| byte & 0xC0 != 0x80).fold(0, |letters, _| letters + 1);
        if clean.len() > LONGEST_TEXT && letters() > LONGEST_TEXT {
            return cx.error("text_too_long", "a text of more than 500 characters", "at most 500 characters");
        }
        // not `contains`: of a letter beyond ASCII it makes a search for a text, which is 2 KB
        if clean.chars().any(|c| c == '\u{FFFD}') {
            let found = cx.put(|| format!("{}, with a character that could not be read", quoted(&clean)));
            return cx.error(
                "not_utf8",
                found,
                "the text as it was: its file is not in UTF-8, or was not read as such",
            );
        }
        *self = trimmed(&clean).to_owned();
        tools::name(self, cx);
    }
}

/// A key of an object and where its value goes.
pub(crate) type Field<'f> = (&'static str, &'f mut dyn Decode);

/// Reads an object. What no field takes is reported.
pub(crate) fn object(node: &Node, cx: &mut Context, fields: &mut [Field]) {
    let keys = |fields: &[Field]| -> Vec<&'static str> { fields.iter().map(|f| f.0).collect() };
    let Node::Record(entries) = node else {
        let expected = cx.put(|| format!("an object with: {}", keys(fields).join(", ")));
        return cx.wrong_type(node, &expected);
    };
    let first = |key: &str| entries.iter().position(|e| e.0 == key);
    let mut taken = 0;
    for (key, value) in &mut *fields {
        match first(key) {
            Some(at) => {
                taken += 1;
                if let Some((_, node)) = entries.get(at) {
                    cx.at(*key, |cx| value.decode(node, cx));
                }
            }
            None if value.is_optional() => {}
            None => {
                let expected = "a value: this key is required";
                cx.at(*key, |cx| cx.error("missing_key", "nothing", expected));
            }
        }
    }
    // as good as all have nothing else
    if taken == entries.len() {
        return;
    }
    whole::left_over(entries, &keys(fields), taken, cx);
}

/// "one of: a, b, c", with the one that says the same, where there is one.
pub(super) fn one_of(names: &[&str], found: Option<&str>) -> String {
    let all = names.join(", ");
    if let Some(name) = tools::same(found, names) {
        return format!("one of: {all} (\"{name}\", perhaps)");
    }
    format!("one of: {all}")
}

/// The index of one of a few words.
pub(crate) fn keyword(node: &Node, cx: &mut Context, words: &[&'static str]) -> Option<usize> {
    let text = match node {
        Node::Text(text) => Some(&**text),
        _ => None,
    };
    let index = words.iter().position(|w| Some(*w) == text);
    if index.is_none() && cx.is_full(Severity::Error) {
        cx.error("unknown_word", "", "");
    } else if index.is_none() {
        let found = cx.describe(node);
        cx.error("unknown_word", found, &one_of(words, text));
    }
    index
}

/// An object of the format: `record! { /// … pub struct Name { /// … pub key: Type, } }`; `if "feature"` before a key:
/// it is not read without that.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident {
        $($(#[$field_meta:meta])* $(if $feature:literal)? pub $field:ident: $type:ty,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default)]
        #[cfg_attr(feature = "native", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name {
            $($(#[$field_meta])* $(#[cfg(feature = $feature)])? pub $field: $type,)*
        }

        impl $crate::data::Decode for $name {
            fn decode(&mut self, node: &$crate::data::Node, cx: &mut $crate::data::Context) {
                $crate::data::object(node, cx, &mut [
                    $($(#[cfg(feature = $feature)])? (stringify!($field), &mut self.$field),)*
                ]);
            }
        }
    };
}

/// A choice of words: `keywords! { /// … pub enum Name { /// … "word" => Variant, } }`; with `or the
/// first` after it the key may be left out.
macro_rules! keywords {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$word_meta:meta])* $word:literal => $variant:ident,)*
    } $($optional:ident the first)?) => {
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
                const FIRST: $name = {
                    let [first, ..] = $name::ALL else { panic!("no word") };
                    *first
                };
                FIRST
            }
        }

        impl $crate::data::Decode for $name {
            fn decode(&mut self, node: &$crate::data::Node, cx: &mut $crate::data::Context) {
                let index = $crate::data::keyword(node, cx, $name::WORDS);
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
