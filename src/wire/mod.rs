//! What crosses between Rust and the scripts of a page. A record is declared once, here or as `view.rs` does it: its
//! type, what writes it down or reads it, and its TypeScript (`www/src/wire.ts`) come from that.
//!
//! A value is written as words and numbers, the same in both directions: a word is a letter for its kind, a text
//! follows its letter, and numbers stand beside. One text is cheaper than many, and no float is formatted. [`Writer`]
//! and `unflatten` in `www/src/value.ts` are one direction, `flatten` there and `Flat` the other.

mod flat;
mod records;
#[cfg(feature = "native")]
mod script;

pub(crate) use flat::{entry, Flat, FromWire};
#[cfg(feature = "tools")]
pub use records::Asked;
pub use records::{Finding, Fragment, Item, Layout, Picture};
#[cfg(all(feature = "native", feature = "tools"))]
pub use script::script;
#[cfg(feature = "native")]
pub use script::Declared;
#[cfg(feature = "native")]
pub(crate) use script::{interface, one_of};

use crate::data::{Period, Severity, TimePeriod};
use crate::text::Locale;
use crate::view::{Action, Kind, Sort};

/// Stands between words. No text has it: [`Writer`] and `flatten` make a blank of it.
const BETWEEN: char = '\0';

/// A value that Rust hands out.
pub trait ToWire {
    /// Writes it down.
    fn write(&self, to: &mut Writer);
    /// Its type in TypeScript.
    #[cfg(feature = "native")]
    fn script() -> String
    where
        Self: Sized;
}

/// What was written down.
///
/// ```
/// use village_charts::wire::Writer;
/// let Writer { words, numbers } = Writer::of(&vec![Some("a"), None]);
/// assert_eq!((&*words, &*numbers), ("[\0\"a\0n", &[2.0][..]));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Writer {
    /// All words, with a NUL between them.
    pub words: String,
    /// All numbers: values, and how many values a list or a record has.
    pub numbers: Vec<f64>,
}

impl Writer {
    /// A value written down.
    pub fn of(value: &dyn ToWire) -> Writer {
        let mut writer = Writer::default();
        value.write(&mut writer);
        writer
    }

    fn word(&mut self, kind: &str, text: &str) {
        if !self.words.is_empty() {
            self.words.push(BETWEEN);
        }
        self.words += kind;
        for letter in text.chars() {
            self.words.push(if letter == BETWEEN { ' ' } else { letter });
        }
    }

    fn counted(&mut self, kind: &str, number: f64) {
        self.word(kind, "");
        self.numbers.push(number);
    }

    /// Writes an object: its keys, with a blank after each, and their values.
    pub(crate) fn record(&mut self, keys: &str, values: &[&dyn ToWire]) {
        self.counted("{", values.len() as f64);
        let mut keys = crate::text::pieces(keys, ' ');
        for value in values {
            self.word("", keys.next().unwrap_or(""));
            value.write(self);
        }
    }
}

/// What a view is to be changed in: a record of some fields of `View` in `www/src/wire.ts`, written down as
/// `www/src/value.ts` does it. What is no such record changes nothing.
pub fn changes(words: &str, numbers: &[f64]) -> Vec<Action> {
    let mut changes = Vec::new();
    if let crate::data::Node::Record(entries) = Flat::new(words, numbers).node() {
        for (key, node) in &entries {
            changes.extend(Action::of(key, node));
        }
    }
    changes
}

/// A record: `wire! { /// … pub struct Name { /// … pub field: Type, } }`; with `and back` behind it, it is read as
/// well.
macro_rules! wire {
    ($(#[$($meta:tt)*])* pub struct $name:ident {
        $($(#[$($field_meta:tt)*])* pub $field:ident: $type:ty,)*
    } and back) => {
        $crate::wire::wire! {
            $(#[$($meta)*])* pub struct $name { $($(#[$($field_meta)*])* pub $field: $type,)* }
        }

        impl $crate::wire::FromWire for $name {
            fn back(node: &$crate::data::Node) -> Option<$name> {
                Some($name { $($field: $crate::wire::entry(node, stringify!($field))?),* })
            }
        }
    };
    ($(#[doc = $doc:literal])* $(#[derive($($derived:tt)*)])*
    pub struct $name:ident $(<$life:lifetime>)? {
        $($(#[doc = $field_doc:literal])* pub $field:ident: $type:ty,)*
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq)]
        $(#[derive($($derived)*)])*
        pub struct $name $(<$life>)? { $($(#[doc = $field_doc])* pub $field: $type,)* }

        impl $(<$life>)? $crate::wire::ToWire for $name $(<$life>)? {
            fn write(&self, to: &mut $crate::wire::Writer) {
                to.record(concat!($(stringify!($field), " "),*), &[$(&self.$field),*]);
            }
            #[cfg(feature = "native")]
            fn script() -> String {
                stringify!($name).to_owned()
            }
        }

        #[cfg(feature = "native")]
        impl $(<$life>)? $crate::wire::Declared for $name $(<$life>)? {
            fn declaration() -> String {
                $crate::wire::interface(&[$($doc),*], stringify!($name), &[
                    $((&[$($field_doc),*], stringify!($field), <$type as $crate::wire::ToWire>::script())),*
                ])
            }
        }
    };
}
pub(crate) use wire;

/// A plain value: how it is written, and its type in TypeScript.
macro_rules! plain {
    ($($type:ty: $script:expr, |$value:ident, $to:ident| $write:expr;)*) => {
        $(impl ToWire for $type {
            fn write(&self, $to: &mut Writer) {
                let $value = self;
                $write;
            }
            #[cfg(feature = "native")]
            fn script() -> String {
                $script.to_owned()
            }
        })*
    };
}

plain! {
    &str: "string", |text, to| to.word("\"", text);
    String: "string", |text, to| to.word("\"", text);
    Locale: "string", |locale, to| to.word("\"", &locale.tag());
    f64: "number", |number, to| to.counted("#", *number);
    usize: "number", |number, to| to.counted("#", *number as f64);
    bool: "boolean", |yes, to| to.word(if *yes { "t" } else { "f" }, "");
    Severity: one_of(&[Severity::Note, Severity::Warning, Severity::Error].map(Severity::name)),
        |severity, to| to.word("\"", severity.name());
    Kind: one_of(&Kind::ALL.map(|kind| kind.0)), |kind, to| to.word("\"", kind.name());
    Sort: one_of(&[Sort::Value, Sort::Name].map(Sort::name)), |sort, to| to.word("\"", sort.name());
    TimePeriod: "string", |time, to| to.word("\"", &time.text());
    Period: one_of(&["month", "year"]), |unit, to| to.word("\"", unit.name());
}

impl<T: ToWire> ToWire for &T {
    fn write(&self, to: &mut Writer) {
        T::write(self, to);
    }
    #[cfg(feature = "native")]
    fn script() -> String {
        T::script()
    }
}

impl<T: ToWire> ToWire for Option<T> {
    fn write(&self, to: &mut Writer) {
        match self {
            Some(value) => value.write(to),
            None => to.word("n", ""),
        }
    }
    #[cfg(feature = "native")]
    fn script() -> String {
        T::script() + " | null"
    }
}

impl<T: ToWire> ToWire for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.counted("[", self.len() as f64);
        for value in self {
            value.write(to);
        }
    }
    #[cfg(feature = "native")]
    fn script() -> String {
        T::script() + "[]"
    }
}
