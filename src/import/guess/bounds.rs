//! Columns that say how sure the figures of another one are: the ends of their intervals of confidence, margins.

use super::Guess;
use crate::import::columns::{named, Bound, Role};
use crate::import::told::{quote, told};
use crate::import::words::fold;

impl Guess<'_> {
    /// Finds them among the columns of numbers. One that is no end of an interval, a standard error, is left out.
    pub fn bounds(&mut self) {
        let ends = [("bound_low", Bound::Low), ("bound_high", Bound::High), ("bound_margin", Bound::Margin)];
        let mut found = Vec::new();
        for column in self.open() {
            if self.stat(column, |s| s.figures) == 0 {
                continue;
            }
            let end = ends.iter().find_map(|(key, end)| Some((*end, self.noted_by(key, column)?)));
            found.extend(end.map(|(end, of)| (column, end, of)));
        }
        // one end alone is no interval, and may be a figure: the lower of two rates
        let has = |end: Bound, of: usize| found.iter().any(|(_, other, noted)| *other == end && *noted == of);
        let pairs: Vec<_> = found
            .iter()
            .filter(|(_, end, of)| match end {
                Bound::Low => has(Bound::High, *of),
                Bound::High => has(Bound::Low, *of),
                Bound::Margin => true,
            })
            .copied()
            .collect();
        for (column, end, of) in &pairs {
            self.put(*column, Role::Bound(*of, *end));
        }
        for column in self.open() {
            if self.stat(column, |s| s.figures) == 0 {
                continue;
            }
            if let Some(of) = self.noted_by("bound_other", column) {
                let why = told!("why-error", name = quote(&self.text(of)));
                self.put(column, Role::Left(why));
            }
        }
    }

    /// The column whose figures a heading with a word for this says more of: that of its name without the word, else
    /// the one before it.
    fn noted_by(&self, key: &str, column: usize) -> Option<usize> {
        let words = self.reader.words;
        // B19013_001E and B19013_001M are an estimate and its margin
        if let (Some(stem), true) = (census_stem(&self.text(column), 'M'), key == "bound_margin") {
            let is_estimate = |other: &usize| census_stem(&self.text(*other), 'E') == Some(stem.clone());
            return (0..self.roles.len()).find(is_estimate);
        }
        // "FactValueNumericLow" beside "FactValueNumeric"
        let text = self.text(column);
        let ends: &[&str] = match key {
            "bound_low" => &["Low", "Lower"],
            "bound_high" => &["High", "Upper"],
            _ => &[],
        };
        let stem = ends.iter().find_map(|end| text.strip_suffix(end)).filter(|stem| !stem.is_empty());
        if let Some(of) = stem.and_then(|stem| (0..self.roles.len()).find(|other| self.text(*other) == stem))
        {
            return Some(of);
        }
        let heading = fold(&text).replace("!!", " ");
        let is_word = |text: &str| words.is(key, text);
        let bare = heading.trim_matches(|c: char| "()[] ".contains(c));
        let whole = is_word(&heading) || is_word(bare);
        let rest = words.before(key, &heading).or_else(|| words.behind(key, &heading));
        let edges = |c: char| c.is_whitespace() || "_-–:,.()[]".contains(c);
        let rest = rest.map(|rest| rest.trim_matches(edges));
        if !whole && rest.is_none() {
            return None;
        }
        let is_value = |other: &usize| {
            let role = self.roles.get(*other);
            let may_be = matches!(role, Some(None | Some(Role::Figure)));
            let keys = ["bound_low", "bound_high", "bound_margin", "bound_other"];
            let text = fold(&self.text(*other)).replace("!!", " ");
            let is_error = keys.iter().any(|key| {
                words.is(key, &text)
                    || words.before(key, &text).is_some()
                    || words.behind(key, &text).is_some()
            });
            may_be && self.stats.get(*other).is_some_and(|s| s.is_figures()) && !is_error
        };
        let name = |other: usize| {
            let text = fold(&self.text(other)).replace("!!", " ");
            let own =
                words.before("value", &text).or_else(|| words.behind("value", &text)).map(str::to_owned);
            own.unwrap_or(text).trim_matches(edges).to_owned()
        };
        let values: Vec<usize> = (0..self.roles.len()).filter(is_value).collect();
        let set = self.set.value.as_ref().and_then(|value| named(value, &self.plan.headings).ok());
        let by_name = |rest: &str| values.iter().copied().find(|other| name(*other) == rest);
        let beside = column.checked_sub(1).filter(|beside| values.contains(beside));
        match rest.filter(|_| !whole) {
            Some(rest) => by_name(rest).or(beside.filter(|_| key == "bound_margin")).or_else(|| {
                // "Lower 95% CI" of the figures before it
                let is_rest = rest.bytes().all(|b| b.is_ascii_digit() || b == b'%');
                values.iter().copied().rev().find(|value| *value < column).filter(|_| is_rest)
            }),
            None => set.or_else(|| values.iter().copied().rev().find(|value| *value < column)),
        }
    }
}

/// What is before the letter of a variable of the US census: "B19013_001" of "B19013_001E".
fn census_stem(heading: &str, letter: char) -> Option<String> {
    let stem = heading.strip_suffix(letter)?;
    let (table, variable) = stem.rsplit_once('_')?;
    let is_table =
        table.starts_with(|c: char| "BCSDK".contains(c)) && table.bytes().any(|b| b.is_ascii_digit());
    (is_table && variable.len() >= 3 && variable.bytes().all(|b| b.is_ascii_digit())).then(|| stem.to_owned())
}
