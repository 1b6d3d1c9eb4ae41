//! A cell of figures together with what stands beside it: flags and notes in columns of their own, in headings.

use super::cell::{Cell, Reader, Said, Stands};
use super::columns::{Plan, Role};
use super::grid::{Grid, Kind};
use super::number::{Number, Readings};
use super::rows::{line, Fact};
use super::told::{quote, told, Given, Told};
use super::words::{fold, Mark, Meaning};
use super::Problem;

/// What a cell of figures is, with what stands beside it.
pub struct Entry {
    /// The cell alone.
    pub cell: Cell,
    /// What flags in columns of their own say.
    pub marks: Vec<Mark>,
    /// Notes beside it.
    pub notes: Vec<String>,
}

/// Reads the cells of figures.
pub struct Entries<'a> {
    /// The table.
    pub grid: &'a Grid,
    /// Its columns.
    pub plan: &'a Plan,
    /// Its legend, and all words.
    pub reader: &'a Reader<'a>,
    /// Its language, where that is known.
    pub language: Option<&'a str>,
}

impl Entries<'_> {
    /// What a cell says, read with the word for what is counted; else what is found there and what would be right.
    pub fn read(&self, fact: &Fact, noun: Option<&str>) -> Result<Entry, Problem> {
        let (row, column) = (fact.row as usize, fact.column as usize);
        let text = self.grid.cell(row, column);
        let problem = |found: Given, expected: Told| Problem::new(self.grid, row, column, found, expected);
        let reader = Reader { words: self.reader.words, legend: self.reader.legend, noun };
        let mut cell = match self.grid.kind(row, column) {
            Kind::Number if self.reader.no_number(text).is_some() => {
                self.reader.no_number(text).map_or(Cell::Empty, Cell::Missing)
            }
            Kind::Number => match Number::parse(text) {
                Some(number) => Cell::Figure(Box::new(Said::number(Readings::sure(number)))),
                None => return Err(problem(text.into(), told!("expected-number-in-bounds"))),
            },
            Kind::Date => {
                return Err(problem(told!("found-day", text = text).into(), told!("expected-no-day")));
            }
            Kind::Error => {
                return Err(problem(told!("found-formula", text = text).into(), told!("expected-number")))
            }
            Kind::Text | Kind::Covered | Kind::Under => match (reader.read(text), self.note(row, column)) {
                (Ok(cell), _) => cell,
                // "*" and "(59.6)": what they mean stands beside them
                (Err(_), Some(_)) if !text.chars().any(char::is_alphanumeric) => Cell::Empty,
                (Err(_), _) if is_day(text) => {
                    return Err(problem(told!("found-day", text = text).into(), told!("expected-no-day")));
                }
                (Err(expected), note) => {
                    let within = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
                    let within = within.filter(|_| note.is_some()).map(|text| reader.read(text));
                    within.and_then(Result::ok).ok_or_else(|| problem(quote(text), expected))?
                }
            },
        };
        let (mut marks, mut notes) = (Vec::new(), Vec::new());
        if let Some(time) = self.plan.first(&Role::Time).map(|column| self.grid.cell(row, column)) {
            let is_year = time.bytes().all(|b| b.is_ascii_digit());
            if !is_year && super::times::time(time).is_none() {
                marks
                    .extend(super::times::marked(time, self.reader).into_iter().flat_map(|(_, marks)| marks));
            }
        }
        // "Hải Phòng(*)", whose figures are estimated
        if !self.reader.legend.marks.is_empty() {
            let place = self.plan.first(&Role::Place).map_or("", |place| self.grid.cell(row, place));
            if let Some((_, (Stands::Mark(mark), _))) = super::heading::mark_at_end(place, self.reader) {
                marks.push(mark.clone());
            }
        }
        if let Some(heading) = self.plan.headings.get(column) {
            marks.extend(heading.marks.iter().cloned());
        }
        for (of, role) in self.plan.roles.iter().enumerate() {
            let beside = match role {
                Role::Note(noted) if *noted == column => self.grid.cell(row, of),
                Role::Status => self.grid.cell(row, of),
                _ => continue,
            };
            if !beside.is_empty() {
                self.beside(beside, &mut cell, &mut marks, &mut notes);
            }
        }
        Ok(Entry { cell, marks, notes })
    }

    /// What a column of notes says of a figure.
    fn note(&self, row: usize, column: usize) -> Option<&str> {
        let of = self.plan.roles.iter().position(|role| *role == Role::Note(column))?;
        Some(self.grid.cell(row, of)).filter(|note| !note.is_empty())
    }

    /// The flags that a word is, or each of its two or three letters.
    fn marks(&self, piece: &str) -> Option<Vec<Mark>> {
        let words = self.reader.words;
        if let Some((Stands::Mark(mark), _)) = self.reader.legend.marks.get(piece) {
            return Some(vec![mark.clone()]);
        }
        let bare = piece.trim_matches(['(', ')', '[', ']']);
        if let Some(mark) = words.mark(piece).or_else(|| words.mark(bare)) {
            return Some(vec![mark.clone()]);
        }
        let letters = bare.chars().map(|letter| words.mark(letter.encode_utf8(&mut [0; 4])).cloned());
        letters.collect::<Option<Vec<Mark>>>().filter(|marks| (2..=3).contains(&marks.len()))
    }

    /// What stands in a column of flags or notes: flags, why there is no number, or words.
    fn beside(&self, text: &str, cell: &mut Cell, marks: &mut Vec<Mark>, notes: &mut Vec<String>) {
        let folded = fold(text);
        // ":c" of Eurostat says that there is no number, and why
        let folded =
            folded.strip_prefix(':').filter(|rest| !rest.is_empty()).unwrap_or(&folded).trim().to_owned();
        let words = self.reader.words;
        // a status may qualify the number: "more_than"
        let folded = match cell {
            Cell::Figure(said) => qualified(&folded, said, words),
            _ => folded,
        };
        if folded.is_empty() {
            return;
        }
        let pieces = folded.split([' ', ',', ';']).filter(|piece| !piece.is_empty());
        let single: Option<Vec<Vec<Mark>>> = pieces.map(|piece| self.marks(piece)).collect();
        let is_number = matches!(cell, Cell::Figure(_));
        if let Some(whole) = words.mark(&folded) {
            marks.push(whole.clone());
        } else if let (Some(reason), false) = (words.missing(&folded), is_number) {
            *cell = Cell::Missing(reason.clone());
            return;
        } else if let Some(found) = single {
            marks.extend(found.into_iter().flatten());
        } else if is_number {
            marks.extend(words.mark_within(&folded).cloned());
            notes.push(line(text));
        } else {
            *cell = Cell::Missing(line(text));
            return;
        }
        if matches!(cell, Cell::Empty) {
            *cell = Cell::Missing("not_available".to_owned());
        }
    }
}

