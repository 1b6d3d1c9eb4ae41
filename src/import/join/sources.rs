//! The sources of all files, by the numbers that they have together.

use super::Join;
use crate::import::file::source_id;
use crate::import::write::quoted;
use crate::import::Table;

impl Join<'_> {
    /// Says which figures are of which source, where files have several. That of a file that names none is the file.
    pub(super) fn name_sources(&mut self, tables: &[Table]) {
        if tables.iter().all(|table| table.content.sources.is_empty()) {
            return;
        }
        // of each file its sources, by their numbers among all
        let mut numbers: Vec<Vec<usize>> = Vec::new();
        for (table, file) in tables.iter().zip(self.names) {
            let own = &table.content.sources;
            let names = if own.is_empty() { std::slice::from_ref(file) } else { own };
            let mut own = Vec::new();
            for name in names {
                let known = self.content.sources.iter().position(|source| source == name);
                own.push(known.unwrap_or(self.content.sources.len()));
                if known.is_none() {
                    self.content.sources.push(name.clone());
                }
            }
            numbers.push(own);
        }
        let mut first: Vec<Option<usize>> = vec![None; self.content.series.len()];
        let mut told = Vec::new();
        for (figure, file) in self.content.figures.iter_mut().zip(&self.files) {
            let (json, own) = without_source(&figure.json);
            let number = numbers.get(*file).and_then(|all| all.get(own)).copied().unwrap_or(0);
            if let Some(first) = first.get_mut(figure.series as usize) {
                first.get_or_insert(number);
            }
            figure.json = json.into_boxed_str();
            told.push(number);
        }
        for (series, first) in self.content.series.iter_mut().zip(&first) {
            series.source = first.unwrap_or(0);
        }
        for (figure, number) in self.content.figures.iter_mut().zip(told) {
            if first.get(figure.series as usize).copied().flatten() != Some(number) {
                let source = format!("\"source\": {} }}", quoted(&source_id(number)));
                figure.json = match figure.json.strip_suffix(" }") {
                    Some(parts) => format!("{parts}, {source}"),
                    None => format!("{{ \"exact\": {}, {source}", figure.json),
                }
                .into_boxed_str();
            }
        }
    }
}

/// A figure without the source that it names, and the number of that in its file. No text in it has these quotation
/// marks: they are written with a stroke before them there.
fn without_source(json: &str) -> (String, usize) {
    const KEY: &str = ", \"source\": \"source-";
    let parts = json.split_once(KEY).and_then(|(before, rest)| Some((before, rest.split_once('"')?)));
    let Some((before, (number, after))) = parts else { return (json.to_owned(), 0) };
    let bare = match (before.strip_prefix("{ \"exact\": "), after) {
        (Some(number), " }") if !number.contains(',') => number.to_owned(),
        _ => format!("{before}{after}"),
    };
    (bare, number.parse().map_or(0, |number: usize| number.saturating_sub(1)))
}
