//! A cell → a figure: what a source wrote, number and words.
//!
//! A cell is read word by word. Every word has to be known and to have its place: what is left over makes a cell
//! unclear, never a number with less to it.

use super::number::{Decimal, Number, Readings};
use super::told::{told, Told};
use super::walk;
use super::words::{fold, Mark, Qualifier, Reason, Share, Words};
use crate::data::Period;
use crate::figure::Flags;
use std::collections::HashMap;

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// There is no number, for this reason.
    Missing(Reason),
    /// A figure.
    Figure(Box<Said>),
}

/// A number with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The number, or both ends of a range, each in parts of ten to this power: 9 for billions.
    pub numbers: Vec<(Readings, u8)>,
    /// Its qualifier; a number that has none is exact, two are a range.
    pub qualifier: Option<Qualifier>,
    /// The source estimated it.
    pub estimated: bool,
    /// What marks behind it say.
    pub flags: Flags,
    /// What it counts.
    pub unit: SaidUnit,
    /// Texts that marks behind it stand for.
    pub notes: Vec<String>,
    /// Had the cell more in it than a number, a unit and marks?
    pub in_words: bool,
}

/// The unit that a cell, a heading or an option says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SaidUnit {
    /// `None` where it says none.
    pub base: Option<Base>,
    /// The power of ten, where it says one: 9 in "tỷ".
    pub scale: Option<u8>,
    /// The time that it is for.
    pub per: Option<Period>,
    /// It is for one person.
    pub per_person: bool,
}

impl SaidUnit {
    /// Is it of a hundred or of a thousand?
    pub fn is_share(&self) -> bool {
        matches!(self.base, Some(Base::Share(_)))
    }
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Base {
    /// Hundredths or thousandths.
    Share(Share),
    /// A currency by its code.
    Money(String),
    /// Things, by the word that the source has for them.
    Noun(String),
}

impl Base {
    /// The sign or word of a currency that several countries have, "$": which is meant is asked.
    pub fn open_currency(&self) -> Option<&str> {
        match self {
            Base::Money(code) if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) => {
                Some(code)
            }
            _ => None,
        }
    }
}

/// Why a cell is not understood: what would be right.
pub type Unclear = Told;

/// What marks in a table stand for, by its notes.
#[derive(Debug, Clone, Default)]
pub struct Legend {
    /// By the mark, folded: what it stands for, and in which words.
    pub marks: HashMap<String, (Stands, String)>,
}

/// The mark of a legend for all numbers in brackets.
pub const BRACKETS: &str = "()";

/// What a mark of a legend stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Stands {
    /// A flag behind a number.
    Mark(Mark),
    /// A cell without a number.
    Missing(Reason),
    /// A text, which the figure quotes.
    Note,
    /// A number below zero.
    Negative,
}

/// Reads cells.
pub struct Reader<'a> {
    /// The words of all languages.
    pub words: &'a Words,
    /// The legend of the table.
    pub legend: &'a Legend,
    /// A word for what is counted that the heading or an option says, folded.
    pub noun: Option<&'a str>,
}

impl Reader<'_> {
    /// What a cell says, or what would be right.
    pub fn read(&self, text: &str) -> Result<Cell, Unclear> {
        let bare = text.trim();
        if bare.is_empty() {
            return Ok(Cell::Empty);
        }
        // "+3,5%"
        let is_plus = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit());
        let bare = bare.strip_prefix('+').filter(is_plus).unwrap_or(bare);
        if let Some(reason) = self.no_number(bare) {
            return Ok(Cell::Missing(reason));
        }
        if bare.len() < 25 && bare.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',') {
            if let Some(said) = walk::plain(bare) {
                return Ok(Cell::Figure(Box::new(said)));
            }
        }
        let folded = fold(bare);
        match self.legend.marks.get(&folded) {
            // a mark without a number: the note says why there is none
            Some((_, said)) if !folded.chars().any(char::is_numeric) => {
                return Ok(Cell::Missing(said.clone()))
            }
            _ => {}
        }
        if let Some(reason) = self.words.missing(&folded) {
            return Ok(Cell::Missing(reason.clone()));
        }
        // ": c" and ":c" of Eurostat: no number, and why
        let apart = folded.strip_prefix(':').map(|flags| (":", flags.trim_start()));
        if let Some((sign, flags)) =
            apart.or_else(|| folded.split_once(' ')).filter(|(_, flags)| flags.chars().count() <= 3)
        {
            if let Some(reason) =
                self.words.missing(sign).filter(|_| !sign.chars().any(char::is_alphanumeric))
            {
                if let Some(reason) = self.words.missing(flags) {
                    return Ok(Cell::Missing(reason.clone()));
                }
                let mut letters = flags.chars();
                if letters.all(|letter| self.words.mark(letter.encode_utf8(&mut [0; 4])).is_some()) {
                    return Ok(Cell::Missing(reason.clone()));
                }
            }
        }
        walk::figure(self, &folded, bare).map(|said| Cell::Figure(Box::new(said)))
    }

    /// Why a number is none, where a legend or an option says that it stands for none: "-9999".
    pub fn no_number(&self, number: &str) -> Option<Reason> {
        let (said, _) = self.legend.marks.get(number)?;
        let digits = number.trim_start_matches('-');
        let is_long = digits.len() > 1 && digits.bytes().all(|b| b.is_ascii_digit());
        match said {
            Stands::Missing(reason) if is_long || (digits.len() < number.len() && !digits.is_empty()) => {
                Some(reason.clone())
            }
            _ => None,
        }
    }

    /// What a text says of a unit, where it says nothing else.
    pub fn unit(&self, text: &str) -> Option<SaidUnit> {
        let folded = fold(text);
        walk::unit(self, &folded, text).or_else(|| {
            // "MIO_EUR"
            let spaced = Some(folded.replace('_', " ")).filter(|spaced| *spaced != folded)?;
            walk::unit(self, &spaced, &spaced)
        })
    }
}

impl Said {
    /// The numbers, read with this decimal sign, each times its scale less that of the column.
    pub fn numbers(&self, sign: Option<Decimal>, scale: u8) -> Result<Vec<Number>, Unclear> {
        let mut numbers = Vec::new();
        for (readings, own) in &self.numbers {
            let number = readings.get(sign).ok_or_else(|| match sign {
                Some(Decimal::Comma) => told!("expected-comma"),
                Some(Decimal::Point) => told!("expected-point"),
                None => told!("expected-one-way"),
            })?;
            // what says no unit is in that of its column
            let says = *own > 0 || matches!(self.unit.base, Some(Base::Money(_)));
            let power = if says { i32::from(*own) - i32::from(scale) } else { 0 };
            let number = number.times_ten(power).filter(|number| number.is_in_bounds());
            numbers.push(number.ok_or_else(|| told!("expected-in-bounds"))?);
        }
        if let [low, high] = numbers[..] {
            if low.compare(high) != Some(std::cmp::Ordering::Less) {
                return Err(told!("expected-lower-first"));
            }
        }
        if let ([number], Some(Qualifier::LessThan | Qualifier::Nearly)) = (&*numbers, self.qualifier) {
            if number.is_zero() {
                return Err(told!("expected-above-zero"));
            }
        }
        Ok(numbers)
    }
}

impl Said {
    /// A number alone.
    pub fn number(number: Readings) -> Said {
        Said {
            numbers: vec![(number, 0)],
            qualifier: None,
            estimated: false,
            flags: Flags::default(),
            unit: SaidUnit::default(),
            notes: Vec::new(),
            in_words: false,
        }
    }
}
