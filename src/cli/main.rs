//! The command: the same checks and the same pictures as in a page.

use clap::{Parser, Subcommand, ValueEnum};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use village_charts::data::{self, Dataset, Finding, Reading, Severity};
use village_charts::platform::Native;
use village_charts::text::Locale;
use village_charts::view::{Action, Kind, Sort, View};
use village_charts::{chart, draw, embed};

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
    /// Draw a chart of a data file as SVG.
    Render {
        /// The data file, in the format village-charts/1.
        file: PathBuf,
        /// Which chart.
        #[arg(long = "type", value_parser = named(Kind::ALL.map(|k| k.0)))]
        kind: String,
        /// The width of the picture in pixels.
        #[arg(long, default_value_t = 640, value_parser = clap::value_parser!(u16).range(200..=4000))]
        width: u16,
        /// The language.
        #[arg(long, default_value = "vi", value_parser = named(["vi", "en"]))]
        locale: String,
        /// The colours.
        #[arg(long, default_value = "light", value_parser = named(["light", "dark"]))]
        theme: String,
        /// The period that income is shown in; that of the data's first row where it is left out.
        #[arg(long, value_parser = named(["month", "year"]))]
        unit: Option<String>,
        /// The order of villages.
        #[arg(long, default_value = "value", value_parser = named(["value", "name"]))]
        sort: String,
        /// The page of a long list, from 1.
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
        page: u16,
        /// Where to write the picture; standard output where it is left out.
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
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
        #[arg(long, default_value = "all")]
        controls: String,
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
            let findings = read(&file, &platform)?.findings;
            report(&file, &findings, format)?;
            let wrong = findings.iter().any(|f| f.severity == Severity::Error);
            Ok(ExitCode::from(u8::from(wrong)))
        }
        Command::Render { file, kind, width, locale, theme, unit, sort, page, output } => {
            let dataset = match read(&file, &platform)? {
                Reading { dataset: Some(dataset), .. } => dataset,
                Reading { findings, .. } => return refuse(&file, &findings),
            };
            let locale = Locale::from_tag(&locale).unwrap_or_default();
            let kind = Kind::from_name(&kind).ok_or("no such chart")?;
            let mut view = view(kind, locale, f64::from(width), unit, &sort);
            view.update(Action::Page(usize::from(page) - 1));
            let theme = if theme == "dark" { draw::Theme::Dark } else { draw::Theme::Light };
            match picture(&dataset, &view, &theme, &platform) {
                Ok(svg) => write(output.as_deref(), &svg).map(|()| ExitCode::SUCCESS),
                Err(finding) => refuse(&file, &[finding]),
            }
        }
        Command::Embed { file, kind, src, locale, theme, unit, sort, controls, unstyled } => {
            let text =
                std::fs::read_to_string(&file).map_err(|e| format!("cannot read {}: {e}", file.display()))?;
            let dataset = match data::read(text.as_bytes(), &platform) {
                Reading { dataset: Some(dataset), .. } => dataset,
                Reading { findings, .. } => return refuse(&file, &findings),
            };
            let locale = Locale::from_tag(&locale).unwrap_or_default();
            let kind = Kind::from_name(&kind).ok_or("no such chart")?;
            let view = view(kind, locale, 0.0, unit, &sort);
            let controls = if controls == "all" { String::new() } else { controls };
            let options = embed::Options { src, theme, controls, unstyled };
            match embed::fragment(&dataset, &text, &view, &options, &platform) {
                Ok(html) => write(None, &html).map(|()| ExitCode::SUCCESS),
                Err(finding) => refuse(&file, &[finding]),
            }
        }
        Command::Schema => {
            let schema = data::schema();
            let text = serde_json::to_string_pretty(&schema).map_err(|e| e.to_string())?;
            write(None, &(text + "\n")).map(|()| ExitCode::SUCCESS)
        }
    }
}

fn read(file: &Path, platform: &Native) -> Result<Reading, String> {
    let bytes = std::fs::read(file).map_err(|e| format!("cannot read {}: {e}", file.display()))?;
    Ok(data::read(&bytes, platform))
}

fn view(kind: Kind, locale: Locale, width: f64, unit: Option<String>, sort: &str) -> View {
    let mut view = View::new(kind, locale, width);
    view.update(Action::Per(unit.as_deref().and_then(data::Period::from_name)));
    view.update(Action::Sort(Sort::from_name(sort).unwrap_or_default()));
    view
}

fn picture(
    dataset: &Dataset,
    view: &View,
    theme: &draw::Theme,
    platform: &Native,
) -> Result<String, Finding> {
    let scene = chart::scene(dataset, view, platform)?;
    Ok(draw::svg(&scene, theme, view.locale, platform))
}

/// Nothing is drawn of data that has errors: what they are goes to standard error.
fn refuse(file: &Path, findings: &[Finding]) -> Result<ExitCode, String> {
    for finding in findings.iter().filter(|f| f.severity == Severity::Error) {
        eprintln!("{}: {finding}", file.display());
    }
    Ok(ExitCode::FAILURE)
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
            let count = |s| findings.iter().filter(|f| f.severity == s).count();
            let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
            text += &format!("{}: {errors} errors, {warnings} warnings\n", file.display());
        }
    }
    write(None, &text)
}

/// To a file, or to standard output.
fn write(to: Option<&Path>, text: &str) -> Result<(), String> {
    match to {
        Some(path) => std::fs::write(path, text).map_err(|e| format!("cannot write {}: {e}", path.display())),
        // a reader such as `head` may close the pipe early
        None => match std::io::stdout().write_all(text.as_bytes()) {
            Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {e}")),
            _ => Ok(()),
        },
    }
}
