//! What readers see and hear: languages, labels in several languages, and the messages of `texts/` with their
//! arguments.

#[macro_use]
mod message;

mod figure;
mod label;
mod locale;
#[cfg(feature = "indicators")]
mod places;
#[cfg(not(feature = "indicators"))]
#[path = "no_places.rs"]
mod places;

pub(crate) use figure::{Numbers, Part};
pub use figure::{CLOSE, OPEN};
pub use label::Label;
pub use locale::Locale;
pub(crate) use message::Spoken;
pub use message::{Argument, Message};
pub(crate) use places::Places;

use crate::data::Date;
#[cfg(feature = "indicators")]
use crate::data::TimePeriod;
use crate::figure::{Place, Rank};
use crate::platform::{Digits, Platform};

/// How something is put into words: in which language, to be read or to be heard.
///
/// What is heard has no mark that voices pass over or take for something else: no thousands marks, dashes, "/" or "·".
#[derive(Clone, Copy)]
pub(crate) struct Voice<'a> {
    pub locale: Locale,
    pub platform: &'a dyn Platform,
    /// To be heard.
    pub aloud: bool,
    pub numbers: Numbers,
    pub places: Places<'a>,
}

impl<'a> Voice<'a> {
    /// One for what no chart says.
    pub fn new(locale: Locale, platform: &'a dyn Platform, aloud: bool) -> Voice<'a> {
        Voice { locale, platform, aloud, numbers: Numbers::default(), places: Places::default() }
    }

    /// A message of the language with its arguments.
    #[inline(never)]
    pub fn say(&self, message: Message, arguments: &[(Argument, &str)]) -> String {
        self.platform.message(message, arguments, self.locale)
    }

    /// The same of one that is heard otherwise than it is read.
    pub fn speak(&self, message: Spoken, arguments: &[(Argument, &str)]) -> String {
        self.say(if self.aloud { message.heard() } else { message.read() }, arguments)
    }

    /// A number of things.
    pub fn count(&self, n: usize) -> String {
        let digits = Digits { least: 0, most: 0, grouped: !self.aloud };
        self.platform.number(n as f64, digits, self.locale)
    }

    /// A time as it is called: "2024", "Q3 2024", "2023/24".
    #[cfg(feature = "indicators")]
    pub fn time(&self, time: TimePeriod) -> String {
        if let Some(date) = time.date() {
            return self.date(date);
        }
        let [year, next] = [time.year(), time.year() + 1].map(usize::from);
        let [buddhist, next_buddhist] = [year + 543, next + 543].map(digits);
        let [year, next] = [year, next].map(digits);
        let quarter = time.quarter().map_or(0, usize::from);
        let id = if quarter > 0 { spoken!("time-quarter") } else { spoken!("time-years") };
        let parts = [
            (arg!("quarter"), &*digits(quarter)),
            (arg!("year"), &*year),
            (arg!("next"), &*next),
            (arg!("buddhist-year"), &*buddhist),
            (arg!("buddhist-next"), &*next_buddhist),
        ];
        self.speak(id, &parts)
    }

    /// "5/7/2024", "5 July 2024"; aloud "ngày 5 tháng 7 năm 2024".
    pub fn date(&self, date: Date) -> String {
        let Date { year, month, day } = date;
        let id = match (month, day) {
            (None, _) => spoken!("date-year"),
            (Some(_), None) => spoken!("date-month"),
            (Some(_), Some(_)) => spoken!("date-day"),
        };
        let year = usize::from(year);
        let [year, buddhist] = [year, year + 543].map(digits);
        let [month, day] = [month, day].map(|n| digits(n.map_or(0, usize::from)));
        let parts = [
            (arg!("year"), &*year),
            (arg!("buddhist-year"), &*buddhist),
            (arg!("month"), &*month),
            (arg!("day"), &*day),
        ];
        self.speak(id, &parts)
    }

    /// The texts that are not empty, as a list: "Bubon, wood".
    pub fn list(&self, texts: &[&str]) -> String {
        self.joined(message!("list"), texts)
    }

    /// The same of texts that may have commas in them.
    pub fn long_list(&self, texts: &[&str]) -> String {
        self.joined(message!("list-long"), texts)
    }

    fn joined(&self, id: Message, texts: &[&str]) -> String {
        let mut items = Vec::new();
        for text in texts {
            if !text.is_empty() {
                items.push((*text).to_owned());
            }
        }
        in_pairs(items, &|list, item| self.say(id, &[(arg!("list"), list), (arg!("item"), item)]))
    }

    /// The texts that are not empty, as sentences: what ends with no full stop gets one.
    pub fn sentences(&self, texts: &[String]) -> String {
        let mut sentences = Vec::new();
        for text in texts {
            if !text.is_empty() {
                let ends =
                    matches!(text.chars().next_back(), Some('.' | '!' | '?' | '…' | '。' | '！' | '？'));
                sentences.push(if ends {
                    text.clone()
                } else {
                    self.say(message!("sentence"), &[(arg!("text"), text)])
                });
            }
        }
        in_pairs(sentences, &|text, next| {
            self.say(message!("sentences"), &[(arg!("text"), text), (arg!("next"), next)])
        })
    }

    /// What authors write as "2018–2020" as it is heard: voices pass over a dash. One that stands for something else
    /// stays; of hyphens only the one between two years is a range for certain.
    pub fn ranges_in_words(&self, text: &str) -> String {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let mut made = String::new();
        let mut rest = text;
        while let Some((at, dash)) = rest.char_indices().find(|(_, letter)| matches!(letter, '–' | '-')) {
            let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
            let after = after.get(dash.len_utf8()..).unwrap_or("");
            made += before;
            let (left, right) = (trimmed(&made), trimmed(after));
            let from = left.bytes().rev().take_while(u8::is_ascii_digit).count();
            let is_range = from > 0 && digits(right) > 0;
            if !is_range || (dash == '-' && (from, digits(right)) != (4, 4)) {
                made.push(dash);
                rest = after;
                continue;
            }
            let (start, low) = left.split_at_checked(left.len() - from).unwrap_or((left, ""));
            let (high, end) = right.split_at_checked(digits(right)).unwrap_or(("", right));
            let range =
                self.say(message!("range-in-text-spoken"), &[(arg!("low"), low), (arg!("high"), high)]);
            made = concat(&[start, &range]);
            rest = end;
        }
        made + rest
    }

    /// "1 village", "6,499 villages".
    pub fn villages(&self, n: usize) -> String {
        let count = digits(n);
        self.say_of_places(message!("villages"), &[(arg!("count"), &count), (arg!("number"), &self.count(n))])
    }

    /// A message that has the word for a place in it, for one and for several.
    pub fn say_of_places(&self, message: Message, arguments: &[(Argument, &str)]) -> String {
        let [one, many] = self.nouns();
        let mut all = vec![(arg!("one"), &*one), (arg!("many"), &*many)];
        all.extend(arguments);
        self.say(message, &all)
    }

    /// "village", "villages".
    pub fn nouns(&self) -> [String; 2] {
        match self.places.nouns(self.locale) {
            Some(own) => own,
            None => [self.say(message!("village-one"), &[]), self.say(message!("village-many"), &[])],
        }
    }

    /// Where a figure comes from and the day it speaks of, each in words; empty where there is none.
    pub fn origin(&self, source: &str, as_of: &str) -> [String; 2] {
        let said = |id, name, text: &str| match text {
            "" => String::new(),
            text => self.say(id, &[(name, text)]),
        };
        [said(message!("source"), arg!("source"), source), said(message!("as-of"), arg!("date"), as_of)]
    }

    /// The same in one line: "Nguồn: UBND · Số liệu đến 5/7/2024".
    pub fn provenance(&self, source: &str, as_of: &str) -> String {
        line(&self.origin(source, as_of))
    }

    /// "Page 1 of 3".
    #[cfg(any(feature = "native", feature = "tools"))]
    pub fn page(&self, page: usize, pages: usize) -> String {
        let [page, pages] = [page + 1, pages].map(|n| self.count(n));
        self.say(message!("page-of-pages"), &[(arg!("page"), &page), (arg!("pages"), &pages)])
    }

    /// "Hạng 4 trong 6", "Hạng từ 1 đến 3 trong 6 làng được nêu". Of a `selection` it says so: first among the villages
    /// that were named is not first of all.
    pub fn rank(&self, place: &Place, of: usize, selection: bool) -> String {
        let number = self.count(of);
        let among = if selection { message!("rank-among-named") } else { message!("rank-among") };
        let among = self.say_of_places(among, &[(arg!("number"), &number)]);
        self.rank_among(place, of, &among)
    }

    /// The same among as many as these words say.
    pub fn rank_among(&self, place: &Place, of: usize, among: &str) -> String {
        let Place { rank: Rank { best, worst }, shared } = *place;
        let id = match () {
            () if best == worst => message!("rank"),
            () if shared => message!("rank-shared"),
            () if (best, worst) == (1, of) => message!("rank-open"),
            () => message!("rank-range"),
        };
        let [best, worst] = [best, worst].map(|n| self.count(n));
        self.say(id, &[(arg!("best"), &best), (arg!("worst"), &worst), (arg!("among"), among)])
    }
}

/// One text of many by a message that joins two: neighbours first, then what these became. Each text joined to all
/// before it would pass through the message again and again.
fn in_pairs(mut texts: Vec<String>, join: &dyn Fn(&str, &str) -> String) -> String {
    while texts.len() > 1 {
        let mut joined = Vec::new();
        for pair in texts.chunks(2) {
            joined.push(match pair {
                [one, next] => join(one, next),
                [one, ..] => one.clone(),
                [] => String::new(),
            });
        }
        texts = joined;
    }
    texts.pop().unwrap_or_default()
}

/// A whole number in digits, as messages select by it. Without what formats numbers of any kind, which is 1 KB.
pub(crate) fn digits(n: usize) -> String {
    let (mut rest, mut digits) = (n, String::new());
    loop {
        digits.insert(0, char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            return digits;
        }
    }
}

/// The texts that are not empty, in one line.
pub(crate) fn line(texts: &[String]) -> String {
    let mut line = String::new();
    for text in texts.iter().filter(|t| !t.is_empty()) {
        line += if line.is_empty() { "" } else { " · " };
        line += text;
    }
    line
}

/// The pieces of a text between letters of one kind. The standard library's `split` takes any pattern for that, which
/// is 0.2 KB.
#[derive(Clone)]
pub(crate) struct Pieces<'a> {
    rest: Option<&'a str>,
    between: u8,
}

