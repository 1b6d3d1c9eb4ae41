//! The browser as a [`Platform`]: `measureText` and `Intl`, through an object that the page's script
//! makes (`www/src/host.ts`). It caches what is asked often.

use crate::platform::{common_width, Digits, Font, Platform};
use crate::text::{Argument, Locale, Message};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the browser lends to the core.
    pub type Host;
    #[wasm_bindgen(method)]
    pub fn value(this: &Host, words: &str, numbers: &[f64]) -> JsValue;
    #[wasm_bindgen(method)]
    fn width(this: &Host, text: &str, size: f64, bold: bool) -> f64;
    #[wasm_bindgen(method)]
    fn message(this: &Host, number: u16, arguments: &str) -> String;
    #[wasm_bindgen(method)]
    fn number(this: &Host, x: f64, least: u8, most: u8, locale: &str, grouped: bool) -> String;
    #[wasm_bindgen(method)]
    fn breaks(this: &Host, text: &str, locale: &str) -> Vec<u32>;
    #[wasm_bindgen(method)]
    fn sort(this: &Host, lines: &str, locale: &str) -> Vec<u32>;
    #[wasm_bindgen(method)]
    fn fold(this: &Host, name: &str) -> String;
    #[cfg(feature = "tools")]
    #[wasm_bindgen(method)]
    fn language(this: &Host, tag: &str) -> String;
    #[cfg(feature = "tools")]
    #[wasm_bindgen(method)]
    fn find(this: &Host, lines: &str, query: &str) -> Vec<u32>;
}

/// A host, and what it said last: of 100 items most say their units in the same words, a chart that is drawn again says
/// most of what it said before, and a call out of the module with its texts takes as long as laying an item out.
pub struct Lent {
    pub host: Host,
    said: RefCell<Vec<Said>>,
}

/// A message with its arguments, and how it reads.
#[derive(Clone, Default)]
struct Said {
    message: u16,
    arguments: String,
    text: String,
}

/// How many messages are kept, each where its letters lead to.
const KEPT: usize = if cfg!(feature = "many") { 2048 } else { 64 };

impl Lent {
    pub fn new(host: Host) -> Lent {
        Lent { host, said: RefCell::new(vec![Said::default(); KEPT]) }
    }

    fn say(&self, message: u16, arguments: String) -> String {
        let mut sum = usize::from(message);
        for byte in arguments.bytes() {
            sum = sum.wrapping_mul(31).wrapping_add(usize::from(byte));
        }
        let slot = sum % KEPT;
        if let Some(said) = self.said.borrow().get(slot) {
            if said.message == message && said.arguments == arguments && !said.text.is_empty() {
                return said.text.clone();
            }
        }
        let text = self.host.message(message, &arguments);
        if let Some(said) = self.said.borrow_mut().get_mut(slot) {
            *said = Said { message, arguments, text: text.clone() };
        }
        text
    }
}

impl Platform for Lent {
    fn text_width(&self, text: &str, font: Font) -> f64 {
        self.host.width(text, font.size, font.bold)
    }
    fn stretch(&self) -> f64 {
        const SAMPLE: &str = "Hữu Bằng: gần 1.000 tỷ đồng/năm, từ 2.345 đến 6.789";
        let ratio = |bold| {
            let font = Font { size: 14.0, bold };
            self.text_width(SAMPLE, font) / common_width(SAMPLE, font)
        };
        ratio(false).max(ratio(true)).max(1.0)
    }
    /// In the language that the host is of, which is that of the view.
    fn message(&self, message: Message, arguments: &[(Argument, &str)], _: Locale) -> String {
        let mut joined = String::new();
        for (argument, text) in arguments {
            joined.push(char::from(b'0' + argument.0));
            joined += text;
            // no text of the data has this letter: reading has replaced it
            joined += "\0";
        }
        self.say(message.0, joined)
    }
    fn number(&self, x: f64, Digits { least, most, grouped }: Digits, locale: Locale) -> String {
        self.host.number(x, least, most, &locale.tag(), grouped)
    }
    fn breaks(&self, text: &str, locale: Locale) -> Vec<usize> {
        indices(self.host.breaks(text, &locale.tag()))
    }
    fn sort(&self, names: &[&str], locale: Locale) -> Vec<usize> {
        // one text is cheaper than many, and no name has a line end: reading has replaced it
        indices(self.host.sort(&names.join("\n"), &locale.tag()))
    }
    fn fold(&self, name: &str) -> String {
        self.host.fold(name)
    }
    #[cfg(feature = "tools")]
    fn language(&self, tag: &str) -> String {
        self.host.language(tag)
    }
    #[cfg(feature = "tools")]
    fn find(&self, texts: &[&str], query: &str) -> Vec<usize> {
        indices(self.host.find(&texts.join("\n"), query))
    }
}

fn indices(numbers: Vec<u32>) -> Vec<usize> {
    numbers.into_iter().map(|i| i as usize).collect()
}
