//! The command: the same checks and the same pictures as in a page.

mod png;
mod render;

use clap::{Parser, Subcommand, ValueEnum};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use village_charts::data::{self, Dataset, Finding, Reading, Severity};
use village_charts::embed;
use village_charts::platform::Native;
use village_charts::text::Locale;
use village_charts::view::{Action, Kind, Sizes, Sort, View};

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
        /// Which chart.
        #[arg(long = "type", value_parser = named(Kind::ALL.map(|k| k.0)))]
        kind: String,
        /// The address of the data file, as the page names it; where it is left out the data is put into the fragment.
        #[arg(long, default_value = "")]
        src: String,
        /// The language.
        #[arg(long, default_value = "vi", value_parser = named(["vi", "en"]))]
        locale: String,
        /// The colours; `auto` are those of the page.
        #[arg(long, default_value = "auto", value_parser = named(["auto", "light", "dark"]))]
        theme: String,
        /// The period that income is shown in; that of the data's first row where it is left out.
        #[arg(long, value_parser = named(["month", "year"]))]
        unit: Option<String>,
        /// The order of villages.
        #[arg(long, default_value = "value", value_parser = named(["value", "name"]))]
        sort: String,
        /// Which controls readers have: `all`, `none`, or some of `sort unit tools`.
        #[arg(long, default_value = "all", value_parser = controls)]
        controls: String,
        /// The height of bars, as the page's `--village-chart-bar` says: a factor from 0.5 to 2.
        #[arg(long, default_value_t = 1.0, value_parser = factor)]
        bar: f64,
        /// The room between rows, as the page's `--village-chart-gap` says: a factor from 0.5 to 2.
        #[arg(long, default_value_t = 1.0, value_parser = factor)]
        gap: f64,
        /// Leave the style sheet out, for pages that load `village-charts.css`.
        #[arg(long)]
        unstyled: bool,
    },
    /// Print the JSON Schema of the data format.
    Schema,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

fn named<const N: usize>(names: [&'static str; N]) -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(names)
}

/// A page takes any factor and keeps it within reason; here someone waits to hear of a slip.
fn factor(text: &str) -> Result<f64, String> {
    let reasonable = |factor: f64| Sizes { bar: factor, gap: factor }.within_reason().bar == factor;
    text.parse().ok().filter(|factor| reasonable(*factor)).ok_or("expected a factor from 0.5 to 2".to_owned())
}

fn controls(text: &str) -> Result<String, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let some = !words.is_empty() && words.iter().all(|word| ["sort", "unit", "tools"].contains(word));
    let right = some || matches!(words[..], ["all" | "none"]);
    let expected = "expected all, none, or some of sort, unit and tools with blanks between them";
    right.then(|| words.join(" ")).ok_or(expected.to_owned())
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
            let findings = data::read(&bytes(&file)?, &platform).findings;
            report(&file, &findings, format)?;
            let wrong = findings.iter().any(|f| f.severity == Severity::Error);
            Ok(ExitCode::from(u8::from(wrong)))
        }
        Command::Render(options) => {
            let render = |dataset: &Dataset, json: &[u8]| render::render(dataset, json, &options, &platform);
            draw(&options.file, options.output.as_deref(), &platform, render)
        }
        Command::Embed { file, kind, src, locale, theme, unit, sort, controls, bar, gap, unstyled } => {
            let locale = Locale::from_tag(&locale).unwrap_or_default();
            let kind = Kind::from_name(&kind).ok_or("no such chart")?;
            let mut view = view(kind, locale, 0.0, unit.as_deref(), &sort);
            view.update(Action::Sizes(Sizes { bar, gap }));
            let options = embed::Options { src, theme, controls, unstyled };
            draw(&file, None, &platform, |dataset, json| {
                let json = String::from_utf8_lossy(json);
                Ok(embed::fragment(dataset, &json, &view, &options, &platform).map(String::into_bytes))
            })
        }
        Command::Schema => {
            let schema = data::schema();
            let text = serde_json::to_string_pretty(&schema).map_err(|e| e.to_string())?;
            write(None, (text + "\n").as_bytes()).map(|()| ExitCode::SUCCESS)
        }
    }
}

fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|e| format!("cannot read {}: {e}", file.display()))
}

fn view(kind: Kind, locale: Locale, width: f64, unit: Option<&str>, sort: &str) -> View {
    let mut view = View::new(kind, locale, width);
    view.update(Action::Per(unit.and_then(data::Period::from_name)));
    view.update(Action::Sort(Sort::from_name(sort).unwrap_or_default()));
    view
}

/// Writes what `make` makes of the dataset of a file and of its text. Nothing is drawn of data that has errors, or nothing
/// for the chart: what they are goes to standard error.
fn draw(
    file: &Path,
    output: Option<&Path>,
    platform: &Native,
    make: impl FnOnce(&Dataset, &[u8]) -> Result<Result<Vec<u8>, Finding>, String>,
) -> Result<ExitCode, String> {
    let json = bytes(file)?;
    let made = match data::read(&json, platform) {
        Reading { dataset: Some(dataset), .. } => make(&dataset, &json)?.map_err(|finding| vec![finding]),
        Reading { findings, .. } => Err(findings),
    };
    match made {
        Ok(made) => write(output, &made).map(|()| ExitCode::SUCCESS),
        Err(findings) => {
            // a warning may say what an error comes of: a key that is not known leaves its figure without a value
            for finding in findings.iter().filter(|f| f.severity != Severity::Note) {
                eprintln!("{}: {finding}", file.display());
            }
            Ok(ExitCode::FAILURE)
        }
    }
}

fn report(file: &Path, findings: &[Finding], format: Format) -> Result<(), String> {
    let mut text = String::new();
    match format {
        Format::Json => text = serde_json::to_string_pretty(findings).map_err(|e| e.to_string())? + "\n",
        Format::Text => {
            for f in findings {
                let severity = f.severity.name();
                text += &format!("{severity}[{}] {f}\n", f.code);
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
        Some(path) => {
            std::fs::write(path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))
        }
        // a reader such as `head` may close the pipe early
        None => match std::io::stdout().write_all(bytes) {
            Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {e}")),
            _ => Ok(()),
        },
    }
}
