//! What is set of an import: by options, or by a mapping file that an earlier one wrote.

use super::number::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format of mapping files.
pub const FORMAT: &str = "village-charts-mapping/1";

/// What is set; what is not is guessed. Columns are named by their headings, or by their letters.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// [`FORMAT`]; within `tables` nothing.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub format: String,
    /// The language of the file's texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Where the figures come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// What the data is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The words for one place and for several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nouns: Option<[String; 2]>,
    /// The sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// What stands between the cells of a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<char>,
    /// The encoding of a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// The rows of headings, counted from 1: the first and the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headings: Option<[usize; 2]>,
    /// Rows are columns: the places stand in the headings.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub transpose: bool,
    /// The column of the names of places.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// That of their ids.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// That of their districts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// That of their crafts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub craft: Option<String>,
    /// Columns by which places are grouped, each with its name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dimensions: BTreeMap<String, String>,
    /// What codes in a column stand for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// The column that says what is measured; where there is no such column, the name of what is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    /// Columns of figures, each with the name of its indicator: no others are read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<(String, String)>,
    /// The column of times, or the time of all figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The times that headings or cells stand for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub times: BTreeMap<String, String>,
    /// The times of columns of figures by their headings, which name what is measured all the same.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub column_times: BTreeMap<String, String>,
    /// The column of figures in a long table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The column of flags in a long table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The unit of an indicator by its name, that of all others by `*`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub unit: BTreeMap<String, String>,
    /// The kind of an indicator by its name, that of all others by `*`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub kind: BTreeMap<String, String>,
    /// The decimal sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<Decimal>,
    /// What marks behind figures stand for: a flag, a reason without a number, or a text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub marks: BTreeMap<String, String>,
    /// The values of columns by which rows are read; of several values any.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub only: BTreeMap<String, Vec<String>>,
    /// Rows that are headings of groups of places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<String>,
    /// Rows that places are compared with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<String>,
    /// What is set of each of several tables, by the name of its file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<String, Mapping>,
}

impl Mapping {
    /// Reads a mapping file.
    pub fn parse(json: &[u8]) -> Result<Mapping, String> {
        let mapping: Mapping = serde_json::from_slice(json).map_err(|error| error.to_string())?;
        match &*mapping.format {
            FORMAT => Ok(mapping),
            found => Err(format!("found the format {found:?}; expected {FORMAT:?}")),
        }
    }

    /// As a file, for next year.
    pub fn text(&self) -> String {
        let whole = Mapping { format: FORMAT.to_owned(), ..self.clone() };
        serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
    }

    /// That of several tables, each by the name of its file.
    pub fn of_tables<'a>(tables: impl IntoIterator<Item = (&'a str, Mapping)>) -> Mapping {
        let bare = |of: Mapping| Mapping { format: String::new(), tables: BTreeMap::new(), ..of };
        let tables = tables.into_iter().map(|(name, of)| (file_of(name).to_owned(), bare(of)));
        Mapping { tables: tables.collect(), ..Mapping::default() }
    }

    /// May rows be taken for headings of groups? An empty name says that none is.
    pub fn guesses_sections(&self) -> bool {
        !self.sections.iter().any(String::is_empty)
    }

    /// May rows be taken for what places are compared with? An empty name says that none is.
    pub fn guesses_references(&self) -> bool {
        !self.references.iter().any(String::is_empty)
    }

    /// What is set of a file: of it alone, else of all.
    pub fn of_file(&self, name: &str) -> Mapping {
        let own = self.tables.iter().find(|(of, _)| file_of(of) == file_of(name));
        let all = Mapping { tables: BTreeMap::new(), ..self.clone() };
        match own {
            Some((_, own)) => all.over(own.clone()),
            None => all,
        }
    }

    /// What `self` does not set is as in `base`.
    pub fn over(self, base: Mapping) -> Mapping {
        fn list<T>(own: Vec<T>, base: Vec<T>) -> Vec<T> {
            if own.is_empty() {
                base
            } else {
                own
            }
        }
        fn map<T>(own: BTreeMap<String, T>, mut base: BTreeMap<String, T>) -> BTreeMap<String, T> {
            base.extend(own);
            base
        }
        Mapping {
            format: FORMAT.to_owned(),
            locale: self.locale.or(base.locale),
            source: self.source.or(base.source),
            title: self.title.or(base.title),
            nouns: self.nouns.or(base.nouns),
            sheet: self.sheet.or(base.sheet),
            separator: self.separator.or(base.separator),
            encoding: self.encoding.or(base.encoding),
            headings: self.headings.or(base.headings),
            transpose: self.transpose || base.transpose,
            place: self.place.or(base.place),
            id: self.id.or(base.id),
            district: self.district.or(base.district),
            craft: self.craft.or(base.craft),
            dimensions: map(self.dimensions, base.dimensions),
            values: map(self.values, base.values),
            indicator: self.indicator.or(base.indicator),
            indicators: list(self.indicators, base.indicators),
            time: self.time.or(base.time),
            times: map(self.times, base.times),
            column_times: map(self.column_times, base.column_times),
            value: self.value.or(base.value),
            status: self.status.or(base.status),
            unit: map(self.unit, base.unit),
            kind: map(self.kind, base.kind),
            decimal: self.decimal.or(base.decimal),
            marks: map(self.marks, base.marks),
            only: map(self.only, base.only),
            sections: list(self.sections, base.sections),
            references: list(self.references, base.references),
            tables: map(self.tables, base.tables),
        }
    }
}

/// The name of a file without its folder.
pub fn file_of(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// The parts of an option such as `A=x, B=y`: before the first sign of equality what the rest is of, which is empty
/// where there is no such sign. A sign in brackets is part of a name, "Index (previous year = 100)". A comma within a
/// value needs no quotes as long as what follows it has no such sign.
pub fn pairs(option: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for piece in option.split(',') {
        let mut depth = 0;
        let split = piece.split_once(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c == '=' && depth <= 0
        });
        match (split, pairs.last_mut()) {
            (Some((of, value)), _) => pairs.push((of.trim().to_owned(), value.trim().to_owned())),
            (None, Some((_, value))) => *value += &format!(",{piece}"),
            (None, None) => pairs.push((String::new(), piece.trim().to_owned())),
        }
    }
    pairs
}
