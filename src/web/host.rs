//! The browser as a [`Platform`]: `measureText` and `Intl`, through an object that the page's script
//! makes (`www/src/host.ts`). It caches what is asked often.

use crate::platform::{Font, Platform};
use crate::text::Locale;
use std::cmp::Ordering;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the browser lends to the core.
    pub type Host;
    #[wasm_bindgen(method)]
    fn width(this: &Host, text: &str, size: f64, bold: bool) -> f64;
    #[wasm_bindgen(method)]
    fn number(this: &Host, x: f64, decimals: u8, locale: &str) -> String;
    #[wasm_bindgen(method)]
    fn compare(this: &Host, a: &str, b: &str, locale: &str) -> i32;
    #[wasm_bindgen(method)]
    fn fold(this: &Host, name: &str) -> String;
}

impl Platform for Host {
    fn text_width(&self, text: &str, font: Font) -> f64 {
        self.width(text, font.size, font.bold)
    }
    fn number(&self, x: f64, decimals: u8, locale: Locale) -> String {
        Host::number(self, x, decimals, locale.tag())
    }
    fn compare(&self, a: &str, b: &str, locale: Locale) -> Ordering {
        Host::compare(self, a, b, locale.tag()).cmp(&0)
    }
    fn fold(&self, name: &str) -> String {
        Host::fold(self, name)
    }
}
