//! The command: the same checks and the same pictures as in a page.

// No input stops the module: what is indexed, cut or unwrapped is asked first whether it is there.
#![deny(clippy::indexing_slicing, clippy::string_slice, clippy::unwrap_used, clippy::expect_used)]
#![deny(clippy::panic, clippy::unreachable, clippy::todo, clippy::unimplemented)]

mod export;
mod import;
mod png;
mod render;

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use village_charts::data::{self, Dataset, Finding, Reading, Severity, TimePeriod};
use village_charts::platform::{self, Native};
use village_charts::text::Locale;
use village_charts::view::{Action, Kind, Sizes, Sort, View};
use village_charts::{chart, embed};

/// A table of 100,000 rows is a million small texts. Measured: a fifth less time than with glibc's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Honest charts of village statistics.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check a data file; the exit code is 1 where it has errors.
    Check {
        /// The data file, in the format village-charts/1.
        file: PathBuf,
        /// How to print the findings.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Make a picture, a page or a table of a chart.
    Render(render::Options),
    /// Print a chart as HTML to be put into a page: complete without a script, interactive with one.
    Embed {
        /// The data file, in the format village-charts/1.
        file: PathBuf,
        #[command(flatten)]
        shown: Shown,
        /// The address of the data file, as the page names it; where it is left out the data is put into the fragment.
        #[arg(long, default_value = "")]
        src: String,
        /// The colours; `auto` are those of the page.
        #[arg(long, default_value = "auto", value_parser = named(["auto", "light", "dark"]))]
        theme: String,
        /// Which controls readers have: `all`, `none`, or some of `indicator x y time group only order shown sort unit
        /// tools`.
        #[arg(long, default_value = "all", value_parser = controls)]
        controls: String,
        /// `off`: the chart does not share what is pointed at, selected and kept, nor steps in time, with others of its
        /// data.
        #[arg(long, default_value = "on", value_parser = named(["on", "off"]))]
        link: String,
        /// The height of bars, as the page's `--village-chart-bar` says: a factor from 0.5 to 2.
        #[arg(long, default_value_t = 1.0, value_parser = factor)]
        bar: f64,
        /// The room between rows, as the page's `--village-chart-gap` says: a factor from 0.5 to 2.
        #[arg(long, default_value_t = 1.0, value_parser = factor)]
        gap: f64,
        /// Which figures are in its table: of all pages, of the first page alone, or none. Those of thousands of
        /// villages are most of its bytes.
        #[arg(long, default_value = "all", value_parser = named(["all", "page", "none"]))]
        table: String,
        /// Leave the style sheet out, for pages that load `village-charts.css`.
        #[arg(long)]
        unstyled: bool,
    },
    /// Make a data file of a table: CSV, a workbook, JSON-stat, JSON. What was understood is said on standard error;
    /// the exit code is 1 where a cell is not understood.
    Import(Box<import::Options>),
    /// Make a table of a data file for other programs: CSV, XLSX, JSON-stat. What it cannot carry is said on standard
    /// error.
    Export(export::Options),
    /// Print the JSON Schema of the data format.
    Schema,
}

/// Which chart, and what of it.
#[derive(Args)]
struct Shown {
    /// Which chart.
    #[arg(long = "type", value_parser = named(Kind::ALL.map(|k| k.0)))]
    kind: String,
    /// The id of the indicator that any chart but a scatter is of; where it is left out the first, of a make-up the
    /// first with parts.
    #[arg(long)]
    indicator: Option<String>,
    /// The id of the indicator that a scatter has across; the first that places have figures of where it is left out.
    #[arg(long)]
    x: Option<String>,
    /// The id of the one that it has upwards; the next where it is left out.
    #[arg(long)]
    y: Option<String>,
    /// The id of the part by which the places of a make-up are in order; the whole where it is left out.
    #[arg(long)]
    order: Option<String>,
    /// What the bars of a make-up are: the amounts, or their shares of the whole.
    #[arg(long, value_parser = ["amounts", "shares"])]
    shown: Option<String>,
    /// The id of the dimension by whose words groups are split, such as a status: then they are of how many places are
    /// which of these.
    #[arg(long)]
    split: Option<String>,
    /// The time that its figures are of, such as 2024, 2024-07, 2024-Q3 or 2023/24; the last where it is left out.
    #[arg(long, value_parser = time)]
    time: Option<TimePeriod>,
    /// The language; where it is left out that of the data, else English.
    #[arg(long, value_parser = tag)]
    locale: Option<String>,
    /// The period that income is shown in; that of the data's first row where it is left out.
    #[arg(long, value_parser = named(["month", "year"]))]
    unit: Option<String>,
    /// By what places are grouped: `district`, `craft`, or the id of a dimension of the file; by nothing with `none` or
    /// where it is left out, but for groups, which are those of the first that places have.
    #[arg(long)]
    group: Option<String>,
    /// The name of the group that alone is shown, such as a district's, and that stands out among groups and in a
    /// scatter; all are shown where it is left out.
    #[arg(long)]
    only: Option<String>,
    /// The places that a trend is of, those that are named in a spread, a scatter or groups, and those that stand above
    /// all others in a make-up, by their names or ids with commas between them; where it is left out a trend has all of
    /// at most 8, else those with the highest and the lowest figures.
    #[arg(long)]
    places: Option<String>,
    /// What the rows of a ranking say of each place beside its figure, with commas between: `district`, ids of
    /// dimensions of the file, ids of other indicators.
    #[arg(long)]
    also: Option<String>,
    /// The order of places, of groups by their sums or medians, and of revenue: by figures or by name.
    #[arg(long, default_value = "value", value_parser = named(["value", "name"]))]
    sort: String,
}

