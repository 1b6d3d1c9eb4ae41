//! The walk through the words of a cell.

use super::cell::{Base, Reader, Said, SaidUnit, Stands, Unclear, BRACKETS};
use super::number::{is_thin, Readings};
use super::told::told;
use super::words::{is_ideograph, Mark, Meaning, Qualifier};
use crate::figure::Flags;

/// Reads a figure.
pub fn figure(reader: &Reader, folded: &str, raw: &str) -> Result<Said, Unclear> {
    let brackets = reader.legend.marks.get(BRACKETS).map(|(stands, _)| stands);
    let within = folded.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let is_negative = brackets == Some(&Stands::Negative);
    let (mark, folded) = match (brackets, within) {
        (Some(Stands::Mark(mark)), Some(within)) => (Some(mark.clone()), within),
        (Some(Stands::Negative), Some(within)) => (None, within),
        // accountants mean −0.4 by "(0.4)", others a figure of few cases
        (_, Some(within)) if length(within) == within.len() => {
            return Err(told!("expected-brackets", text = within));
        }
        _ => (None, folded),
    };
    let mut walk = Walk { reader, rest: folded, raw, state: State::default() };
    if let Some(mark) = &mark {
        walk.set(mark);
    }
    walk.run()?;
    if is_negative && within.is_some() {
        walk.state.numbers.iter_mut().for_each(|(number, _)| *number = number.negative());
    }
    walk.state.finish()
}

/// Reads a unit alone.
pub fn unit(reader: &Reader, folded: &str, text: &str) -> Option<SaidUnit> {
    let mut walk = Walk { reader, rest: folded, raw: text, state: State::default() };
    walk.run().ok()?;
    let State { numbers, unit, before, after, estimated, scale, per, flags, .. } = walk.state;
    let says_more = before.is_some() || after.is_some() || estimated || per || flags != Flags::default();
    let alone = numbers.is_empty() && !says_more;
    let unit = SaidUnit { scale: scale.or(unit.scale), ..unit };
    (alone && unit != SaidUnit::default()).then_some(unit)
}

/// A number alone.
pub fn plain(text: &str) -> Option<Said> {
    let readings = Readings::of(text);
    readings.comma.or(readings.point)?;
    let numbers = vec![(readings, 0)];
    State { numbers, ..State::default() }.finish().ok()
}

#[derive(Default)]
struct State {
    numbers: Vec<(Readings, u8)>,
    /// Does a scale follow the last number?
    scale: Option<u8>,
    before: Option<Qualifier>,
    after: Option<Qualifier>,
    estimated: bool,
    from: bool,
    to: bool,
    per: bool,
    flags: Flags,
    unit: SaidUnit,
    notes: Vec<String>,
    words: bool,
}

struct Walk<'a> {
    reader: &'a Reader<'a>,
    rest: &'a str,
    raw: &'a str,
    state: State,
}

