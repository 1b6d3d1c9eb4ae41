//! A JavaScript value as a [`Node`]: `www/src/value.ts` writes it down as words and numbers. serde-wasm-bindgen could
//! read it as well, but its errors carry no path, it follows an object that holds itself until the stack ends, and
//! naming types in its errors brings the formatting of floats along (7 KB). Asking a value for its parts from here is
//! an import for each kind of question, and exceptions that cross WebAssembly's frames leave their stack where it was.

use crate::data::Node;

/// What is still to be read. A word is `n`, `t`, `f`, `#` for a number, `"` with a text, `!` with what JSON has no
/// value for, `[` or `{`. The length of a list or a record is a number; before each value of a record stands the word
/// of its key.
pub(super) struct Flat<'a, W: Iterator<Item = &'a str>> {
    pub words: W,
    pub numbers: std::slice::Iter<'a, f64>,
}

/// Deeper than `flatten` goes.
const DEEPEST: u8 = 16;

impl<'a, W: Iterator<Item = &'a str>> Flat<'a, W> {
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