impl Shown {
    fn view(&self, dataset: &Dataset, width: f64, platform: &Native) -> Result<View, String> {
        let kind = Kind::from_name(&self.kind).ok_or("no such chart")?;
        let locale = language(self.locale.as_deref(), dataset, platform);
        let mut view = View::new(kind, locale, width);
        view.update(Action::Indicator(self.indicator.clone()));
        view.update(Action::X(self.x.clone()));
        view.update(Action::Y(self.y.clone()));
        view.update(Action::Order(self.order.clone()));
        view.update(Action::Shown(self.shown.clone()));
        view.update(Action::Split(self.split.clone()));
        view.update(Action::Time(self.time));
        view.update(Action::Unit(self.unit.as_deref().and_then(data::Period::from_name)));
        view.update(Action::Group(self.group.clone()));
        view.update(Action::Only(self.only.clone()));
        view.update(Action::Places(self.places.clone()));
        view.update(Action::Also(self.also.clone()));
        view.update(Action::Sort(Sort::from_name(&self.sort).unwrap_or_default()));
        Ok(view)
    }
}

fn time(text: &str) -> Result<TimePeriod, String> {
    TimePeriod::parse(text).ok_or("expected a time such as 2024, 2024-07, 2024-Q3 or 2023/24".to_owned())
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

fn named<const N: usize>(names: [&'static str; N]) -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(names)
}

/// The tag of a language that there are words in, of one that may have a country: `vi-VN` is `vi`.
fn tag(text: &str) -> Result<String, String> {
    let mut tags: Vec<&str> = platform::languages().collect();
    let last = tags.pop().unwrap_or_default();
    let expected = || format!("expected the tag of a language: {} or {last}, also as vi-VN", tags.join(", "));
    Native::default().locale(text).map(|locale| locale.tag()).ok_or_else(expected)
}

/// The language that was asked for, else that of the data, else English.
fn language(asked: Option<&str>, dataset: &Dataset, platform: &Native) -> Locale {
    let of = |tag: Option<&str>| tag.and_then(|tag| platform.locale(tag));
    of(asked).or_else(|| of(dataset.locale.as_deref())).unwrap_or_default()
}

/// A page takes any factor and keeps it within reason; here someone waits to hear of a slip.
fn factor(text: &str) -> Result<f64, String> {
    let reasonable = |factor: f64| Sizes { bar: factor, gap: factor }.within_reason().bar == factor;
    text.parse().ok().filter(|factor| reasonable(*factor)).ok_or("expected a factor from 0.5 to 2".to_owned())
}

/// The controls of a chart by their words.
const CONTROLS: [&str; 11] =
    ["indicator", "x", "y", "time", "group", "only", "order", "shown", "sort", "unit", "tools"];

fn controls(text: &str) -> Result<String, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let some = !words.is_empty() && words.iter().all(|word| CONTROLS.contains(word));
    let right = some || matches!(words[..], ["all" | "none"]);
    let expected =
        || format!("expected all, none, or some of {} with blanks between them", CONTROLS.join(", "));
    right.then(|| words.join(" ")).ok_or_else(expected)
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("village-charts: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<ExitCode, String> {
    let platform = Native::default();
    match command {
        Command::Check { file, format } => {
            let json = bytes(&file)?;
            let Reading { dataset, mut findings } = data::read(&json, &platform);
            // what passes can be drawn
            let mut refused = dataset.map_or(Vec::new(), |dataset| chart::refused(&dataset, &platform));
            data::locate(&json, &mut refused);
            findings.append(&mut refused);
            findings.sort_by_key(|finding| finding.place);
            report(&file, &findings, format)?;
            let wrong = findings.iter().any(|f| f.severity == Severity::Error);
            Ok(ExitCode::from(u8::from(wrong)))
        }
        Command::Render(options) => {
            let render = |dataset: &Dataset, json: &[u8]| render::render(dataset, json, &options, &platform);
            draw(&options.file, options.output.as_deref(), &platform, render)
        }
        Command::Embed { file, shown, src, theme, controls, link, bar, gap, table, unstyled } => {
            let table = embed::Rows::from_name(&table).unwrap_or_default();
            let options = embed::Options { src, theme, controls, link, unstyled, table };
            draw(&file, None, &platform, |dataset, json| {
                let mut view = shown.view(dataset, 0.0, &platform)?;
                view.update(Action::Sizes(Sizes { bar, gap }));
                let json = String::from_utf8_lossy(json);
                Ok(embed::fragment(dataset, &json, &view, &options, &platform).map(String::into_bytes))
            })
        }
        Command::Export(options) => export::run(&options),
        Command::Import(options) => import::run(&options),
        Command::Schema => {
            let schema = data::schema();
            let text = serde_json::to_string_pretty(&schema).map_err(|e| e.to_string())?;
            write(None, (text + "\n").as_bytes()).map(|()| ExitCode::SUCCESS)
        }
    }
}

/// The content of a file. Of one that is larger than any that is read, only so much that its reader sees it.
fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut read = |file| File::open(file)?.take(data::MOST_BYTES as u64 + 1).read_to_end(&mut bytes);
    read(file).map_err(|e| format!("cannot read {}: {e}", file.display()))?;
    Ok(bytes)
}

/// Writes what `make` makes of the dataset of a file and of its text. Nothing is drawn of data that has errors, or
/// nothing for the chart: what they are goes to standard error, and warnings in any case. An option that asks for what
/// the data does not have is wrong as others are that the command does not take.
fn draw(
    file: &Path,
    output: Option<&Path>,
    platform: &Native,
    make: impl FnOnce(&Dataset, &[u8]) -> Result<Result<Vec<u8>, Finding>, String>,
) -> Result<ExitCode, String> {
    let json = bytes(file)?;
    let Reading { dataset, mut findings } = data::read(&json, platform);
    let (mut made, mut wrong) = (None, None);
    match dataset.map(|dataset| make(&dataset, &json)).transpose()? {
        Some(Ok(bytes)) => made = Some(bytes),
        Some(Err(finding)) if finding.path.starts_with('$') => findings.push(finding),
        other => wrong = other.and_then(Result::err),
    }
    data::locate(&json, &mut findings);
    // also where something is drawn: a key that is not known leaves a figure out
    for finding in findings.iter().filter(|f| f.severity != Severity::Note) {
        eprint!("{}", line(file, finding));
    }
    if let Some(finding) = wrong {
        return Err(format!("--{finding}"));
    }
    match made {
        Some(made) => write(output, &made).map(|()| ExitCode::SUCCESS),
        None => Ok(ExitCode::FAILURE),
    }
}

/// A finding as compilers print theirs: editors lead from it to the place.
fn line(file: &Path, finding: &Finding) -> String {
    let place = finding.place.map_or(String::new(), |place| format!("{}:{}:", place.line, place.column));
    let severity = finding.severity.name();
    format!("{}:{place} {severity}[{}] {finding}\n", file.display(), finding.code)
}

fn report(file: &Path, findings: &[Finding], format: Format) -> Result<(), String> {
    let mut text = String::new();
    match format {
        Format::Json => text = serde_json::to_string_pretty(findings).map_err(|e| e.to_string())? + "\n",
        Format::Text => {
            for finding in findings {
                text += &line(file, finding);
            }
            let count = |severity: Severity| {
                let n = findings.iter().filter(|f| f.severity == severity).count();
                format!("{n} {}{}", severity.name(), if n == 1 { "" } else { "s" })
            };
            let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
            text += &format!("{}: {errors}, {warnings}\n", file.display());
        }
    }
    write(None, text.as_bytes())
}

/// To a file, or to standard output.
fn write(to: Option<&Path>, bytes: &[u8]) -> Result<(), String> {
    match to {
        Some(path) => replace(path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display())),
        // a reader such as `head` may close the pipe early
        None => match std::io::stdout().write_all(bytes) {
            Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {e}")),
            _ => Ok(()),
        },
    }
}

/// Writes a file whole or not at all: beside it first, so that neither a full disk nor a crash leaves half a picture
/// where a page expects one. What is no file, such as a pipe, is written to as it is.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let before = std::fs::metadata(path).ok();
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        return std::fs::write(path, bytes);
    }
    // of a link, what it leads to
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let beside = path.with_file_name(format!(".{name}.{}", std::process::id()));
    let write = || {
        let mut file = File::create_new(&beside)?;
        file.write_all(bytes)?;
        if let Some(before) = &before {
            file.set_permissions(before.permissions())?;
        }
        file.sync_all()?;
        std::fs::rename(&beside, &path)
    };
    let written = write();
    if written.as_ref().is_err_and(|error| error.kind() != std::io::ErrorKind::AlreadyExists) {
        let _ = std::fs::remove_file(&beside);
    }
    written
}
