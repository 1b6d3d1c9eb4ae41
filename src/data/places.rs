//! Where in a JSON text the values stand that findings are about.

use super::decode::add_key;
use super::finding::{Finding, Place};
use std::collections::HashMap;

/// Gives each finding that has none its place in the text: that of its key or, in a list, of its value. What is not
/// there is where that begins which it would be in. One walk through the text, whatever the number of findings.
///
/// ```
/// use village_charts::{data, platform::Native};
/// let json = b"{ \"format\": \"village-charts/1\",\n  \"villages\": [{ \"name\": 5 }] }";
/// let place = data::read(json, &Native::default()).findings[0].place.unwrap();
/// assert_eq!((place.line, place.column), (2, 18));
/// ```
pub fn locate(json: &[u8], findings: &mut [Finding]) {
    let mut wanted = HashMap::new();
    for finding in findings.iter().filter(|f| f.place.is_none()) {
        // all beginnings of its path: the longest that the text has is its place
        for (end, _) in finding.path.match_indices(['.', '[']).chain([(finding.path.len(), "")]) {
            wanted.insert(finding.path.get(..end).unwrap_or_default().to_owned(), None);
        }
    }
    if wanted.is_empty() {
        return;
    }
    let mut walk = Walk { json, at: 0, path: "$".to_owned(), wanted };
    walk.skip_while(|byte| !byte.is_ascii()); // a byte order mark
    walk.value(None);
    let offset = |path: &str| {
        let mut ends =
            path.match_indices(['.', '[']).map(|(end, _)| end).chain([path.len()]).collect::<Vec<_>>();
        ends.reverse();
        let known = |end: usize| walk.wanted.get(path.get(..end)?).copied().flatten();
        ends.into_iter().find_map(known).unwrap_or(0)
    };
    let mut offsets: Vec<(usize, &mut Finding)> =
        findings.iter_mut().filter(|f| f.place.is_none()).map(|f| (offset(&f.path), f)).collect();
    offsets.sort_by_key(|(offset, _)| *offset);
    let (mut place, mut from) = (Place { line: 1, column: 1 }, 0);
    for (offset, finding) in offsets {
        place.advance(json.get(from..offset).unwrap_or_default());
        from = offset;
        finding.place = Some(place);
    }
}

impl Place {
    /// The place of a byte of a text.
    pub(super) fn of(text: &[u8], offset: usize) -> Place {
        let mut place = Place { line: 1, column: 1 };
        place.advance(text.get(..offset).unwrap_or(text));
        place
    }

    /// Past these bytes.
    fn advance(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'\n' => *self = Place { line: self.line + 1, column: 1 },
                // a letter of several bytes is one column
                0x80..=0xBF => {}
                _ => self.column += 1,
            }
        }
    }
}

/// A walk through a text that is JSON; in any other it ends sooner or later.
struct Walk<'j> {
    json: &'j [u8],
    at: usize,
    path: String,
    wanted: HashMap<String, Option<usize>>,
}

impl Walk<'_> {
    fn next(&self) -> Option<u8> {
        self.json.get(self.at).copied()
    }

    fn skip_while(&mut self, is: impl Fn(u8) -> bool) {
        while self.next().is_some_and(&is) {
            self.at += 1;
        }
    }

    fn blanks(&mut self) {
        self.skip_while(|byte| byte.is_ascii_whitespace());
    }

    /// Walks over a value, whose key begins at `key`.
    fn value(&mut self, key: Option<usize>) {
        self.blanks();
        if let Some(place) = self.wanted.get_mut(&self.path) {
            // of a key given twice that is the last, which parsers take
            *place = Some(key.unwrap_or(self.at));
        }
        let length = self.path.len();
        match self.next() {
            Some(b'{') => {
                self.at += 1;
                loop {
                    self.skip_while(|byte| byte.is_ascii_whitespace() || byte == b',');
                    let start = self.at;
                    let Some(key) = self.text() else { break };
                    add_key(&mut self.path, &key);
                    self.skip_while(|byte| byte.is_ascii_whitespace() || byte == b':');
                    self.value(Some(start));
                    self.path.truncate(length);
                }
                self.at += 1;
            }
            Some(b'[') => {
                self.at += 1;
                for index in 0.. {
                    self.skip_while(|byte| byte.is_ascii_whitespace() || byte == b',');
                    let start = self.at;
                    if matches!(self.next(), None | Some(b']')) {
                        break;
                    }
                    self.path += &format!("[{index}]");
                    self.value(None);
                    self.path.truncate(length);
                    if self.at == start {
                        break; // no JSON
                    }
                }
                self.at += 1;
            }
            Some(b'"') => {
                self.text();
            }
            _ => self.skip_while(|byte| !matches!(byte, b',' | b']' | b'}') && !byte.is_ascii_whitespace()),
        }
    }

    /// Walks over a text in quotes.
    fn text(&mut self) -> Option<String> {
        let start = self.at;
        if self.next() != Some(b'"') {
            return None;
        }
        self.at += 1;
        while let Some(byte) = self.next().filter(|byte| *byte != b'"') {
            self.at += if byte == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        serde_json::from_slice(self.json.get(start..self.at)?).ok()
    }
}
