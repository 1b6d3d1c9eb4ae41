//! The browser's side: a [`Chart`] that the element `<village-chart>` drives.

mod canvas;
mod host;
mod value;

pub use host::Host;

use crate::chart;
use crate::data::{self, Dataset, Finding, Period, Reading};
use crate::draw::{draw, highlight, Theme, BLEED};
use crate::scene::{Item, Role, Scene};
use crate::text::Locale;
use crate::view::{Action, Kind, Sort, View};
use canvas::Canvas;
use serde::Serialize;
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
    locale_tag: String,
    view: View,
    scene: Option<Scene>,
}

#[wasm_bindgen]
impl Chart {
    /// A chart without data; `host` measures text and formats numbers for it.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host) -> Chart {
        let view = View::new(Kind::Revenue, Locale::default(), 0.0);
        Chart { host, dataset: None, locale_tag: String::new(), view, scene: None }
    }

    /// Takes data as `JSON.parse` gives it and returns what the checks found. With errors among them
    /// the chart has no data afterwards.
    #[wasm_bindgen(unchecked_return_type = "Finding[]")]
    pub fn read(&mut self, value: JsValue) -> JsValue {
        let reading = data::read_node(value::node(&value), &self.host);
        self.take(reading)
    }

    fn take(&mut self, reading: Reading) -> JsValue {
        self.dataset = reading.dataset;
        self.update(Action::Page(0));
        self.scene = None;
        js(&reading.findings)
    }

    /// Sets what the reader or the page has chosen; an unknown word stands for the default, `type`
    /// has none: `false` where it is not one.
    pub fn choose(&mut self, kind: &str, locale: &str, per: &str, sort: &str, width: f64) -> bool {
        let Some(kind) = Kind::from_name(kind) else {
            return false;
        };
        self.locale_tag = locale.to_owned();
        for action in [
            Action::Kind(kind),
            Action::Per(Period::from_name(per)),
            Action::Sort(Sort::from_name(sort).unwrap_or_default()),
            Action::Width(width),
        ] {
            self.update(action);
        }
        true
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

    fn update(&mut self, action: Action) {
        if self.view.update(action) {
            self.scene = None;
        }
    }

    /// Measures with another host from now on: another font, or one that has come.
    pub fn lend(&mut self, host: Host) {
        self.host = host;
        self.scene = None;
    }

    /// Lays the chart out and describes it for the page: texts, items, controls, height.
    ///
    /// # Errors
    /// A `Finding` where there is no data for this type of chart.
    #[wasm_bindgen(unchecked_return_type = "Picture")]
    pub fn layout(&mut self, dark: bool) -> Result<JsValue, JsValue> {
        let Some(dataset) = &self.dataset else {
            return Ok(JsValue::UNDEFINED);
        };
        let of_data = || dataset.locale.as_deref().and_then(Locale::from_tag);
        let locale = Locale::from_tag(&self.locale_tag).or_else(of_data).unwrap_or_default();
        if self.view.update(Action::Locale(locale)) {
            self.scene = None;
        }
        if self.scene.is_none() {
            let scene =
                chart::scene(dataset, &self.view, &self.host).map_err(|finding| js::<Finding>(&finding))?;
            self.scene = Some(scene);
        }
        Ok(self
            .scene
            .as_ref()
            .map_or(JsValue::UNDEFINED, |scene| js(&Picture::of(scene, locale, theme(dark)))))
    }

    /// Draws the chart; `ratio` is the number of the canvas' pixels to a CSS pixel, `family` a CSS
    /// list of font families.
    pub fn paint(&self, canvas: HtmlCanvasElement, ratio: f64, family: &str, dark: bool) {
        if let (Some(scene), Some(mut canvas)) = (&self.scene, Canvas::new(canvas, ratio, family)) {
            canvas.clear();
            // a canvas reports nothing that could be mended here
            let _ = draw(&mut canvas, scene, theme(dark), ratio);
        }
    }

    /// Draws what lies over the chart: frames around the item that is selected and the one that is
    /// pointed at. Its canvas is `bleed` larger than the picture on every side.
    #[wasm_bindgen(js_name = paintOverlay)]
    pub fn paint_overlay(&self, canvas: HtmlCanvasElement, ratio: f64, dark: bool) {
        let (Some(scene), Some(mut canvas)) = (&self.scene, Canvas::new(canvas, ratio, "")) else {
            return;
        };
        canvas.clear();
        let selected = self.view.selected.as_deref();
        let selected = selected.and_then(|id| scene.index_of(id));
        for (index, role) in [(selected, Role::Ink), (self.view.hover, Role::Focus)] {
            if let Some(item) = index.and_then(|i| scene.items.get(i)) {
                let _ = highlight(&mut canvas, item.area, role, theme(dark), ratio);
            }
        }
    }

    /// How much larger the overlay's canvas is than the picture on every side, in CSS pixels.
    #[wasm_bindgen(getter)]
    pub fn bleed(&self) -> f64 {
        BLEED
    }

    /// The index of the item at a point of the picture, in CSS pixels.
    pub fn hit(&self, x: f64, y: f64) -> Option<usize> {
        self.scene.as_ref()?.hit(x, y)
    }
}

