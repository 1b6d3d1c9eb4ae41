//! The words by which figures and headings are recognised, from one file a language in `texts/figures`.

use crate::data::Period;
use crate::figure::Flag;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;
use unicode_normalization::UnicodeNormalization;

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/figures.rs"));

/// What a word of a cell is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// It qualifies the number behind it.
    Before(Qualifier),
    /// It qualifies the number before it.
    After(Qualifier),
    /// The source estimated the number.
    Estimated,
    /// It says nothing of the number: "reached".
    Filler,
    /// The first word of a range, or "from".
    From,
    /// What stands between both ends of a range.
    To,
    /// The same, behind a word that begins one: "between 4 and 5".
    And,
    /// "a", "per", "/".
    Per,
    /// The number in hundredths or thousandths.
    Sign(Share),
    /// A power of ten.
    Scale(u8),
    /// A currency by its code.
    Currency(String),
    /// The time that the number is for.
    Period(Period),
    /// The same of a word that needs no "per" before it: "monthly".
    Every(Period),
    /// Behind "per": a person.
    Person,
    /// What is counted.
    Noun,
}

/// How a number is to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Qualifier {
    /// `about`
    About,
    /// `nearly`
    Nearly,
    /// `more_than`
    MoreThan,
    /// `at_least`
    AtLeast,
    /// `less_than`
    LessThan,
    /// `at_most`
    AtMost,
}

/// Of a hundred or of a thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Share {
    /// %
    Percent,
    /// ‰
    Permille,
}

/// Why there is no number: the name of a reason in the language files.
pub type Reason = String;

/// What a mark behind a number stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A flag of the format.
    Flag(Flag),
    /// The source estimated the number.
    Estimated,
    /// Nothing that has to be said: "final".
    Nothing,
}

