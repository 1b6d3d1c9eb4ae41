//! The browser's side: a [`Chart`] that the element `<village-chart>` drives.

mod canvas;
mod host;
mod value;

pub use host::Host;

use crate::chart;
use crate::data::{self, Dataset, Finding, Period, Reading};
#[cfg(feature = "tools")]
use crate::draw::{document, frame};
use crate::draw::{draw, draw_marks, highlight, Theme, BLEED};
#[cfg(feature = "tools")]
use crate::embed::{self, Options};
use crate::scene::{self, Controls, Item, Role, Scene};
use crate::text::{digits, join, Locale};
#[cfg(feature = "tools")]
use crate::view::Filter;
use crate::view::{Action, Kind, Sizes, Sort, View};
use canvas::{Canvas, Look};
use value::Flat;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

// a third of the size of the standard library's allocator
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// One chart of a page: its data, its view and its scene.
#[wasm_bindgen]
pub struct Chart {
    host: Host,
    dataset: Option<Dataset>,
    view: View,
    look: Look,
    theme: Theme,
    scene: Option<Scene>,
    /// What marks glide away from, and how far they have come: from 0 to 1.
    before: Option<Scene>,
    progress: f64,
}

#[wasm_bindgen]
impl Chart {
    /// A chart without data; `host` measures text and formats numbers for it.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host) -> Chart {
        let view = View::new(Kind::Revenue, Locale::default(), 0.0);
        Chart {
            host,
            dataset: None,
            view,
            look: Look::default(),
            theme: Theme::ByRole { striped: false },
            scene: None,
            before: None,
            progress: 1.0,
        }
    }

    /// Takes data, written down as `www/src/value.ts` does it, and returns what the checks found, each finding as five
    /// lines. With errors among them the chart has no data afterwards.
    pub fn read(&mut self, words: &str, numbers: &[f64]) -> String {
        let node = Flat { words: words.split('\0'), numbers: numbers.iter() }.node();
        let reading = data::read_node(node, &self.host);
        self.take(reading)
    }

    fn take(&mut self, reading: Reading) -> String {
        self.dataset = reading.dataset;
        self.depart();
        join(&reading.findings.iter().map(found).collect::<Vec<_>>(), "\n")
    }

    /// Sets what the reader or the page has chosen; an unknown word stands for the default, `type`
    /// has none: `false` where it is not one.
    pub fn choose(&mut self, kind: &str, locale: &str, per: &str, sort: &str, width: f64) -> bool {
        let Some(kind) = Kind::from_name(kind) else {
            return false;
        };
        for action in [
            Action::Kind(kind),
            Action::Locale(Locale::new(locale).unwrap_or_default()),
            Action::Per(Period::from_name(per)),
            Action::Sort(Sort::from_name(sort).unwrap_or_default()),
            Action::Width(width),
        ] {
            self.update(action);
        }
        true
    }

    /// Sets how high bars are and how far apart, as factors of their own measures.
    pub fn size(&mut self, bar: f64, gap: f64) {
        self.update(Action::Sizes(Sizes { bar, gap }));
    }

    /// Turns to a page of a long list, from 0.
    pub fn turn(&mut self, page: usize) {
        self.update(Action::Page(page));
    }

    /// The pointer or the focus is on an item now, by its index, or on none.
    pub fn hover(&mut self, index: Option<usize>) {
        self.update(Action::Hover(index));
    }

    /// The reader selected an item, by its id, or let go.
    pub fn select(&mut self, id: Option<String>) {
        self.update(Action::Select(id));
    }

    /// Sets how it is to look: a CSS list of font families, a CSS colour for each role, one on each line in the order
    /// of `Role::ALL`, and whether what is possible only is told by stripes.
    pub fn dress(&mut self, family: String, colors: &str, striped: bool) {
        self.look = Look { family, colors: colors.lines().map(str::to_owned).collect() };
        self.theme = Theme::ByRole { striped };
    }

    fn update(&mut self, action: Action) {
        // in these the marks are the same and have other places
        let glides =
            matches!(action, Action::Per(_) | Action::Sort(_) | Action::Filter(_) | Action::Cells(_));
        if self.view.update(action) {
            if glides {
                self.depart();
            } else {
                (self.scene, self.before) = (None, None);
            }
        }
    }

    /// The scene has to be made anew: its marks glide from what is seen now, though that be on its way.
    fn depart(&mut self) {
        if let Some(mut scene) = self.scene.take() {
            if let Some(before) = self.before.take() {
                scene.marks = scene::between(&before, &scene, self.progress);
            }
            (self.before, self.progress) = (Some(scene), 0.0);
        }
    }

    /// Measures with another host from now on: another font, or one that has come.
    pub fn lend(&mut self, host: Host) {
        self.host = host;
        (self.scene, self.before) = (None, None);
    }

    /// Lays the chart out and gives its texts, one on each line; none without data.
    ///
    /// # Errors
    /// A finding where there is no data for this type of chart.
    pub fn layout(&mut self) -> Result<String, String> {
        let Some(dataset) = &self.dataset else {
            return Ok(String::new());
        };
        if self.scene.is_none() {
            let scene = chart::scene(dataset, &self.view, &self.host).map_err(|finding| found(&finding))?;
            // other data has no mark that could glide
            let shared = |before: &Scene| scene.items.iter().any(|item| before.index_of(&item.id).is_some());
            self.before = self.before.take().filter(shared);
            self.scene = Some(scene);
        }
        Ok(self.scene.as_ref().map_or(String::new(), |s| describe(s, self.before.is_some())))
    }

    /// The height of the chart that is laid out, how much larger its overlay is on every side, and then x, y, width and
    /// height of each item, in CSS pixels.
    pub fn areas(&self) -> Vec<f64> {
        let mut numbers = Vec::new();
        if let Some(scene) = &self.scene {
            numbers.extend([scene.height, BLEED]);
            for Item { area, .. } in &scene.items {
                numbers.extend([area.x, area.y, area.width, area.height]);
            }
        }
        numbers
    }

    /// Draws the chart; `ratio` is the number of the canvas' pixels to a CSS pixel, and `progress` how far its marks
    /// have come from where they were: 0 to 1.
    pub fn paint(&mut self, canvas: HtmlCanvasElement, ratio: f64, progress: f64) {
        self.progress = progress;
        if let (Some(scene), Some(mut canvas)) = (&self.scene, Canvas::new(canvas, ratio, &self.look)) {
            canvas.clear();
            // a canvas reports nothing that could be mended here
            let _ = match self.before.as_ref().filter(|_| progress < 1.0) {
                Some(before) => {
                    draw_marks(&mut canvas, &scene::between(before, scene, progress), &self.theme, ratio)
                }
                None => draw(&mut canvas, scene, &self.theme, ratio),
            };
        }
        if progress >= 1.0 {
            self.before = None;
        }
    }

    /// Draws what lies over the chart: frames around the item that is selected and the one that is
    /// pointed at. Its canvas is [`BLEED`] larger than the picture on every side.
    #[wasm_bindgen(js_name = paintOverlay)]
    pub fn paint_overlay(&self, canvas: HtmlCanvasElement, ratio: f64) {
        let (Some(scene), Some(mut canvas)) = (&self.scene, Canvas::new(canvas, ratio, &self.look)) else {
            return;
        };
        canvas.clear();
        let selected = self.view.selected.as_deref();
        let selected = selected.and_then(|id| scene.index_of(id));
        for (index, role) in [(selected, Role::Ink), (self.view.hover, Role::Focus)] {
            if let Some(item) = index.and_then(|i| scene.items.get(i)) {
                let _ = highlight(&mut canvas, item.area, role, &self.theme, ratio);
            }
        }
    }

    /// The index of the item at a point of the picture, in CSS pixels.
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        self.scene.as_ref()?.hit(x, y)
    }
}