fn theme(dark: bool) -> &'static Theme {
    if dark {
        &Theme::Dark
    } else {
        &Theme::Light
    }
}

/// Everything that is handed out is plain: it always serialises.
fn js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap_or(JsValue::UNDEFINED)
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** One thing that the checks of a data file found. */
export interface Finding {
  /** How bad it is; only with an error nothing is drawn. */
  severity: "note" | "warning" | "error";
  /** A stable name of the kind of finding, such as "range_upside_down". */
  code: string;
  /** A JSON path, such as "$.villages[3].revenue". */
  path: string;
  /** What stands there. */
  found: string;
  /** What would be right. */
  expected: string;
}
/** A chart's item: a village, a group of people, a number of things. */
export interface Item {
  id: string; title: string; subtitle: string; value: string; details: string[];
  /** All of it in one line. */
  spoken: string;
  x: number; y: number; width: number; height: number;
}
/** A laid-out chart. Lengths are CSS pixels. */
export interface Picture {
  height: number; title: string; note: string; source: string; locale: "vi" | "en"; items: Item[];
  sort?: "value" | "name"; per?: "month" | "year"; page: number; pages: number;
  ink: string; muted: string; grid: string; surface: string; focus: string;
}
"#;

#[derive(Serialize)]
struct Described<'a> {
    id: &'a str,
    title: &'a str,
    subtitle: &'a str,
    value: &'a str,
    details: &'a [String],
    spoken: String,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

#[derive(Serialize)]
struct Picture<'a> {
    height: f64,
    title: &'a str,
    note: &'a str,
    source: &'a str,
    locale: &'a str,
    items: Vec<Described<'a>>,
    sort: Option<&'a str>,
    per: Option<&'a str>,
    page: usize,
    pages: usize,
    ink: String,
    muted: String,
    grid: String,
    surface: String,
    focus: String,
}

impl<'a> Picture<'a> {
    fn of(scene: &'a Scene, locale: Locale, theme: &Theme) -> Picture<'a> {
        let color = |role| theme.color(role).css();
        let item = |item: &'a Item| Described {
            id: &item.id,
            title: &item.title,
            subtitle: &item.subtitle,
            value: &item.value,
            details: &item.details,
            spoken: item.spoken(),
            x: item.area.x,
            y: item.area.y,
            width: item.area.width,
            height: item.area.height,
        };
        Picture {
            height: scene.height,
            title: &scene.title,
            note: &scene.note,
            source: &scene.source,
            locale: locale.tag(),
            items: scene.items.iter().map(item).collect(),
            sort: scene.controls.sort.map(Sort::name),
            per: scene.controls.per.map(Period::name),
            page: scene.controls.page,
            pages: scene.controls.pages,
            ink: color(Role::Ink),
            muted: color(Role::Muted),
            grid: color(Role::Grid),
            surface: color(Role::Surface),
            focus: color(Role::Focus),
        }
    }
}
