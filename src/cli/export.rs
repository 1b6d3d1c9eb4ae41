//! `export`: a data file becomes a table for other programs.

use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use village_charts::data::Dataset;
use village_charts::export::{self, Made};
use village_charts::platform::Native;
use village_charts::text::Locale;

/// What to write, and how.
#[derive(Args)]
pub struct Options {
    /// The data file, in the format village-charts/1.
    file: PathBuf,
    /// The file to write: .csv, .xlsx, or .json for JSON-stat 2.
    #[arg(short, long)]
    output: PathBuf,
    /// The language in which texts are taken; that of the data where it is left out, else English.
    #[arg(long, value_parser = super::tag)]
    locale: Option<String>,
}

pub fn run(options: &Options) -> Result<ExitCode, String> {
    let platform = Native::default();
    let (to, mut left) = (&options.output, Vec::new());
    let code = super::draw(&options.file, Some(to), &platform, |dataset, _| {
        let locale = super::language(options.locale.as_deref(), dataset, &platform);
        let (bytes, lost) = made(dataset, locale, to)?;
        left = lost;
        Ok(Ok(bytes))
    })?;
    for what in left {
        eprintln!("{}: not in the file: {what}", to.display());
    }
    Ok(code)
}

/// The bytes of the file, and what it cannot carry.
fn made(dataset: &Dataset, locale: Locale, to: &Path) -> Result<(Vec<u8>, Vec<String>), String> {
    match ending(to).as_deref() {
        Some("json") => {
            let Made { rows, left } = export::json_stat(dataset, locale)?;
            Ok((rows.into_bytes(), left))
        }
        Some("csv") => {
            let Made { rows, left } = export::rows(dataset, locale);
            Ok((export::csv(&rows).into_bytes(), left))
        }
        Some("xlsx") => {
            let Made { rows, left } = export::rows(dataset, locale);
            Ok((export::xlsx(&rows)?, left))
        }
        _ => Err(format!("cannot tell from {} what to write: end it in .csv, .xlsx or .json", to.display())),
    }
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}