/// What readers ask of a chart, in the module that has it.
#[cfg(feature = "tools")]
#[wasm_bindgen]
impl Chart {
    /// Sets what the reader asks of the chart: what is empty or undefined asks nothing.
    pub fn ask(
        &mut self,
        query: String,
        craft: String,
        district: String,
        threshold: Option<f64>,
        cells: Option<String>,
    ) {
        self.update(Action::Filter(Filter { query, craft, district }));
        self.update(Action::Threshold(threshold.filter(|t| t.is_finite())));
        self.update(Action::Cells(cells));
    }

    /// Draws the chart with its title, its source and a margin, to be taken away; sizes the canvas for it.
    #[wasm_bindgen(js_name = paintWhole)]
    pub fn paint_whole(&self, canvas: HtmlCanvasElement, ratio: f64) {
        if let Some(scene) = &self.scene {
            let framed = frame(scene, self.view.locale, &self.host);
            canvas.set_width((framed.width * ratio).round() as u32);
            canvas.set_height((framed.height * ratio).round() as u32);
            if let Some(mut canvas) = Canvas::new(canvas, ratio, &self.look) {
                let _ = draw(&mut canvas, &framed, &self.theme, ratio);
            }
        }
    }

    /// The same as an SVG file.
    pub fn svg(&self) -> String {
        let color = |role| self.look.color(role as u8).to_owned();
        let striped = self.theme.stripes(Role::Soft);
        let framed = |scene| frame(scene, self.view.locale, &self.host);
        self.scene
            .as_ref()
            .map_or(String::new(), |s| document(&framed(s), &self.look.family, striped, &color))
    }