/// The names in a text with commas between them. A comma within one has a backslash before it.
#[cfg(feature = "indicators")]
pub(crate) fn listed(all: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut name = String::new();
    for part in pieces(all, ',') {
        name += part;
        if part.as_bytes().last() == Some(&b'\\') {
            name.pop();
            name.push(',');
            continue;
        }
        if !trimmed(&name).is_empty() {
            names.push(trimmed(&name).to_owned());
        }
        name.clear();
    }
    names
}

/// See [`Pieces`]; `between` is a letter of ASCII.
pub(crate) fn pieces(text: &str, between: char) -> Pieces<'_> {
    Pieces { rest: Some(text), between: between as u8 }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let end = rest.bytes().position(|letter| letter == self.between);
        self.rest = end.and_then(|end| rest.get(end + 1..));
        rest.get(..end.unwrap_or(rest.len()))
    }
}

/// The parts of a text before and after the last letter of ASCII of a kind.
#[cfg(feature = "indicators")]
pub(crate) fn parted(text: &str, between: u8) -> Option<(&str, &str)> {
    let at = text.bytes().rposition(|letter| letter == between)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Texts one after another, with another text between them. The standard library's `join` and `concat` are up to 1 KB
/// of WebAssembly for each type of text.
#[cfg(any(feature = "many", not(feature = "indicators")))]
pub(crate) fn join(texts: &[String], between: &str) -> String {
    let mut joined = String::new();
    for (i, text) in texts.iter().enumerate() {
        if i > 0 {
            joined += between;
        }
        joined += text;
    }
    joined
}

/// Texts as lists of them are said: see `Voice::list`.
pub(crate) fn borrowed(texts: &[String]) -> Vec<&str> {
    let mut borrowed = Vec::new();
    for text in texts {
        borrowed.push(&**text);
    }
    borrowed
}

/// Texts one after another: see [`join`].
pub(crate) fn concat(texts: &[&str]) -> String {
    let mut whole = String::new();
    for text in texts {
        whole += text;
    }
    whole
}

/// A text without the blanks around it. The standard library's `trim` is 0.2 KB of WebAssembly.
pub(crate) fn trimmed(text: &str) -> &str {
    let mut letters = text.chars();
    while letters.clone().next().is_some_and(char::is_whitespace) {
        letters.next();
    }
    while letters.clone().next_back().is_some_and(char::is_whitespace) {
        letters.next_back();
    }
    letters.as_str()
}
