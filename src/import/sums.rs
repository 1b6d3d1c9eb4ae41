//! Rows that are the sums of other rows: totals and subtotals, which are no places.

use super::cell::Cell;
use super::entry::{Entries, Entry};
use super::mapping::Mapping;
use super::rows::Facts;
use super::series::Found;
use super::told::{quote, told, Told};
use super::words::fold;
use crate::data::{IndicatorKind, TimePeriod};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The most places and figures that are added up.
const MOST_PLACES: usize = 5000;
const MOST_FIGURES: usize = 300_000;

/// Of which indicator and time a sum is.
type Key = (u32, Option<TimePeriod>);

/// Numbers of one indicator and time by their places, and how far a sum of rounded ones may be off.
struct Column {
    numbers: HashMap<usize, f64>,
    unit: f64,
}

/// How a row is found to be a sum.
#[derive(Clone, Copy, PartialEq)]
enum Sum {
    No,
    /// The numbers are such that others would hardly add up by chance.
    Sure,
    /// They may.
    Maybe,
}

/// Takes rows that are sums of others for what places are compared with, where the figures leave no doubt. What may be
/// one is said, a line each.
pub fn find(entries: &Entries, found: &Found, set: &Mapping, facts: &mut Facts) -> Vec<Told> {
    let mut lines = Vec::new();
    let list: Vec<usize> =
        (0..facts.places.len()).filter(|at| facts.places.get(*at).is_some_and(|p| !p.is_reference)).collect();
    if !(4..=MOST_PLACES).contains(&list.len()) || facts.facts.len() > MOST_FIGURES {
        return lines;
    }
    let columns = columns(entries, found, facts);
    let is_word = |name: &str| entries.reader.words.find("total_part", &fold(name)).is_some();
    let words: Vec<bool> = facts.places.iter().map(|place| is_word(&place.name)).collect();
    let add = Adding { columns: &columns, words: &words };
    let has_districts = facts.places.iter().any(|place| !place.is_reference && !place.district.is_empty());
    let mut heads: Vec<(usize, Vec<usize>)> = Vec::new();
    if set.guesses_sections() && !has_districts {
        let down = add.heads(&list);
        let mut reversed = list.clone();
        reversed.reverse();
        let up = add.heads(&reversed);
        let covered = |heads: &[(usize, Vec<usize>)]| heads.iter().map(|(_, of)| of.len() + 1).sum::<usize>();
        let best = if covered(&up) > covered(&down) { up } else { down };
        // one group alone may be a place beside its parts
        let is_tiled = best.len() > 1 && covered(&best) * 5 >= list.len() * 3;
        if is_tiled {
            heads = best;
        } else {
            for (head, of) in best.iter().filter(|(_, of)| of.len() + 1 < list.len()) {
                let name = facts.places.get(*head).map_or("", |place| place.name.as_str());
                lines.push(told!("may-be-sum", name = quote(name), n = of.len()));
            }
        }
    }
    let mut top: Vec<usize> = rest(&list, &heads);
    // provinces of districts of communes
    for _ in 0..3 {
        let mut order = top.clone();
        if heads.first().is_some_and(|(head, of)| of.first().is_some_and(|first| first < head)) {
            order.reverse();
        }
        let above = if heads.is_empty() { Vec::new() } else { add.heads(&order) };
        let covered: usize = above.iter().map(|(_, of)| of.len() + 1).sum();
        if above.len() < 2 || covered * 5 < top.len() * 3 {
            break;
        }
        top = rest(&top, &above);
        for (head, _) in above {
            // the districts are those of the rows that are closest
            heads.push((head, Vec::new()));
        }
    }
    if set.guesses_references() {
        let totals = add.totals(&top);
        for at in &top {
            let is_head = heads.iter().any(|(head, _)| head == at);
            if is_head || top.len() < 3 || !add.may_be_all(*at, &totals, top.len()) {
                continue;
            }
            let others: Vec<usize> = top.iter().copied().filter(|other| other != at).collect();
            let sum = add.sum(*at, &others);
            let Some(place) = facts.places.get_mut(*at) else { continue };
            match sum {
                Sum::Sure => {
                    lines.push(told!("sum-of-all", name = quote(&place.name)));
                    place.is_reference = true;
                    place.district.clear();
                    break;
                }
                Sum::Maybe => {
                    lines.push(told!("may-be-sum-of-all", name = quote(&place.name)));
                }
                Sum::No => {}
            }
        }
    }
    for (head, of) in &heads {
        let Some(place) = facts.places.get_mut(*head) else { continue };
        (place.is_reference, place.is_section) = (true, true);
        let name = place.name.clone();
        if !of.is_empty() {
            lines.push(told!("sum-of-rows", name = quote(&name), n = of.len()));
        }
        for at in of {
            if let Some(place) = facts.places.get_mut(*at) {
                place.district.clone_from(&name);
            }
        }
    }
    lines
}

/// The rows that lie in no other one.
fn rest(list: &[usize], heads: &[(usize, Vec<usize>)]) -> Vec<usize> {
    let within: HashSet<usize> = heads.iter().flat_map(|(_, of)| of.iter().copied()).collect();
    list.iter().copied().filter(|at| !within.contains(at)).collect()
}

