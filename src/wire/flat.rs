//! A JavaScript value as a [`Node`]: `www/src/value.ts` writes it down as words and numbers. serde-wasm-bindgen could
//! read it as well, but its errors carry no path, it follows an object that holds itself until the stack ends, and
//! naming types in its errors brings the formatting of floats along (7 KB). Asking a value for its parts from here is
//! an import for each kind of question, and exceptions that cross WebAssembly's frames leave their stack where it was.

use super::BETWEEN;
use crate::data::{Node, Period, TimePeriod};
use crate::text::{pieces, Locale, Pieces};
use crate::view::{Kind, Sort};

/// What is still to be read. A word is `n`, `t`, `f`, `#` for a number, `"` with a text, `!` with what JSON has no
/// value for, `[` or `{`. The length of a list or a record is a number; before each value of a record stands the word
/// of its key.
pub(crate) struct Flat<'a> {
    words: Pieces<'a>,
    numbers: std::slice::Iter<'a, f64>,
}

/// Deeper than `flatten` goes.
const DEEPEST: u8 = 16;

impl<'a> Flat<'a> {
    pub fn new(words: &'a str, numbers: &'a [f64]) -> Flat<'a> {
        Flat { words: pieces(words, BETWEEN), numbers: numbers.iter() }
    }

    /// The value that comes next. What is missing, or deeper than any value of ours, is null: no length is trusted,
    /// since memory is taken and the stack used by it.
    pub fn node(&mut self) -> Node<'a> {
        self.next(DEEPEST).unwrap_or(Node::Null)
    }

    /// `None` where there are no more words.
    fn next(&mut self, depth: u8) -> Option<Node<'a>> {
        let mut letters = self.words.next()?.chars();
        let kind = letters.next();
        let text = letters.as_str();
        Some(match kind {
            Some('t') => Node::Bool(true),
            Some('f') => Node::Bool(false),
            Some('#') => Node::Number(self.number()),
            Some('"') => Node::Text(text.into()),
            Some('!') => Node::Foreign(text),
            Some('[') if depth > 0 => {
                let mut list = Vec::new();
                for _ in 0..self.number() as usize {
                    let Some(node) = self.next(depth - 1) else { break };
                    list.push(node);
                }
                Node::List(list)
            }
            Some('{') if depth > 0 => {
                let mut record = Vec::new();
                for _ in 0..self.number() as usize {
                    let Some(key) = self.words.next() else { break };
                    let Some(node) = self.next(depth - 1) else { break };
                    record.push((key.into(), node));
                }
                Node::Record(record)
            }
            _ => Node::Null,
        })
    }

    fn number(&mut self) -> f64 {
        self.numbers.next().copied().unwrap_or(0.0)
    }
}

/// A value that Rust takes.
pub(crate) trait FromWire: Sized {
    /// `None` where it is no such value, and no other stands for it.
    fn back(node: &Node) -> Option<Self>;
}

impl FromWire for f64 {
    fn back(node: &Node) -> Option<f64> {
        match node {
            Node::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl FromWire for usize {
    fn back(node: &Node) -> Option<usize> {
        f64::back(node).map(|number| number as usize)
    }
}

impl FromWire for String {
    fn back(node: &Node) -> Option<String> {
        text(node).map(str::to_owned)
    }
}

impl FromWire for Kind {
    fn back(node: &Node) -> Option<Kind> {
        Kind::from_name(text(node)?)
    }
}

impl FromWire for Period {
    fn back(node: &Node) -> Option<Period> {
        Period::from_name(text(node)?)
    }
}

impl FromWire for TimePeriod {
    fn back(node: &Node) -> Option<TimePeriod> {
        TimePeriod::parse(text(node)?)
    }
}

impl FromWire for Locale {
    /// For what is no language the default stands.
    fn back(node: &Node) -> Option<Locale> {
        Some(text(node).and_then(Locale::new).unwrap_or_default())
    }
}

impl FromWire for Sort {
    /// For what is no order the default stands.
    fn back(node: &Node) -> Option<Sort> {
        Some(text(node).and_then(Sort::from_name).unwrap_or_default())
    }
}

impl<T: FromWire> FromWire for Option<T> {
    /// What is no such value is none.
    fn back(node: &Node) -> Option<Option<T>> {
        Some(T::back(node))
    }
}

fn text<'n>(node: &'n Node) -> Option<&'n str> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

/// The value of a record's key.
pub(crate) fn entry<T: FromWire>(node: &Node, key: &str) -> Option<T> {
    let Node::Record(entries) = node else { return None };
    T::back(&entries.iter().find(|entry| entry.0 == key)?.1)
}

#[cfg(test)]
mod tests {
    use super::super::{Finding, Layout, Writer};
    use super::*;
    use crate::data::Severity;

    #[test]
    fn what_was_written_is_read_whatever_its_texts_hold() {
        let (path, found, expected) = ("$", "a\nb\0c\"", "");
        let finding = Finding { severity: Severity::Error, code: "[", path, found, expected };
        let writer = Writer::of(&vec![Layout { picture: None, finding: Some(finding) }]);
        let text = |text: &'static str| Node::Text(text.into());
        let finding = [
            ("severity", text("error")),
            ("code", text("[")),
            ("path", text("$")),
            ("found", text("a\nb c\"")),
            ("expected", text("")),
        ];
        let record = |entries: Vec<(&'static str, Node<'static>)>| {
            Node::Record(entries.into_iter().map(|(key, node)| (key.into(), node)).collect())
        };
        let layout = record(vec![("picture", Node::Null), ("finding", record(finding.into()))]);
        assert_eq!(Flat::new(&writer.words, &writer.numbers).node(), Node::List(vec![layout]));
    }
}