impl Walk<'_> {
    fn run(&mut self) -> Result<(), Unclear> {
        loop {
            self.rest = self.rest.trim_start();
            let Some(first) = self.rest.chars().next() else { return Ok(()) };
            if self.number(first)? || self.mark(first)? || self.between(first)? || self.phrase()? {
                continue;
            }
            if matches!(first, '(' | ')' | '[' | ']' | ';' | ',') && !self.state.numbers.is_empty() {
                self.skip(first.len_utf8());
                continue;
            }
            if self.noun()? {
                continue;
            }
            let word: String = self.rest.chars().take_while(|c| !c.is_whitespace()).take(20).collect();
            return Err(told!("expected-figure-not", word = word));
        }
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or("");
    }

    /// Reads a number, with its sign where one stands right before it.
    fn number(&mut self, first: char) -> Result<bool, Unclear> {
        let is_sign = matches!(first, '-' | '−' | '–');
        let takes_sign = self.state.numbers.len() == usize::from(self.state.to);
        let (negative, digits) = match is_sign && takes_sign {
            true => (true, self.rest.get(first.len_utf8()..).unwrap_or("")),
            false => (false, self.rest),
        };
        let length = length(digits);
        if length == 0 {
            return Ok(false);
        }
        let text = digits.get(..length).unwrap_or("").replace('e', "E");
        let readings = Readings::of(&text);
        if readings.comma.or(readings.point).is_none() {
            return Err(told!("expected-number-not", text = text));
        }
        if self.state.numbers.len() > usize::from(self.state.to) || self.state.after.is_some() {
            return Err(told!("expected-one-number"));
        }
        self.state.scale = None;
        self.state.per = false;
        self.state.numbers.push((if negative { readings.negative() } else { readings }, 0));
        self.skip(length + if negative { first.len_utf8() } else { 0 });
        Ok(true)
    }

    /// Reads what stands between both ends of a range.
    fn between(&mut self, first: char) -> Result<bool, Unclear> {
        let is_sign = matches!(first, '-' | '–' | '—' | '−' | '÷' | '~' | '～');
        if is_sign && self.state.numbers.len() == 1 && !self.state.to && self.state.after.is_none() {
            self.state.to = true;
            self.skip(first.len_utf8());
            return Ok(true);
        }
        Ok(false)
    }

    /// Reads a flag or a mark of the legend, which stand behind a number.
    fn mark(&mut self, first: char) -> Result<bool, Unclear> {
        if self.state.numbers.is_empty() || (self.state.to && self.state.numbers.len() < 2) {
            return Ok(false);
        }
        let closing = match first {
            '(' => Some(')'),
            '[' => Some(']'),
            _ => None,
        };
        if let Some(closing) = closing {
            let Some((within, _)) = self.rest.get(1..).and_then(|rest| rest.split_once(closing)) else {
                return Ok(false);
            };
            let (within, length) = (within.trim().to_owned(), within.len() + 2);
            let whole = self.rest.get(..length).unwrap_or("").to_owned();
            if self.stands(&whole) || self.stands(&within) || self.flag(&within) {
                self.skip(length);
                return Ok(true);
            }
            if within.chars().any(|c| c.is_numeric()) {
                return Err(told!("expected-mark", mark = whole));
            }
            return Ok(false);
        }
        if matches!(first, '*' | '†' | '‡' | '§' | '#' | '¹' | '²' | '³' | '⁴'..='⁹' | '¶' | '^')
        {
            let is_mark = |c: &char| *c == first || (is_raised(first) && is_raised(*c));
            let mark: String = self.rest.chars().take_while(is_mark).collect();
            if !self.stands(&mark) {
                return Err(told!("expected-mark", mark = mark));
            }
            self.skip(mark.len());
            return Ok(true);
        }
        let rest = self.rest.to_owned();
        if self.flag(&rest) {
            self.rest = "";
            return Ok(true);
        }
        let word: String = self
            .rest
            .chars()
            .take_while(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | '/' | '(' | '['))
            .collect();
        // "5 triệu" is no "5 t": a word that is a flag and a unit is a unit
        if self.reader.words.phrase(self.rest).is_some_and(|(length, _)| length >= word.len()) {
            return Ok(false);
        }
        if self.stands(&word) || self.flag(&word) || self.letters(&word) {
            self.skip(word.len());
            return Ok(true);
        }
        Ok(false)
    }

    fn flag(&mut self, word: &str) -> bool {
        // "13 a" is no 13: a letter that says nothing in a column of flags may be a footnote's here
        let is_note = |mark: &Mark| *mark == Mark::Nothing && word.chars().count() == 1;
        let mark = self.reader.words.mark(word).filter(|mark| !is_note(mark)).cloned();
        mark.map(|mark| self.set(&mark)).is_some()
    }

    /// Takes several letters that are a flag each: "bp" is a break, and provisional.
    fn letters(&mut self, word: &str) -> bool {
        let words = self.reader.words;
        let marks: Option<Vec<&Mark>> =
            word.chars().map(|letter| words.mark(letter.encode_utf8(&mut [0; 4]))).collect();
        let Some(marks) = marks.filter(|marks| (2..=3).contains(&marks.len())) else { return false };
        // they stand in the order of the alphabet, so "up" is none
        let is_ordered = word.as_bytes().windows(2).all(|pair| matches!(pair, [a, b] if a < b));
        if !is_ordered || marks.contains(&&Mark::Nothing) {
            return false;
        }
        marks.into_iter().for_each(|mark| self.set(mark));
        true
    }

    fn set(&mut self, mark: &Mark) {
        match mark {
            Mark::Flag(flag) => self.state.flags.insert(*flag),
            Mark::Estimated => self.state.estimated = true,
            Mark::Nothing => {}
        }
    }

    /// Takes a mark of the legend.
    fn stands(&mut self, mark: &str) -> bool {
        match self.reader.legend.marks.get(mark).cloned() {
            Some((Stands::Mark(mark), _)) => self.set(&mark),
            Some((Stands::Note, text)) => self.state.notes.push(text),
            _ => return false,
        }
        true
    }

    /// Reads words that are known.
    fn phrase(&mut self) -> Result<bool, Unclear> {
        let Some((length, meanings)) = self.reader.words.phrase(self.rest) else { return Ok(false) };
        let word = self.rest.get(..length).unwrap_or("").to_owned();
        if self.state.numbers.is_empty() && self.ends_as_noun(&word) {
            return Ok(false);
        }
        for meaning in meanings {
            if self.takes(meaning, &word) {
                self.skip(length);
                return Ok(true);
            }
        }
        Err(told!("expected-elsewhere", word = word))
    }

    /// Is it the whole of what the column counts?
    fn ends_as_noun(&self, word: &str) -> bool {
        self.reader.noun.is_some_and(|noun| noun == self.rest && noun != word)
    }

    fn takes(&mut self, meaning: &Meaning, word: &str) -> bool {
        let state = &mut self.state;
        let behind = !state.numbers.is_empty() && state.numbers.len() == 1 + usize::from(state.to);
        let unit_alone = state.numbers.is_empty();
        let is_letters = word.chars().any(char::is_alphabetic);
        match meaning {
            Meaning::Before(q) if unit_alone && state.before.is_none() => state.before = Some(*q),
            Meaning::After(q) if behind && state.after.is_none() => state.after = Some(*q),
            Meaning::Estimated if unit_alone && !state.estimated => state.estimated = true,
            Meaning::Filler if unit_alone && state.unit == SaidUnit::default() => {}
            Meaning::From if unit_alone && !state.from => state.from = true,
            Meaning::To if state.numbers.len() == 1 && !state.to => state.to = true,
            Meaning::And if state.numbers.len() == 1 && !state.to && state.from => state.to = true,
            Meaning::Per if (behind || unit_alone) && !state.per => state.per = true,
            Meaning::Period(period) if state.per && state.unit.per.is_none_or(|p| p == *period) => {
                state.unit.per = Some(*period);
                state.per = false;
            }
            Meaning::Every(period) if (behind || unit_alone) && state.unit.per.is_none() => {
                state.unit.per = Some(*period);
            }
            Meaning::Person if state.per => {
                state.unit.per_person = true;
                state.per = false;
            }
            Meaning::Sign(share) => return state.base(Base::Share(*share)),
            Meaning::Currency(code) => return state.base(Base::Money(code.clone())),
            Meaning::Scale(power) if state.scale.is_none() && state.numbers.len() < 3 => {
                state.scale = Some(*power);
                match state.numbers.last_mut() {
                    Some((_, scale)) => *scale = *power,
                    None => state.unit.scale = Some(*power),
                }
            }
            Meaning::Noun if (behind || unit_alone) && !state.per => {
                return state.base(Base::Noun(word.to_owned()))
            }
            _ => return false,
        }
        let says_more =
            matches!(meaning, Meaning::Before(_) | Meaning::After(_) | Meaning::Estimated | Meaning::From);
        self.state.words |= says_more && is_letters;
        true
    }

    /// Reads the word that the heading or an option has for what is counted.
    fn noun(&mut self) -> Result<bool, Unclear> {
        let Some(noun) = self.reader.noun else { return Ok(false) };
        let Some(rest) = self.rest.strip_prefix(noun) else { return Ok(false) };
        if rest.chars().next().is_some_and(|c| c.is_alphabetic() && !is_ideograph(c)) {
            return Ok(false);
        }
        let length = noun.len();
        if !self.state.base(Base::Noun(noun.to_owned())) {
            return Err(told!("expected-one-unit", text = self.raw));
        }
        self.skip(length);
        Ok(true)
    }
}

