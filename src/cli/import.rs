//! `import`: a table of any kind becomes a data file.

use clap::Args;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use village_charts::data::{self, Severity};
use village_charts::import::join::{self, Fault, File, Joined, Part, ALL_SHEETS};
use village_charts::import::mapping::{pairs, Mapping};
use village_charts::import::told::Told;
use village_charts::import::{self, number::Decimal, Outcome};
use village_charts::platform::Native;

/// What to read, and what is known of it. What is not set is guessed, and said.
#[derive(Args)]
pub struct Options {
    /// The table: CSV or TSV, XLSX, ODS, JSON-stat, or JSON with a list of objects. Several become one data file.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The data file to write; standard output where it is left out.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// The column of the names of places, by its heading or its letters.
    #[arg(long)]
    place: Option<String>,
    /// The column of their districts.
    #[arg(long)]
    district: Option<String>,
    /// The column of their ids.
    #[arg(long)]
    id: Option<String>,
    /// The column of their crafts.
    #[arg(long)]
    craft: Option<String>,
    /// A column by which places are grouped: COLUMN or COLUMN=NAME, with commas between several.
    #[arg(long)]
    dimension: Vec<String>,
    /// The column that says what is measured; or the name of what is; or COLUMN=NAME for each column of figures.
    #[arg(long)]
    indicator: Vec<String>,
    /// The column of times; or one time for all figures, such as 2024; or HEADING=TIME for each heading, FILE=TIME for
    /// each of several files.
    #[arg(long)]
    time: Vec<String>,
    /// The column of figures in a long table.
    #[arg(long)]
    value: Option<String>,
    /// The column of flags or notes in a long table.
    #[arg(long)]
    status: Option<String>,
    /// The unit, in words such as "thousand VND/month", "%" or "hộ"; or INDICATOR=UNIT for each.
    #[arg(long)]
    unit: Vec<String>,
    /// The kind of indicator: count, amount, rate, average, index or change; or INDICATOR=KIND for each.
    #[arg(long)]
    kind: Vec<String>,
    /// The sign before decimals: comma or point.
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(["comma", "point"]))]
    decimal: Option<String>,
    /// What marks behind figures stand for: MARK=WORDS, such as "*=provisional".
    #[arg(long, allow_hyphen_values = true)]
    mark: Vec<String>,
    /// Rows that are headings of groups of places, by their names, with semicolons between them; '' for none.
    #[arg(long)]
    sections: Option<String>,
    /// Rows that places are compared with, by their names, with semicolons between them; '' for none.
    #[arg(long)]
    references: Option<String>,
    /// Which rows are read: COLUMN=VALUE, or COLUMN=VALUE;VALUE for any of several.
    #[arg(long)]
    only: Vec<String>,
    /// The rows of headings, such as 3 or 3-4.
    #[arg(long)]
    headings: Option<String>,
    /// The places stand in the headings, and what is measured in rows: columns are read as rows.
    #[arg(long)]
    transpose: bool,
    /// The sheet of a workbook, by its name; `*` for all sheets together, such as one a year.
    #[arg(long)]
    sheet: Option<String>,
    /// The sign between cells: one letter, or tab.
    #[arg(long)]
    separator: Option<String>,
    /// The encoding, such as utf-8, utf-16le or windows-1258.
    #[arg(long)]
    encoding: Option<String>,
    /// Where the figures come from.
    #[arg(long)]
    source: Option<String>,
    /// What the data is about.
    #[arg(long)]
    title: Option<String>,
    /// The words for one place and for several, such as commune/communes.
    #[arg(long)]
    nouns: Option<String>,
    /// The language of the table's texts, such as vi.
    #[arg(long)]
    locale: Option<String>,
    /// A mapping file, which an earlier import wrote; options have priority over it.
    #[arg(long)]
    mapping: Option<PathBuf>,
    /// Write what was set and guessed to this mapping file; of several tables, of each by the name of its file.
    #[arg(long)]
    save_mapping: Option<PathBuf>,
    /// Write the file although there are cells that are not understood: they become figures without a number that
    /// quote the cell.
    #[arg(long)]
    force: bool,
}

