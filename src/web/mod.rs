//! The browser's side: a [`Chart`] that the element `<village-chart>` drives.

mod canvas;
mod host;

pub use host::Host;
use host::Lent;

use crate::chart::{self, Kept};
use crate::data::{self, Dataset};
use crate::draw::Pen;
#[cfg(feature = "tools")]
use crate::draw::{document, frame};
#[cfg(feature = "tools")]
use crate::embed::{self, Options, Rows};
#[cfg(feature = "tools")]
use crate::scene::Controls;
#[cfg(feature = "many")]
use crate::scene::Rect;
use crate::scene::{self, Scene};
#[cfg(feature = "tools")]
use crate::table::{Form, Heading, Orders, Sheet};
use crate::text::Locale;
use crate::view::{Action, Kind, View};
use crate::wire::{self, Finding, Flat, Layout, Picture, ToWire, Writer};
#[cfg(feature = "tools")]
use crate::wire::{Asked, Fragment};
use canvas::{Canvas, Look};
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

// a third of the size of the standard library's allocator
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "import type { Asked, Finding, Fragment, Layout, View } from '../../www/src/wire.js';";

/// One chart of a page: its data, its view and its scene.
#[wasm_bindgen]
pub struct Chart {
    host: Lent,
    dataset: Option<Dataset>,
    /// What layouts of this dataset with this host have found out.
    kept: Kept,
    view: View,
    look: Look,
    /// What is possible only is told by stripes: see [`Pen`].
    striped: bool,
    scene: Option<Scene>,
    /// What marks glide away from, and how far they have come: from 0 to 1.
    before: Option<Scene>,
    progress: f64,
    /// The view has changed since the scene was made; `jumps`: its marks have nowhere to come from.
    stale: bool,
    jumps: bool,
    /// Of the table that was handed out last.
    #[cfg(feature = "tools")]
    orders: Orders,
    /// How often data, words or view have changed.
    #[cfg(feature = "tools")]
    edition: u32,
}

