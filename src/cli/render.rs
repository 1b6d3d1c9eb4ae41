//! `village-charts render`: one chart of a data file as a picture, as a page or as its figures.

use crate::{named, png, Shown};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use village_charts::data::{Dataset, Finding};
use village_charts::platform::Native;
use village_charts::scene::{Role, Scene};
use village_charts::text::Locale;
use village_charts::view::{Action, View};
use village_charts::{card, chart, draw, embed, table};

#[derive(Args)]
pub struct Options {
    /// The data file, in the format village-charts/1.
    pub file: PathBuf,
    #[command(flatten)]
    shown: Shown,
    /// What to make; told from the ending of the output where it is left out, else SVG.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// CSV: which figures it has, and how. `long` and `wide` have all figures of a file with indicators.
    #[arg(long, value_enum)]
    form: Option<Form>,
    /// A picture of a fixed size: `social` is a card of 1200 × 630 pixels.
    #[arg(long, value_enum, conflicts_with_all = ["width", "scale"])]
    preset: Option<Preset>,
    /// The width of the whole picture in pixels, from 200 to 4000, its margins within; HTML is as wide as its window.
    #[arg(long, default_value_t = 640, value_parser = clap::value_parser!(u16).range(200..=4000))]
    width: u16,
    /// PNG: how many pixels to one, from 1 to 4, for sharp pictures on screens of high resolution.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=4))]
    scale: u8,
    /// PNG: a font file for letters that the command's font lacks, such as Thai or Chinese ones; may be given several
    /// times.
    #[arg(long)]
    font: Vec<PathBuf>,
    /// The colours; where it is left out a page has those that its reader prefers, a picture is light.
    #[arg(long, value_parser = named(["light", "dark"]))]
    theme: Option<String>,
    /// The page of a long list, from 1, for SVG and PNG; HTML, table and CSV have all figures.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    page: u16,
    /// Where to write to; standard output where it is left out.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Preset {
    /// What a link to an article is shared with: 1200 × 630 pixels, large letters.
    Social,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    /// A picture that is sharp at every size.
    Svg,
    /// A picture of pixels.
    Png,
    /// A whole page, which needs no script.
    Html,
    /// The figures as an HTML table, to be put into a page.
    Table,
    /// The figures for spreadsheets.
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// The figures of the chart, a row for each.
    Chart,
    /// All figures of the file, a row for each.
    Long,
    /// All figures of the file: a row for each place, columns for each indicator and time.
    Wide,
}

impl Form {
    fn of_table(self) -> table::Form {
        match self {
            Form::Chart => table::Form::Chart,
            Form::Long => table::Form::Long,
            Form::Wide => table::Form::Wide,
        }
    }
}

impl Options {
    fn view(&self, dataset: &Dataset, platform: &Native) -> Result<View, String> {
        let width = f64::from(self.width) - 2.0 * draw::MARGIN;
        let mut view = self.shown.view(dataset, width, platform)?;
        view.update(Action::Page(usize::from(self.page).saturating_sub(1)));
        Ok(view)
    }

    fn format(&self) -> Result<Format, String> {
        match (self.format, self.output.as_deref()) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(Format::Svg),
            (None, Some(output)) => of_ending(output),
        }
    }
}

fn of_ending(output: &Path) -> Result<Format, String> {
    let ending = output.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match &*ending {
        "html" | "htm" => Ok(Format::Html),
        "svg" => Ok(Format::Svg),
        "png" => Ok(Format::Png),
        "csv" => Ok(Format::Csv),
        _ => Err(format!(
            "cannot tell from {} what to make: end it in .svg, .png, .html or .csv, or say --format",
            output.display()
        )),
    }
}

/// What was asked for, as bytes; a finding where the data has no such chart. `json` is the text of the data file.
pub fn render(
    dataset: &Dataset,
    json: &[u8],
    options: &Options,
    platform: &Native,
) -> Result<Result<Vec<u8>, Finding>, String> {
    let (format, view) = (options.format()?, options.view(dataset, platform)?);
    if options.form.is_some() && format != Format::Csv {
        return Err("--form is of CSV: say --format csv, or end the output in .csv".to_owned());
    }
    let theme = options.theme.as_deref().unwrap_or_default();
    let colors = if theme == "dark" { draw::Theme::Dark } else { draw::Theme::Light };
    if let Some(Preset::Social) = options.preset {
        // a card has a layout of its own
        let card = card::svg(dataset, &view, colors, platform);
        return match (card, format) {
            (Err(finding), _) => Ok(Err(finding)),
            (Ok(svg), Format::Svg) => Ok(Ok(svg.into_bytes())),
            (Ok(svg), Format::Png) => png::png(&svg, 1, &options.font).map(Ok),
            _ => Err("--preset social is a picture: make it as PNG or SVG".to_owned()),
        };
    }
    let scene = match chart::scene(dataset, &view, platform) {
        Ok(scene) => scene,
        Err(finding) => return Ok(Err(finding)),
    };
    let pages = scene.controls.pages;
    if usize::from(options.page) > pages {
        return Err(format!(
            "--page {} is beyond the last page of the chart, which is {pages}",
            options.page
        ));
    }
    let svg = || draw::svg(&scene, &colors, view.locale, platform);
    // where there is a scene, there is a table
    let table = || chart::table(dataset, &view, platform).ok_or("no figures");
    let made = match format {
        Format::Svg => svg().into_bytes(),
        Format::Png => png::png(&svg(), options.scale.into(), &options.font)?,
        Format::Csv => {
            let form = options.form.unwrap_or(Form::Chart).of_table();
            let csv = chart::csv(dataset, &view, platform, form);
            csv.ok_or("--form long and wide are of --type ranking")?.into_bytes()
        }
        Format::Table => {
            // it has all pages, and names the sources of all
            let table = table()?;
            let source = match &*table.source_in_words {
                "" => String::new(),
                source => format!("<p lang=\"{}\">{}</p>\n", view.locale.tag(), draw::escape(source)),
            };
            (table.html(&table.source, view.locale) + &source).into_bytes()
        }
        Format::Html => {
            let fragment = embed::Options {
                theme: theme.to_owned(),
                controls: "tools".to_owned(),
                ..embed::Options::default()
            };
            match embed::fragment(dataset, &String::from_utf8_lossy(json), &view, &fragment, platform) {
                Ok(fragment) => page(&scene, view.locale, theme, &fragment).into_bytes(),
                Err(finding) => return Ok(Err(finding)),
            }
        }
    };
    Ok(Ok(made))
}

/// A fragment as a document of its own, in the colours of a theme or, where that is empty, in those that its reader
/// prefers.
fn page(scene: &Scene, locale: Locale, theme: &str, fragment: &str) -> String {
    let scheme = if theme.is_empty() { "light dark" } else { theme };
    let [light, dark] = [draw::Theme::Light, draw::Theme::Dark].map(|theme| theme.color(Role::Surface).css());
    let [title, description] = [&scene.title, &scene.description].map(|text| draw::escape(text));
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"{scheme}\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <style>:root {{ background: light-dark({light}, {dark}); }} \
         body {{ max-width: 1000px; margin: 0 auto; font-family: system-ui, sans-serif; }}</style>\n\
         </head>\n<body>\n{fragment}</body>\n</html>\n",
        locale.tag()
    )
}