/// Takes the first words of a status where they qualify the number; the rest of it is what is left.
fn qualified(status: &str, said: &mut Said, words: &super::words::Words) -> String {
    let spaced = status.replace('_', " ");
    let Some((length, meanings)) = words.phrase(&spaced) else { return status.to_owned() };
    let own = meanings.iter().find_map(|meaning| match meaning {
        Meaning::Before(qualifier) => Some(*qualifier),
        _ => None,
    });
    let rest = spaced.get(length..).unwrap_or("");
    let is_rest = rest.is_empty() || rest.split_whitespace().all(|word| words.mark(word).is_some());
    match own {
        Some(qualifier) if said.qualifier.is_none() && said.numbers.len() == 1 && is_rest => {
            said.qualifier = Some(qualifier);
            rest.trim().to_owned()
        }
        _ => status.to_owned(),
    }
}

/// Is it what a spreadsheet writes into a text file of a cell of "1-2": "01-Feb", "2-thg 1"?
fn is_day(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let is_number = |part: &str| part.len() <= 2 && part.parse::<u8>().is_ok();
    let is_month = |part: &str| {
        let part = part.to_lowercase();
        MONTHS.contains(&&*part) || part.strip_prefix("thg").is_some_and(|rest| is_number(rest.trim()))
    };
    text.trim()
        .split_once('-')
        .is_some_and(|(a, b)| (is_number(a) && is_month(b)) || (is_month(a) && is_number(b)))
}