/// The numbers of all that may be added up.
fn columns(entries: &Entries, found: &Found, facts: &Facts) -> Vec<Column> {
    let mut columns: BTreeMap<Key, Column> = BTreeMap::new();
    for fact in &facts.facts {
        let Ok(Entry { cell: Cell::Figure(said), .. }) = entries.read(fact, found.noun(fact.indicator))
        else {
            continue;
        };
        let series = found.series(fact, Some(&said.unit)).and_then(|at| found.series.get(at));
        let is_sum = series.is_some_and(|series| {
            matches!(series.kind, IndicatorKind::Count | IndicatorKind::Amount)
                || (!series.kind_is_said && series.kind != IndicatorKind::Change)
        });
        let sign = found.signs.get(&(fact.column as usize)).copied().flatten();
        let Ok(numbers) = said.numbers(sign, series.map_or(0, |series| series.scale)) else { continue };
        let ([number], None, true) = (&*numbers, said.qualifier, is_sum) else { continue };
        let column = columns
            .entry((fact.indicator, fact.time))
            .or_insert_with(|| Column { numbers: HashMap::new(), unit: 1.0 });
        column.unit = column.unit.min(10f64.powi(-i32::from(number.decimals())));
        column.numbers.insert(fact.place as usize, number.to_f64());
    }
    columns.into_values().collect()
}

struct Adding<'a> {
    columns: &'a [Column],
    /// Has the name of a place a word for totals?
    words: &'a [bool],
}

impl Adding<'_> {
    /// Is the row the sum of these, in all columns that have numbers of all?
    fn sum(&self, at: usize, of: &[usize]) -> Sum {
        let mut strength = 0.0;
        let mut count = 0;
        for column in self.columns {
            let Some(own) = column.numbers.get(&at) else { continue };
            let parts: Option<Vec<f64>> = of.iter().map(|part| column.numbers.get(part).copied()).collect();
            let Some(parts) = parts else { continue };
            let total: f64 = parts.iter().sum();
            let slack = column.slack(parts.len());
            let is_alone = parts.iter().filter(|part| **part != 0.0).count() < 2;
            if is_alone && total == 0.0 && *own == 0.0 {
                continue;
            }
            if (total - own).abs() > slack || is_alone {
                return Sum::No;
            }
            count += 1;
            strength += (own.abs() / column.unit).max(1.0).log10();
        }
        match count {
            0 => Sum::No,
            _ if strength >= 2.9 || self.words.get(at) == Some(&true) => Sum::Sure,
            _ => Sum::Maybe,
        }
    }

    /// Rows that are each the sum of those that follow, with these.
    fn heads(&self, list: &[usize]) -> Vec<(usize, Vec<usize>)> {
        let mut heads = Vec::new();
        let mut at = 0;
        while let Some(head) = list.get(at) {
            let rest = list.get(at + 1..).unwrap_or_default();
            let ways = self.ways(*head, rest).into_iter();
            let found =
                ways.filter(|n| rest.get(..*n).is_some_and(|of| self.sum(*head, of) == Sum::Sure)).min();
            if let Some(n) = found.filter(|n| *n < list.len() - 1) {
                heads.push((*head, rest.get(..n).unwrap_or_default().to_vec()));
                at += n;
            }
            at += 1;
        }
        heads
    }

    /// How many of the rows that follow add up to a row, in the first column that has its number.
    fn ways(&self, head: usize, rest: &[usize]) -> Vec<usize> {
        let with_own = |column| Some((column, *Column::numbers(column).get(&head)?));
        let Some((column, own)) = self.columns.iter().find_map(with_own) else { return Vec::new() };
        let mut total = 0.0;
        let mut ways = Vec::new();
        for (at, part) in rest.iter().take(1000).enumerate() {
            total += column.numbers.get(part).copied().unwrap_or(0.0);
            let slack = column.slack(at + 1);
            if (total - own).abs() <= slack && at > 0 {
                ways.push(at + 1);
            }
            if total > own + slack || ways.len() > 8 {
                break;
            }
        }
        ways
    }

    /// What all rows of a list add up to, in each column.
    fn totals(&self, list: &[usize]) -> Vec<f64> {
        let total = |column: &Column| list.iter().filter_map(|part| column.numbers.get(part)).sum();
        self.columns.iter().map(total).collect()
    }

    /// May a row be the sum of all the others of a list, by any column?
    fn may_be_all(&self, at: usize, totals: &[f64], count: usize) -> bool {
        self.columns.iter().zip(totals).any(|(column, total)| {
            let own = column.numbers.get(&at).copied().unwrap_or(0.0);
            (total - 2.0 * own).abs() <= column.slack(count)
        })
    }
}

impl Column {
    fn numbers(&self) -> &HashMap<usize, f64> {
        &self.numbers
    }

    /// By how much the sum of so many rounded numbers may be off.
    fn slack(&self, count: usize) -> f64 {
        self.unit * (0.51 + 0.5 * (count as f64).sqrt())
    }
}
