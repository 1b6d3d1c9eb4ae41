//! A table as a page has it, whose reader puts its rows in another order.

use super::html;
use crate::data::keywords;
use crate::platform::Platform;
use crate::sort;
use crate::text::Locale;
use std::cmp::Ordering;

keywords! {
    /// Which figures a table has, and how they stand in it.
    pub enum Form {
        /// Those of the chart, a row for each.
        "chart" => Chart,
        /// Those of one indicator: a row for each place, a column for each time.
        "times" => Times,
        /// Those of one time: a row for each place, a column for each indicator.
        "indicators" => Indicators,
        /// Those of the whole file, a row for each.
        "long" => Long,
        /// Those of the whole file: a row for each place, columns for each indicator and time.
        "wide" => Wide,
    }
}

/// What readers are shown of a table, and the orders that its rows can be put in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What the table is of.
    pub title: String,
    /// The columns. The first one has the names of the rows.
    pub head: Vec<Heading>,
    /// The cells of each row.
    pub rows: Vec<Vec<String>>,
    /// What is heard of each cell, empty where it is what is written.
    pub heard: Vec<Vec<String>>,
    /// Where its figures come from, as the line under a chart says it; empty where that line says it of them, too.
    pub source: String,
    /// The orders that its rows can be put in.
    pub orders: Orders,
}

impl Sheet {
    /// As an HTML `<table>` under its title.
    pub(crate) fn html(&self, locale: Locale) -> String {
        let head: Vec<[&str; 2]> = self.head.iter().map(|of| [&*of.text, &*of.heard]).collect();
        let rows = self
            .rows
            .iter()
            .zip(&self.heard)
            .map(|(row, heard)| row.iter().zip(heard).map(|(text, heard)| [&**text, &**heard]).collect());
        html(&self.title, &head, rows, locale)
    }
}

/// What stands above a column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heading {
    /// What is read.
    pub text: String,
    /// What is heard, empty where it is what is written.
    pub heard: String,
}

impl Heading {
    /// One that is heard as it is written.
    pub(crate) fn of(text: &str) -> Heading {
        Heading { text: text.to_owned(), heard: String::new() }
    }
}

/// By what a column puts rows in order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Order {
    /// By nothing.
    None,
    /// By its texts, as the language sorts.
    Texts(Vec<String>),
    /// By its figures: see [`key`](super::key).
    Figures(Vec<Option<(f64, i8)>>),
}

/// The orders that the rows of a table can be put in: one for each column that has one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Orders {
    columns: Vec<Order>,
    /// Which rows are of one kind. The others, such as a total, stay before them.
    listed: Vec<bool>,
}

impl Orders {
    /// None where no two rows are of one kind.
    pub(crate) fn new(mut columns: Vec<Order>, listed: Vec<bool>) -> Orders {
        if listed.iter().filter(|listed| **listed).count() < 2 {
            columns.clear();
        }
        Orders { columns, listed }
    }

    /// Can rows be put in order by this column?
    pub fn has(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|by| *by != Order::None)
    }

    /// The indices of the rows in the order of a column. Rows that are alike in it stay as they are; who has no figure
    /// or no text in it is last, whichever way the others are.
    ///
    /// Figures are in the order in which the chart lists them: by the number stated, and of equal numbers by how far
    /// the figure reaches. What is known of their ranks is another matter, which the chart's own table says.
    pub fn of(&self, column: usize, descending: bool, platform: &dyn Platform, locale: Locale) -> Vec<usize> {
        let (listed, mut order): (Vec<usize>, Vec<usize>) =
            (0..self.listed.len()).partition(|row| self.listed.get(*row) == Some(&true));
        let ranks = match self.columns.get(column) {
            Some(Order::Texts(texts)) => ranks(texts, platform, locale),
            Some(Order::Figures(keys)) => keys.clone(),
            Some(Order::None) | None => Vec::new(),
        };
        let rank = |row: &usize| ranks.get(*row).copied().flatten();
        let compare = |a: &usize, b: &usize| match (rank(a), rank(b)) {
            (Some(a), Some(b)) => {
                let (a, b) = if descending { (b, a) } else { (a, b) };
                a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
            }
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        };
        for place in sort::order(&listed, &compare) {
            order.extend(listed.get(place));
        }
        order
    }
}

/// The place of each text in the order of the language, equal ones at one place; nothing of an empty one.
fn ranks(texts: &[String], platform: &dyn Platform, locale: Locale) -> Vec<Option<(f64, i8)>> {
    let names: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut ranks = vec![None; names.len()];
    let mut before: (&str, f64) = ("", 0.0);
    for row in sort::complete(platform.sort(&names, locale), names.len()) {
        let Some((name, rank)) = names.get(row).copied().zip(ranks.get_mut(row)) else { continue };
        if name != before.0 {
            before = (name, before.1 + 1.0);
        }
        *rank = Some((before.1, 0)).filter(|_| !name.is_empty());
    }
    ranks
}