/// All words of all languages.
pub struct Words {
    /// Those of cells by their first letters, the longest first; each with what it may mean.
    phrases: FxHashMap<char, Vec<(String, Vec<Meaning>)>>,
    /// Cells that are no numbers.
    missing: FxHashMap<String, Reason>,
    /// What is written into data files, by language and key.
    written: FxHashMap<(String, String), String>,
    /// Marks.
    marks: FxHashMap<String, Mark>,
    /// Words of headings: what they are for, and the words.
    headings: FxHashMap<String, Vec<String>>,
    /// The same words, to be found among many.
    known: FxHashMap<String, FxHashSet<String>>,
    /// The languages in which a letter before a number is for quarters or months, by key and letter.
    letters: Vec<(String, String, &'static str)>,
    /// The language of words of headings that one file alone has.
    spoken: FxHashMap<String, Option<&'static str>>,
}

impl Words {
    /// Those of all language files.
    pub fn all() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Words::read(FILES))
    }

    fn read(files: &[(&'static str, &str)]) -> Words {
        let mut words = Words {
            phrases: FxHashMap::default(),
            missing: FxHashMap::default(),
            written: FxHashMap::default(),
            marks: FxHashMap::default(),
            headings: FxHashMap::default(),
            known: FxHashMap::default(),
            letters: Vec::new(),
            spoken: FxHashMap::default(),
        };
        for (language, file) in files {
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                let Some((key, list)) = line.split_once(" = ") else { continue };
                let key = key.trim();
                if key.starts_with("reason.") || key == "places_else" {
                    words.written.insert(((*language).to_owned(), key.to_owned()), list.trim().to_owned());
                    continue;
                }
                for word in list.split(" | ") {
                    if key.ends_with("_letter") {
                        words.letters.push((key.to_owned(), fold(word), language));
                    }
                    if key.starts_with("place.") || ["time", "district", "whole"].contains(&key) {
                        let known = words.spoken.entry(fold(word)).or_insert(Some(language));
                        *known = known.filter(|other| other == language);
                    }
                    words.add(key, fold(word));
                }
            }
        }
        for list in words.phrases.values_mut() {
            list.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        words
    }

    fn add(&mut self, key: &str, word: String) {
        let (kind, of) = key.split_once('.').unwrap_or((key, ""));
        if kind == "missing" {
            self.missing.insert(word, of.to_owned());
            return;
        }
        if kind == "flag" {
            let flag = Flag::ALL.into_iter().find(|flag| flag.key() == of);
            let mark =
                flag.map_or(if of == "estimated" { Mark::Estimated } else { Mark::Nothing }, Mark::Flag);
            self.marks.insert(word, mark);
            return;
        }
        match meaning(kind, of) {
            Some(meaning) => {
                let Some(first) = word.chars().next() else { return };
                let list = self.phrases.entry(first).or_default();
                match list.iter_mut().find(|(phrase, _)| *phrase == word) {
                    Some((_, meanings)) if meanings.contains(&meaning) => {}
                    Some((_, meanings)) => meanings.push(meaning),
                    None => list.push((word, vec![meaning])),
                }
            }
            None => {
                self.known.entry(key.to_owned()).or_default().insert(word.clone());
                self.headings.entry(key.to_owned()).or_default().push(word);
            }
        }
    }

    /// The longest phrase with which a folded text begins, and what it may mean. A phrase ends where a word ends.
    pub fn phrase(&self, text: &str) -> Option<(usize, &[Meaning])> {
        let list = self.phrases.get(&text.chars().next()?)?;
        let fits = |phrase: &str| {
            let rest = text.strip_prefix(phrase)?;
            let (last, next) = (phrase.chars().next_back()?, rest.chars().next());
            let goes_on = match next {
                Some(next) if last.is_numeric() => next.is_alphanumeric(),
                Some(next) => {
                    last.is_alphabetic() && next.is_alphabetic() && !is_ideograph(last) && !is_ideograph(next)
                }
                None => false,
            };
            (!goes_on).then_some(())
        };
        let (phrase, meanings) = list.iter().find(|(phrase, _)| fits(phrase).is_some())?;
        Some((phrase.len(), meanings))
    }

    /// Why a cell with this text, folded, has no number.
    pub fn missing(&self, text: &str) -> Option<&Reason> {
        self.missing.get(text)
    }

    /// What is said of a reason in a language, else in English.
    pub fn reason<'w>(&'w self, reason: &'w str, language: &str) -> &'w str {
        self.written(&format!("reason.{reason}"), language).unwrap_or(reason)
    }

    /// What places are called that no heading has a word for, one and several.
    pub fn places_else(&self, language: &str) -> Option<[String; 2]> {
        Some(nouns(self.written("places_else", language)?).map(str::to_owned))
    }

    /// What is written into data files, in a language, else in English.
    fn written(&self, key: &str, language: &str) -> Option<&str> {
        let of = |language: &str| self.written.get(&(language.to_owned(), key.to_owned()));
        of(language).or_else(|| of("en")).map(String::as_str)
    }

    /// What a mark, folded, stands for.
    pub fn mark(&self, text: &str) -> Option<&Mark> {
        self.marks.get(text)
    }

    /// What a text says of flags, by any of its words that has more than two letters.
    pub fn mark_within(&self, text: &str) -> Option<&Mark> {
        let mut longest: Option<(&String, &Mark)> = None;
        for (word, mark) in self.marks.iter().filter(|(word, mark)| word.len() > 2 && **mark != Mark::Nothing)
        {
            let is_longer = longest.is_none_or(|(other, _)| (word.len(), &**word) > (other.len(), other));
            if is_longer && holds(text, word) {
                longest = Some((word, mark));
            }
        }
        longest.map(|(_, mark)| mark)
    }

    /// Why there are no numbers, by any words of a text.
    pub fn missing_within(&self, text: &str) -> Option<&Reason> {
        let mut all: Vec<_> = self.missing.iter().filter(|(word, _)| word.chars().count() > 3).collect();
        all.sort_by_key(|(word, _)| std::cmp::Reverse((word.len(), *word)));
        all.into_iter().find(|(word, _)| holds(text, word)).map(|(_, reason)| reason)
    }

    /// The words of headings that are for this.
    pub fn headings(&self, key: &str) -> &[String] {
        self.headings.get(key).map_or(&[], |words| words)
    }

    /// What is left of a folded text behind one of these words, the longest.
    pub fn behind<'t>(&self, key: &str, text: &'t str) -> Option<&'t str> {
        let rest = |word: &String| {
            let rest = text.strip_prefix(&**word)?;
            let is_word = rest.starts_with([' ', '_', '-', '.']) || word.ends_with(is_ideograph);
            is_word.then(|| rest.trim_start_matches([' ', '_', '-', '.']))
        };
        self.rest(key, &rest)
    }

    /// What is left of a folded text before one of these words.
    pub fn before<'t>(&self, key: &str, text: &'t str) -> Option<&'t str> {
        let rest = |word: &String| {
            let rest = text.strip_suffix(&**word)?;
            let is_word = rest.ends_with([' ', '_', '-', '.']) || word.starts_with(is_ideograph);
            is_word.then(|| rest.trim_end_matches([' ', '_', '-', '.']))
        };
        self.rest(key, &rest)
    }

    /// What is left without the longest of these words.
    fn rest<'t>(&self, key: &str, without: &dyn Fn(&String) -> Option<&'t str>) -> Option<&'t str> {
        let rests = self.headings(key).iter().filter_map(without);
        rests.filter(|rest| !rest.is_empty()).min_by_key(|rest| rest.len())
    }

    /// Which month a folded word is, from 1.
    pub fn month(&self, word: &str) -> Option<u32> {
        (1..=12).find(|month| self.is(&format!("month.{month}"), word))
    }

    /// Is a folded text one of the words for this?
    pub fn is(&self, key: &str, text: &str) -> bool {
        self.known.get(key).is_some_and(|words| words.contains(text))
    }

    /// The language of a folded heading, where the file of one language alone has it.
    pub fn language_of(&self, heading: &str) -> Option<&'static str> {
        self.spoken.get(heading).copied().flatten()
    }

    /// Is a letter before a number for this in a language?
    pub fn is_letter_in(&self, key: &str, letter: &str, language: &str) -> bool {
        self.letters.iter().any(|(k, l, of)| k == key && l == letter && *of == language)
    }

    /// Are words for this in a folded text? The place where the longest of them begins.
    pub fn find(&self, key: &str, text: &str) -> Option<(usize, usize)> {
        let within = self.headings(key).iter().filter_map(|word| Some((place(text, word)?, word.len())));
        within.max_by_key(|(at, length)| (*length, std::cmp::Reverse(*at)))
    }
}