fn is_raised(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁴'..='⁹')
}

/// How long the number is with which a text begins: digits, and what stands between them.
fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let digits = |from: usize| bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let mut at = match bytes.first() {
        Some(b'.' | b',') if digit(1) => 1,
        Some(b'0'..=b'9') => 0,
        _ => return 0,
    };
    let mut first = true;
    loop {
        let group = digits(at);
        at += group;
        let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) else { return at };
        let after = at + next.len_utf8();
        let goes_on = match next {
            '.' | ',' => digit(after),
            c if is_thin(c) => digits(after) == 3 && (group == 3 || (first && group <= 3)),
            _ => false,
        };
        first = false;
        if !goes_on {
            let power = bytes.get(at + 1).filter(|sign| matches!(sign, b'+' | b'-')).map(|_| digits(at + 2));
            return match (next, power) {
                ('e' | 'E', Some(power @ 1..)) => at + 2 + power,
                _ => at,
            };
        }
        at = after;
    }
}

impl State {
    /// Takes what is counted; `false` where that is another thing already.
    fn base(&mut self, base: Base) -> bool {
        if self.to && self.numbers.len() < 2 && !self.numbers.is_empty() && !matches!(base, Base::Money(_)) {
            return false;
        }
        match &self.unit.base {
            None => self.unit.base = Some(base),
            // "₫ … đồng", "10 % to 12 %"
            Some(known) if *known == base => {}
            Some(_) => return false,
        }
        true
    }

    fn finish(mut self) -> Result<Said, Unclear> {
        let one = self.numbers.len() == 1;
        if self.numbers.is_empty() || (self.to && one) || self.per {
            return Err(match self.numbers.is_empty() {
                true => told!("expected-figure"),
                false => told!("expected-closed"),
            });
        }
        if let [low, high] = &mut *self.numbers {
            // 4–5.5 million: of both
            if low.1 == 0 {
                low.1 = high.1;
            }
        }
        let qualifier = match (self.before, self.after, one) {
            (None, None, true) if self.from => Some(Qualifier::AtLeast),
            (None, None, _) => None,
            (Some(q), None, true) | (None, Some(q), true) if !self.from || self.after.is_some() => Some(q),
            _ => return Err(told!("expected-one-qualifier")),
        };
        self.unit.scale = self.numbers.iter().map(|(_, scale)| *scale).max().filter(|scale| *scale > 0);
        Ok(Said {
            in_words: self.words || !one || qualifier.is_some(),
            numbers: self.numbers,
            qualifier,
            estimated: self.estimated,
            flags: self.flags,
            unit: self.unit,
            notes: self.notes,
        })
    }
}