    /// The chart as HTML to be put into a page: see `embed::fragment`. `json` is the text of its data. Its host has no
    /// font.
    ///
    /// # Errors
    /// A finding where there is no data for this type of chart.
    pub fn fragment(
        &self,
        json: &str,
        src: String,
        theme: String,
        controls: String,
        unstyled: bool,
    ) -> Result<String, String> {
        let Some(dataset) = &self.dataset else {
            return Ok(String::new());
        };
        let options = Options { src, theme, controls, unstyled };
        embed::fragment(dataset, json, &self.view, &options, &self.host).map_err(|f| found(&f))
    }

    /// Answers to what the reader asked, and what can be asked: search, line, cells. The order is that of `Asked` in
    /// `www/src/tools.ts`.
    #[wasm_bindgen(unchecked_return_type = "unknown")]
    pub fn asked(&self) -> JsValue {
        self.scene.as_ref().map_or(JsValue::UNDEFINED, |scene| {
            let Controls { find, threshold, cells, .. } = &scene.controls;
            js(&(&scene.answers, find, threshold, cells))
        })
    }

    /// All figures of the chart on all pages: the columns' names, rows of text, the numbers of the columns to be shown
    /// over the line under the chart, and what is heard of these in each row, empty where it is what is written;
    /// `undefined` without data.
    #[wasm_bindgen(unchecked_return_type = "[string[], string[][], number[], string[][]] | undefined")]
    pub fn table(&self) -> JsValue {
        let (Some(table), Some(scene)) = (self.rows(), &self.scene) else {
            return JsValue::UNDEFINED;
        };
        let shown = table.shown(&scene.source);
        let heard = |row| shown.iter().map(|column| table.heard_of(row, *column)).collect::<Vec<_>>();
        let heard: Vec<_> = (0..table.rows.len()).map(heard).collect();
        js(&(&table.head, &table.rows, &shown, heard))
    }

    /// The same as CSV.
    pub fn csv(&self) -> String {
        self.rows().map_or(String::new(), |table| table.csv())
    }

    /// The same for a clipboard.
    pub fn tsv(&self) -> String {
        self.rows().map_or(String::new(), |table| table.tsv())
    }

    fn rows(&self) -> Option<crate::table::Table> {
        chart::table(self.dataset.as_ref()?, &self.view, &self.host)
    }
}

/// A finding as five lines. No text of a file has a line end: reading has replaced it.
fn found(f: &Finding) -> String {
    [f.severity.name(), f.code, &f.path, &f.found, &f.expected].join("\n")
}

/// The texts of a scene, one on each line; `www/src/picture.ts` knows what each is. Objects made with
/// serde-wasm-bindgen were 2 KB more after brotli.
fn describe(scene: &Scene, glides: bool) -> String {
    let Controls { sort, per, page, pages, .. } = &scene.controls;
    let (page, pages) = (digits(*page), digits(*pages));
    let mut lines = vec![
        &*scene.title,
        &scene.note,
        &scene.source,
        &scene.summary,
        sort.map_or("", Sort::name),
        per.map_or("", Period::name),
        &page,
        &pages,
        if glides { "glides" } else { "" },
    ];
    for item in &scene.items {
        lines.extend([&*item.id, &item.title, &item.subtitle, &item.value, &item.spoken]);
        lines.extend(item.details().map(String::as_str));
        lines.push(""); // the end of the details, none of which is empty
    }
    lines.join("\n")
}

#[cfg(feature = "tools")]
fn js<T: serde::Serialize + ?Sized>(value: &T) -> JsValue {
    // everything that is handed out is plain: it always serialises
    serde_wasm_bindgen::to_value(value).unwrap_or(JsValue::UNDEFINED)
}