fn meaning(kind: &str, of: &str) -> Option<Meaning> {
    use Qualifier::*;
    Some(match kind {
        "about" => Meaning::Before(About),
        "nearly" => Meaning::Before(Nearly),
        "more_than" => Meaning::Before(MoreThan),
        "at_least" => Meaning::Before(AtLeast),
        "less_than" => Meaning::Before(LessThan),
        "at_most" => Meaning::Before(AtMost),
        "at_least_after" => Meaning::After(AtLeast),
        "at_most_after" => Meaning::After(AtMost),
        "estimated" => Meaning::Estimated,
        "filler" => Meaning::Filler,
        "range_from" => Meaning::From,
        "range_to" => Meaning::To,
        "range_and" => Meaning::And,
        "per" => Meaning::Per,
        "percent" => Meaning::Sign(Share::Percent),
        "permille" => Meaning::Sign(Share::Permille),
        "scale" => Meaning::Scale(power(of)?),
        "currency" => Meaning::Currency(of.to_owned()),
        "period" => Meaning::Period(Period::from_name(of)?),
        "period_alone" => Meaning::Every(Period::from_name(of)?),
        "person" => Meaning::Person,
        "noun" => Meaning::Noun,
        _ => return None,
    })
}

/// The scales of the format with their powers of ten.
pub const SCALES: [(&str, u8); 9] = [
    ("one", 0),
    ("thousand", 3),
    ("ten_thousand", 4),
    ("lakh", 5),
    ("million", 6),
    ("crore", 7),
    ("hundred_million", 8),
    ("billion", 9),
    ("trillion", 12),
];

fn power(name: &str) -> Option<u8> {
    SCALES.iter().find(|(scale, _)| *scale == name).map(|(_, power)| *power)
}

/// The word for one and the word for several, "commune / communes", which may be the same.
pub fn nouns(places: &str) -> [&str; 2] {
    let (one, many) = places.split_once(" / ").unwrap_or((places, places));
    [one, many]
}

/// A text as words are compared: composed, in small letters, with single blanks.
pub fn fold(text: &str) -> String {
    if text.is_ascii() && !text.bytes().any(|b| b.is_ascii_uppercase() || b.is_ascii_whitespace()) {
        return text.to_owned();
    }
    let mut folded = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c == '\u{FEFF}').filter(|word| !word.is_empty()) {
        // some write two letters of a word apart: 合 計
        let joins = folded.chars().next_back().is_some_and(is_ideograph) && word.starts_with(is_ideograph);
        if !folded.is_empty() && !joins {
            folded.push(' ');
        }
        // most letters are composed
        let is_composed =
            |c: char| c < '\u{300}' || matches!(c, '\u{1E00}'..='\u{1EFF}' | '\u{2010}'..='\u{2030}');
        let small = |folded: &mut String, c: char| match c.is_ascii() {
            true => folded.push(c.to_ascii_lowercase()),
            false => folded.extend(c.to_lowercase()),
        };
        match word.chars().all(is_composed) {
            true => word.chars().for_each(|c| small(&mut folded, c)),
            false => word.nfc().for_each(|c| small(&mut folded, c)),
        }
    }
    folded
}

/// Letters that stand without blanks between words.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FFFF}')
}

/// Where a word begins in a text, as a word of its own.
pub fn place(text: &str, word: &str) -> Option<usize> {
    // Thai has no blanks between words, either
    let is_word = |c: char| c.is_alphanumeric() && !is_ideograph(c) && !super::times::is_thai(c);
    let (first, last) = (word.chars().next()?, word.chars().next_back()?);
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|t| t.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|t| t.chars().next());
        let begins = !is_word(first) || !before.is_some_and(is_word);
        let ends = !is_word(last) || !after.is_some_and(is_word);
        begins && ends
    })
}

/// Has a text this word, as a word of its own?
pub fn holds(text: &str, word: &str) -> bool {
    place(text, word).is_some()
}
