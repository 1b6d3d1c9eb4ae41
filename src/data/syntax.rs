//! Where a text stops being JSON, and what would be right there: a parser says less. `www/src/json-places.ts` tells
//! the same.

use super::decode::{add_key, quoted, short};

/// Why a text is not JSON.
pub(super) struct Fault {
    /// The byte at which reading stopped.
    pub at: usize,
    /// In which value.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

/// What is wrong with a text that a parser has refused; `None` where that is not its syntax.
pub(super) fn fault(text: &str) -> Option<Fault> {
    let at = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut reader = Reader { text, at, path: "$".to_owned() };
    let read = reader.value(0).and_then(|()| match reader.rest().is_empty() {
        true => Ok(()),
        false => reader.stop("nothing after the end of the data".to_owned()),
    });
    match read {
        Err(Stop::Fault(fault)) => Some(*fault),
        Err(Stop::TooDeep) | Ok(()) => None,
    }
}

/// Deeper than a parser goes.
const DEEPEST: usize = 128;

enum Stop {
    Fault(Box<Fault>),
    TooDeep,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    path: String,
}

impl<'t> Reader<'t> {
    /// What is still to be read, after blanks.
    fn rest(&mut self) -> &'t str {
        let rest = self.text.get(self.at..).unwrap_or("");
        let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r']);
        self.at += rest.len() - trimmed.len();
        trimmed
    }

    fn take(&mut self, sign: &str) -> bool {
        let is_there = self.rest().starts_with(sign);
        self.at += if is_there { sign.len() } else { 0 };
        is_there
    }

    fn stop<T>(&self, expected: String) -> Result<T, Stop> {
        let rest = self.text.get(self.at..).unwrap_or("");
        let is_word = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '+');
        let word: String = rest.chars().take_while(is_word).collect();
        let found = match rest.chars().next() {
            None => "the end of the text".to_owned(),
            Some('\n' | '\r') => "the end of the line".to_owned(),
            Some(sign) if word.is_empty() => sign.to_string(),
            Some(_) => short(&word),
        };
        Err(Stop::Fault(Box::new(Fault { at: self.at, path: self.path.clone(), found, expected })))
    }

    fn value(&mut self, depth: usize) -> Result<(), Stop> {
        if depth == DEEPEST {
            return Err(Stop::TooDeep);
        }
        if self.take("{") {
            return self.object(depth);
        }
        if self.take("[") {
            return self.list(depth);
        }
        if self.string()?.is_some() || ["true", "false", "null"].into_iter().any(|word| self.take(word)) {
            return Ok(());
        }
        match number(self.rest()) {
            0 => {
                self.stop("a value: a text in double quotes, a number, true, false, null, [ or {".to_owned())
            }
            length => {
                self.at += length;
                Ok(())
            }
        }
    }

    fn object(&mut self, depth: usize) -> Result<(), Stop> {
        if self.take("}") {
            return Ok(());
        }
        let length = self.path.len();
        let mut is_first = true;
        loop {
            let Some(key) = self.string()? else {
                let expected = match is_first {
                    true => "a key in double quotes, or }",
                    false => "a key in double quotes (the last one has no comma after it)",
                };
                return self.stop(expected.to_owned());
            };
            is_first = false;
            if !self.take(":") {
                return self.stop(format!("a colon after {}", quoted(&key)));
            }
            add_key(&mut self.path, &key);
            self.value(depth + 1)?;
            self.path.truncate(length);
            if self.take("}") {
                return Ok(());
            }
            if !self.take(",") {
                return self.stop("a comma, or } at the end of the object".to_owned());
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<(), Stop> {
        if self.take("]") {
            return Ok(());
        }
        let length = self.path.len();
        for index in 0.. {
            self.path += &format!("[{index}]");
            self.value(depth + 1)?;
            self.path.truncate(length);
            if self.take("]") {
                return Ok(());
            }
            if !self.take(",") {
                return self.stop("a comma, or ] at the end of the list".to_owned());
            }
        }
        Ok(())
    }

    /// A text without its quotes; `None` where none begins here.
    fn string(&mut self) -> Result<Option<String>, Stop> {
        let rest = self.rest();
        let Some(inner) = rest.strip_prefix('"') else { return Ok(None) };
        let start = self.at;
        let mut signs = inner.char_indices();
        while let Some((at, sign)) = signs.next() {
            self.at = start + 1 + at;
            match sign {
                '"' => {
                    self.at += 1;
                    let text = self.text.get(start..self.at).and_then(|text| serde_json::from_str(text).ok());
                    return Ok(Some(text.unwrap_or_default()));
                }
                '\\' => {
                    let escaped = signs.next().map_or(' ', |(_, sign)| sign);
                    let is_code = escaped == 'u'
                        && (0..4).all(|_| signs.next().is_some_and(|(_, c)| c.is_ascii_hexdigit()));
                    if !is_code && !"\"\\/bfnrt".contains(escaped) {
                        let right = r#"one of \" \\ \/ \b \f \n \r \t \u0000 after a backslash"#;
                        return self.stop(right.to_owned());
                    }
                }
                sign if sign < ' ' => return self.stop("a closing \" on the same line".to_owned()),
                _ => {}
            }
        }
        self.at = self.text.len();
        self.stop("a closing \" on the same line".to_owned())
    }
}

/// How long the number is that a text begins with; 0 where it begins with none.
fn number(text: &str) -> usize {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = |from: usize| text.get(from..).unwrap_or("");
    let sign = usize::from(text.starts_with('-'));
    let whole = match after(sign) {
        rest if rest.starts_with('0') => 1,
        rest => digits(rest),
    };
    if whole == 0 {
        return 0;
    }
    let mut end = sign + whole;
    let decimals = after(end).strip_prefix('.').map_or(0, digits);
    end += if decimals > 0 { decimals + 1 } else { 0 };
    if let Some(rest) = after(end).strip_prefix(['e', 'E']) {
        let sign = usize::from(rest.starts_with(['+', '-']));
        let power = digits(rest.get(sign..).unwrap_or(""));
        end += if power > 0 { 1 + sign + power } else { 0 };
    }
    end
}