#[wasm_bindgen]
impl Chart {
    /// A chart without data; `host` measures text and formats numbers for it.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host) -> Chart {
        let view = View::new(Kind::Revenue, Locale::default(), 0.0);
        Chart {
            host: Lent::new(host),
            dataset: None,
            kept: Kept::default(),
            view,
            look: Look::default(),
            striped: false,
            scene: None,
            before: None,
            progress: 1.0,
            stale: false,
            jumps: false,
            #[cfg(feature = "tools")]
            orders: Orders::default(),
            #[cfg(feature = "tools")]
            edition: 0,
        }
    }

    /// Takes data, written down as `www/src/value.ts` does it, and returns what the checks found. With errors among
    /// that the chart has no data afterwards.
    #[wasm_bindgen(unchecked_return_type = "Finding[]")]
    pub fn read(&mut self, words: &str, numbers: &[f64]) -> JsValue {
        let reading = data::read_node(Flat::new(words, numbers).node(), &self.host);
        (self.dataset, self.kept) = (reading.dataset, Kept::default());
        self.age();
        self.depart();
        self.out(&reading.findings.iter().map(Finding::from).collect::<Vec<_>>())
    }

    /// A value for the page.
    fn out(&self, value: &dyn ToWire) -> JsValue {
        let Writer { words, numbers } = Writer::of(value);
        self.host.host.value(&words, &numbers)
    }

    /// Changes the view: fields of `View`, written down as `www/src/value.ts` does it; what is left out stays. What the
    /// view is then.
    #[wasm_bindgen(unchecked_return_type = "View")]
    pub fn set(&mut self, words: &str, numbers: &[f64]) -> JsValue {
        for action in wire::changes(words, numbers) {
            // in these the marks are the same and have other places
            let glides =
                matches!(action, Action::Unit(_) | Action::Sort(_) | Action::Filter(_) | Action::Cells(_));
            let changed = self.view.update(action);
            self.stale |= changed;
            self.jumps |= changed && !glides;
            if changed {
                self.age();
            }
        }
        self.out(&*self.view)
    }

    /// Sets how it is to look: a CSS list of font families, the CSS colour of each role as `www/src/roles.ts` writes
    /// them, a line each, and whether what is possible only is told by stripes.
    pub fn dress(&mut self, family: String, colors: &str, striped: bool) {
        self.look = Look::new(family, colors);
        self.striped = striped;
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
        (self.host, self.kept) = (Lent::new(host), Kept::default());
        self.age();
        (self.scene, self.before) = (None, None);
    }

    /// Lays the chart out.
    #[wasm_bindgen(unchecked_return_type = "Layout")]
    pub fn layout(&mut self) -> JsValue {
        if std::mem::take(&mut self.stale) {
            self.depart();
        }
        if std::mem::take(&mut self.jumps) {
            self.before = None;
        }
        if let (Some(dataset), None) = (&self.dataset, &self.scene) {
            match chart::scene_again(dataset, &self.view, &self.host, &self.kept) {
                Ok(scene) => {
                    // other data has no mark that could glide
                    let shared =
                        |before: &Scene| scene.items.iter().any(|item| before.index_of(&item.id).is_some());
                    self.before = self.before.take().filter(shared);
                    // another list may have fewer pages
                    self.view.update(Action::Page(scene.controls.page));
                    self.scene = Some(scene);
                }
                Err(finding) => {
                    return self.out(&Layout { picture: None, finding: Some(Finding::from(&finding)) })
                }
            }
        }
        let glides = self.before.is_some();
        let picture = self.scene.as_ref().map(|scene| Picture::of(scene, glides));
        self.out(&Layout { picture, finding: None })
    }

    /// Draws the chart; `ratio` is the number of the canvas' pixels to a CSS pixel, and `progress` how far its marks
    /// have come from where they were: 0 to 1.
    pub fn paint(&mut self, canvas: HtmlCanvasElement, ratio: f64, progress: f64) {
        self.progress = progress;
        if let (Some(scene), Some(mut canvas)) = (&self.scene, Canvas::new(canvas, ratio, &self.look)) {
            canvas.clear();
            let before = self.before.as_ref().filter(|_| progress < 1.0);
            let between = before.map(|before| scene::between(before, scene, progress));
            let marks = between.as_ref().unwrap_or(&scene.marks);
            let quieted = scene.quieted(marks, &self.view);
            // a canvas reports nothing that could be mended here
            let _ = self.pen(&mut canvas, ratio).marks(quieted.as_ref().unwrap_or(marks));
        }
        if progress >= 1.0 {
            self.before = None;
        }
    }

    /// Draws what lies over the chart, on a layer of its own: see [`Scene::frames`].
    #[wasm_bindgen(js_name = paintOverlay)]
    pub fn paint_overlay(&self, canvas: HtmlCanvasElement, ratio: f64) {
        if let (Some(scene), Some(mut canvas)) = (&self.scene, Canvas::new(canvas, ratio, &self.look)) {
            canvas.clear();
            let _ = self.pen(&mut canvas, ratio).marks(&scene.frames(&self.view));
        }
    }

    /// The index of the item at a point of the picture, in CSS pixels.
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        self.scene.as_ref()?.hit(x, y)
    }

    /// The places in a part of the picture, in CSS pixels, as the attribute `places` names them; of more than `most`
    /// one more than these.
    #[cfg(feature = "many")]
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn within(&self, x: f64, y: f64, width: f64, height: f64, most: usize) -> JsValue {
        let part = Rect { x, y, width, height };
        let dataset = self.dataset.as_ref();
        let found = dataset.map(|data| chart::within(data, &self.view, &self.host, &self.kept, &part, most));
        let found = found.unwrap_or_default();
        self.out(&found)
    }

    /// What keys ask of charts whose figures are in lines: see [`Scene::across`].
    pub fn across(&self, from: usize, after: bool) -> Option<usize> {
        self.scene.as_ref()?.across(from, after)
    }
}

impl Chart {
    /// Data, words or view have changed.
    #[inline(always)]
    fn age(&mut self) {
        #[cfg(feature = "tools")]
        {
            self.edition = self.edition.wrapping_add(1);
        }
    }

    /// Draws in the page's colours; `ratio` as for [`Chart::paint`].
    fn pen<'c, 'l>(&self, canvas: &'c mut Canvas<'l>, ratio: f64) -> Pen<'c, Canvas<'l>> {
        Pen { backend: canvas, ratio, striped: self.striped, dip: &Canvas::dip }
    }
}

/// What readers ask of a chart, in the module that has it.
#[cfg(feature = "tools")]
#[wasm_bindgen]
impl Chart {
    /// Draws the chart with its title, its source and a margin, to be taken away; sizes the canvas for it.
    #[wasm_bindgen(js_name = paintWhole)]
    pub fn paint_whole(&self, canvas: HtmlCanvasElement, ratio: f64) {
        if let Some(scene) = &self.scene {
            let framed = frame(scene, self.view.locale, &self.host);
            canvas.set_width((framed.width * ratio).round() as u32);
            canvas.set_height((framed.height * ratio).round() as u32);
            if let Some(mut canvas) = Canvas::new(canvas, ratio, &self.look) {
                let _ = self.pen(&mut canvas, ratio).marks(&framed.marks);
            }
        }
    }