/// The most bytes that are read.
const MOST_BYTES: u64 = 1_000_000_000;

/// How many problems are told, one by one.
const MOST_TOLD: usize = 200;

pub fn run(options: &Options) -> Result<ExitCode, String> {
    let set = match &options.mapping {
        Some(file) => {
            let base =
                Mapping::parse(&read(file)?).map_err(|error| format!("{}: {error}", file.display()))?;
            options.mapping()?.over(base)
        }
        None => options.mapping()?,
    };
    let names: Vec<String> = options.files.iter().map(|path| path.display().to_string()).collect();
    let mut files = Vec::new();
    for (path, name) in options.files.iter().zip(&names) {
        files.push(File { name: name.clone(), bytes: read(path)? });
    }
    // the library for workbooks may panic on a broken one; that becomes an error of the file, without a word of its own
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = catch_unwind(AssertUnwindSafe(|| made(files, set, options.force)));
    std::panic::set_hook(hook);
    let all = names.join(", ");
    let outcome =
        outcome.map_err(|_| format!("{all}: a fault of village-charts: it panicked on this file"))?;
    let Made { text, parts, understood, mapping } = match outcome {
        Ok(made) => made,
        Err((file, error)) => {
            eprintln!("{}: found {error}", file.unwrap_or(all));
            return Ok(ExitCode::FAILURE);
        }
    };
    for part in &parts {
        let name = &part.name;
        for (i, line) in part.understood.iter().enumerate() {
            eprintln!("{}{line}", if i == 0 { format!("{name}: ") } else { "  ".to_owned() });
        }
        for problem in part.problems.iter().take(MOST_TOLD) {
            eprintln!("{name}: error: {problem}");
        }
        if part.problems.len() > MOST_TOLD {
            eprintln!("{name}: error: and {} more", part.problems.len() - MOST_TOLD);
        }
    }
    for line in &understood {
        eprintln!("{line}");
    }
    let count: usize = parts.iter().map(|part| part.problems.len()).sum();
    if count > 0 && !options.force {
        let words = if count == 1 { "1 cell is" } else { &format!("{count} cells are") };
        eprintln!("{all}: {words} not understood: nothing is written (--force writes the rest)");
        return Ok(ExitCode::FAILURE);
    }
    let reading = data::read(text.as_bytes(), &Native::default());
    let wrong: Vec<_> = reading.findings.iter().filter(|f| f.severity == Severity::Error).collect();
    for finding in &wrong {
        eprintln!("{all}: error[{}]: {finding}", finding.code);
    }
    if !wrong.is_empty() && !options.force {
        eprintln!("{all}: the data file would have errors: nothing is written (--force writes it)");
        return Ok(ExitCode::FAILURE);
    }
    super::write(options.output.as_deref(), text.as_bytes())?;
    if let Some(file) = &options.save_mapping {
        super::write(Some(file), mapping.text().as_bytes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What came of one file, or of several together.
#[derive(Default)]
struct Made {
    text: String,
    parts: Vec<Part>,
    understood: Vec<Told>,
    mapping: Mapping,
}

/// The error is that of a file, or of all.
fn made(mut files: Vec<File>, set: Mapping, force: bool) -> Result<Made, Fault> {
    if files.len() > 1 || set.sheet.as_deref() == Some(ALL_SHEETS) {
        let Joined { text, parts, understood } = join::join(files, &set, force)?;
        let mapping = Mapping::of_tables(parts.iter().map(|part| (&*part.name, part.mapping.clone())));
        return Ok(Made { text, parts, understood, mapping });
    }
    let Some(File { name, bytes }) = files.pop() else { return Ok(Made::default()) };
    let Outcome { text, understood, problems, mapping, .. } =
        import::import(bytes, set.of_file(&name), force).map_err(|error| (Some(name.clone()), error))?;
    let part = Part { name, understood, problems, mapping: mapping.clone() };
    Ok(Made { text, parts: vec![part], understood: Vec::new(), mapping })
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let wrong = |error: std::io::Error| format!("cannot read {}: {error}", path.display());
    let size = std::fs::metadata(path).map_err(wrong)?.len();
    if size > MOST_BYTES {
        return Err(format!("{} has {size} bytes; expected at most {MOST_BYTES}", path.display()));
    }
    std::fs::read(path).map_err(wrong)
}

impl Options {
    fn mapping(&self) -> Result<Mapping, String> {
        let mut set = Mapping {
            place: self.place.clone(),
            district: self.district.clone(),
            id: self.id.clone(),
            craft: self.craft.clone(),
            value: self.value.clone(),
            status: self.status.clone(),
            sheet: self.sheet.clone(),
            encoding: self.encoding.clone(),
            source: self.source.clone(),
            title: self.title.clone(),
            locale: self.locale.clone(),
            ..Mapping::default()
        };
        set.decimal =
            self.decimal.as_deref().map(|sign| if sign == "comma" { Decimal::Comma } else { Decimal::Point });
        set.separator = match self.separator.as_deref() {
            None => None,
            Some("tab" | "\\t") => Some('\t'),
            Some(sign) => Some(
                sign.chars()
                    .next()
                    .filter(|_| sign.chars().count() == 1)
                    .ok_or("--separator: expected one letter, or tab")?,
            ),
        };
        set.transpose = self.transpose;
        if let Some(rows) = &self.headings {
            let (first, last) = rows.split_once('-').unwrap_or((rows, rows));
            let row = |text: &str| text.trim().parse::<usize>().ok().filter(|row| *row > 0);
            let rows = row(first).zip(row(last)).filter(|(first, last)| first <= last);
            set.headings = Some(
                rows.map(|(first, last)| [first, last])
                    .ok_or("--headings: expected rows such as 3 or 3-4")?,
            );
        }
        if let Some(nouns) = &self.nouns {
            let (one, many) = nouns.split_once('/').unwrap_or((nouns, nouns));
            set.nouns = Some([one.to_owned(), many.to_owned()]);
        }
        let names = |list: &Option<String>| {
            let names =
                list.as_deref().unwrap_or("").split(';').map(str::trim).filter(|name| !name.is_empty());
            let names: Vec<String> = names.map(str::to_owned).collect();
            // '' says that there is none
            if names.is_empty() && list.is_some() {
                vec![String::new()]
            } else {
                names
            }
        };
        (set.sections, set.references) = (names(&self.sections), names(&self.references));
        for (of, value) in self.dimension.iter().flat_map(|option| pairs(option)) {
            // a name alone is a column
            let (column, name) = if of.is_empty() { (value, String::new()) } else { (of, value) };
            set.dimensions.insert(column, name);
        }
        for (of, value) in self.indicator.iter().flat_map(|option| pairs(option)) {
            match of.is_empty() {
                true => set.indicator = Some(value),
                false => set.indicators.push((of, value)),
            }
        }
        for (of, value) in self.time.iter().flat_map(|option| pairs(option)) {
            match of.is_empty() {
                true => set.time = Some(value),
                false => drop(set.times.insert(of, value)),
            }
        }
        let all = |of: String| if of.is_empty() { "*".to_owned() } else { of };
        set.unit.extend(self.unit.iter().flat_map(|option| pairs(option)).map(|(of, unit)| (all(of), unit)));
        set.kind.extend(self.kind.iter().flat_map(|option| pairs(option)).map(|(of, kind)| (all(of), kind)));
        for (of, values) in self.only.iter().flat_map(|option| pairs(option)) {
            if of.is_empty() {
                return Err(format!("--only {values}: expected COLUMN=VALUE"));
            }
            set.only.insert(of, values.split(';').map(|value| value.trim().to_owned()).collect());
        }
        set.marks.extend(self.mark.iter().flat_map(|option| pairs(option)));
        Ok(set)
    }
}
