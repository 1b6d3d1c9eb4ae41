//! What is told of a table: codes with arguments. Their words are in `texts/site/import.*.ftl`: English for the
//! command, any of them for the page of the editor.

use super::number::Number;
use crate::data::TimePeriod;

/// The codes of all that is told, each with the names of its arguments: see `build.rs`.
const CODES: &[(&str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/told.rs"));

/// Something that is told. `told!` makes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Which message says it.
    pub code: &'static str,
    /// Its arguments by their names.
    pub given: Vec<(&'static str, Given)>,
}

/// An argument of what is told.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// A text as it is.
    Text(String),
    /// A text that is quoted.
    Quoted(String),
    /// How many.
    Number(usize),
    /// A number with a point before its decimals.
    Figure(String),
    /// A time, as data files write it.
    Time(String),
    /// What has words of its own.
    Told(Box<Told>),
    /// Several.
    List(Box<List>),
}

/// Several arguments that stand in the place of one.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// All of them.
    pub items: Vec<Given>,
    /// The code of what stands between two: its arguments are `first` and `rest`.
    pub by: &'static str,
}

/// A [`Told`] of this code; does not compile where no message has that code and these arguments.
macro_rules! told {
    ($code:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        const { $crate::import::told::known($code, &[$(stringify!($name)),*]) };
        $crate::import::told::Told {
            code: $code,
            given: vec![$((stringify!($name), $crate::import::told::Given::from($value))),*],
        }
    }};
}
pub(crate) use told;

/// Does nothing, where it compiles: stops the compiler where no message has this code and these arguments.
#[expect(clippy::indexing_slicing, clippy::panic, reason = "the compiler calls it")]
pub const fn known(code: &str, given: &[&str]) {
    let mut i = 0;
    while i < CODES.len() {
        let (known, names) = CODES[i];
        if is_same(known, code) {
            assert!(names.len() == given.len(), "the message has another number of arguments");
            let mut n = 0;
            while n < given.len() {
                assert!(has(names, given[n]), "the message has no argument of this name");
                n += 1;
            }
            return;
        }
        i += 1;
    }
    panic!("texts/site/import.en.ftl has no such message");
}

#[expect(clippy::indexing_slicing, reason = "the compiler calls it")]
const fn has(names: &[&str], name: &str) -> bool {
    let mut i = 0;
    while i < names.len() {
        if is_same(names[i], name) {
            return true;
        }
        i += 1;
    }
    false
}

#[expect(clippy::indexing_slicing, reason = "the compiler calls it")]
const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// A text that is quoted.
pub fn quote(text: &str) -> Given {
    Given::Quoted(text.to_owned())
}

/// Several, with commas between them.
pub fn commas(items: Vec<Given>) -> Given {
    const { known("by-comma", &["first", "rest"]) };
    Given::List(Box::new(List { items, by: "by-comma" }))
}

/// The same with semicolons.
pub fn semicolons(items: Vec<Given>) -> Given {
    const { known("by-semicolon", &["first", "rest"]) };
    Given::List(Box::new(List { items, by: "by-semicolon" }))
}

/// The same with "and".
pub fn ands(items: Vec<Given>) -> Given {
    const { known("by-and", &["first", "rest"]) };
    Given::List(Box::new(List { items, by: "by-and" }))
}

/// The same with "or".
pub fn ors(items: Vec<Given>) -> Given {
    const { known("by-or", &["first", "rest"]) };
    Given::List(Box::new(List { items, by: "by-or" }))
}

impl From<Number> for Given {
    fn from(number: Number) -> Given {
        Given::Figure(number.text())
    }
}

impl From<TimePeriod> for Given {
    fn from(time: TimePeriod) -> Given {
        Given::Time(time.to_string())
    }
}

impl From<&str> for Given {
    fn from(text: &str) -> Given {
        Given::Text(text.to_owned())
    }
}

impl From<&String> for Given {
    fn from(text: &String) -> Given {
        Given::Text(text.clone())
    }
}

impl From<String> for Given {
    fn from(text: String) -> Given {
        Given::Text(text)
    }
}

impl From<usize> for Given {
    fn from(n: usize) -> Given {
        Given::Number(n)
    }
}

impl From<Told> for Given {
    fn from(told: Told) -> Given {
        Given::Told(Box::new(told))
    }
}

impl Given {
    /// The same with texts of at most so many letters.
    pub fn cut(self, most: usize) -> Given {
        let short = |text: String| match text.char_indices().nth(most) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("")),
            None => text,
        };
        match self {
            Given::Text(text) => Given::Text(short(text)),
            Given::Quoted(text) => Given::Quoted(short(text)),
            Given::Told(told) => {
                let given = told.given.into_iter().map(|(name, given)| (name, given.cut(most))).collect();
                Told { code: told.code, given }.into()
            }
            other => other,
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod english {
    use super::{Given, Told};
    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
    use std::fmt;

    thread_local! {
        static ENGLISH: FluentBundle<FluentResource> = {
            let mut messages = FluentBundle::new(vec![unic_langid::LanguageIdentifier::default()]);
            messages.set_use_isolating(false);
            // a text of several lines is said in one
            let file = include_str!("../../texts/site/import.en.ftl");
            let parts: Vec<String> = file.split("\n    .").map(|part| part.replace("\n    ", " ")).collect();
            let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(parts.join("\n    ."));
            messages.add_resource_overriding(resource);
            messages
        };
    }

    /// A message of the file in English.
    fn message(code: &str, given: Vec<(&str, String)>) -> String {
        let mut arguments = FluentArgs::new();
        for (name, text) in given {
            arguments.set(name, text);
        }
        ENGLISH.with(|messages| {
            let pattern = messages.get_message(code).and_then(|message| message.value());
            pattern.map_or_else(
                || code.to_owned(),
                |pattern| messages.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned(),
            )
        })
    }

    impl fmt::Display for Told {
        fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
            let given = self.given.iter().map(|(name, given)| (*name, given.to_string())).collect();
            f.write_str(&message(self.code, given))
        }
    }

    impl fmt::Display for Given {
        fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
            match self {
                Given::Text(text) | Given::Figure(text) | Given::Time(text) => f.write_str(text),
                Given::Quoted(text) => write!(f, "{text:?}"),
                Given::Number(n) => write!(f, "{n}"),
                Given::Told(told) => told.fmt(f),
                Given::List(list) => {
                    let between = message(list.by, vec![("first", String::new()), ("rest", String::new())]);
                    let items: Vec<String> = list.items.iter().map(ToString::to_string).collect();
                    f.write_str(&items.join(&between))
                }
            }
        }
    }
}