    /// The same as an SVG file.
    pub fn svg(&self) -> String {
        let color = |role| self.look.color(role).to_owned();
        let framed = |scene| frame(scene, self.view.locale, &self.host);
        self.scene
            .as_ref()
            .map_or(String::new(), |s| document(&framed(s), &self.look.family, self.striped, &color))
    }

    /// The chart as HTML to be put into a page: see `embed::fragment`. `json` is the text of its data. Its host has no
    /// font.
    #[wasm_bindgen(unchecked_return_type = "Fragment")]
    #[expect(clippy::too_many_arguments, reason = "a record would have to be taken apart again")]
    pub fn fragment(
        &self,
        json: &str,
        src: String,
        theme: String,
        controls: String,
        link: String,
        unstyled: bool,
        table: &str,
    ) -> JsValue {
        let table = Rows::from_name(table).unwrap_or_default();
        let options = Options { src, theme, controls, link, unstyled, table };
        let made = self.dataset.as_ref().map(|d| embed::fragment(d, json, &self.view, &options, &self.host));
        let (html, finding) = match &made {
            Some(Ok(html)) => (html.as_str(), None),
            Some(Err(finding)) => ("", Some(Finding::from(finding))),
            None => ("", None),
        };
        self.out(&Fragment { html, finding })
    }

    /// Answers to what the reader asked, and what can be asked; nothing without data.
    #[wasm_bindgen(unchecked_return_type = "Asked")]
    pub fn asked(&self) -> JsValue {
        let Some(Scene { answers, controls, .. }) = &self.scene else {
            return JsValue::UNDEFINED;
        };
        let Controls { find, picked, threshold, cells, .. } = controls.clone();
        self.out(&Asked { answers: answers.clone(), find, picked, threshold, cells })
    }

    /// A table of a [`Form`], over the chart's own line: title, columns with what is heard of them and whether rows can
    /// be put in order by them, rows, what is heard of these, and where the figures come from, as far as that line does
    /// not say it. `undefined` without data, and of a form that the chart has not.
    #[wasm_bindgen(unchecked_return_type = "[title: string, head: [string, string, boolean][], \
                                            rows: string[][], heard: string[][], source: string] | undefined")]
    pub fn table(&mut self, form: &str) -> JsValue {
        let Some(Sheet { title, head, rows, heard, source, orders }) = self.sheet(form) else {
            return JsValue::UNDEFINED;
        };
        let mut columns = Vec::new();
        for (i, Heading { text, heard }) in head.into_iter().enumerate() {
            columns.push((text, heard, orders.has(i)));
        }
        self.orders = orders;
        // thousands of cells are not written down first; in a list, since names of fields bring a hash map along
        serde_wasm_bindgen::to_value(&(title, columns, rows, heard, source)).unwrap_or(JsValue::UNDEFINED)
    }

    fn sheet(&self, form: &str) -> Option<Sheet> {
        let (data, scene) = (self.dataset.as_ref()?, self.scene.as_ref()?);
        chart::sheet_again(data, &self.view, &self.host, Form::from_name(form)?, &scene.source, &self.kept)
    }

    /// The rows of that table in the order of a column: see [`Orders::of`].
    pub fn order(&self, column: usize, descending: bool) -> Vec<usize> {
        self.orders.of(column, descending, &self.host, self.view.locale)
    }

    /// The figures of a [`Form`] as CSV, those of so many places from one on: see [`chart::csv_part`]. `undefined`
    /// where the chart has none.
    pub fn csv(&self, form: &str, from: usize, places: usize) -> Option<String> {
        let part = from..from.saturating_add(places);
        chart::csv_part(
            self.dataset.as_ref()?,
            &self.view,
            &self.host,
            Form::from_name(form)?,
            part,
            &self.kept,
        )
    }

    /// Another number where data, words or view have changed: what is written in parts begins anew.
    pub fn edition(&self) -> u32 {
        self.edition
    }

    /// The figures of the chart for a clipboard.
    pub fn tsv(&self) -> String {
        let table = self.dataset.as_ref().and_then(|data| chart::table(data, &self.view, &self.host));
        table.map_or(String::new(), |table| table.tsv())
    }
}
