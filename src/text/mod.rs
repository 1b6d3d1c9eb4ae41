//! All words that readers see: locales, labels in several languages, quantities with their
//! qualifiers and units, dates.

mod label;
mod words;

pub use label::Label;
pub(crate) use words::words;

use crate::data::{Date, MoneyUnit, Period};
use crate::figure::{Figure, Place, Rank, Value};
use crate::platform::Platform;

/// A language that the widget speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// Vietnamese: `1.300`, `5,5`, "trên", "gần".
    #[default]
    Vi,
    /// English: `1,300`, `5.5`, "over", "nearly".
    En,
}

impl Locale {
    /// `vi` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::Vi => "vi",
            Locale::En => "en",
        }
    }

    /// From a language tag: `en`, `en-GB` → English; `vi`, `vi-VN` → Vietnamese; anything else `None`.
    ///
    /// ```
    /// use village_charts::text::Locale;
    /// assert_eq!(Locale::from_tag("vi-VN"), Some(Locale::Vi));
    /// assert_eq!(Locale::from_tag("fr"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let language = tag.get(..2)?;
        let ends = matches!(tag.as_bytes().get(2), None | Some(b'-' | b'_'));
        match () {
            () if ends && language.eq_ignore_ascii_case("vi") => Some(Locale::Vi),
            () if ends && language.eq_ignore_ascii_case("en") => Some(Locale::En),
            () => None,
        }
    }
}

/// A part of what is said of a figure.
pub(crate) struct Part {
    pub text: String,
    /// The number and what qualifies it; a unit, and why there is no number, are not.
    pub strong: bool,
}

fn whole(parts: Vec<Part>) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push(' ');
        }
        text += &part.text;
    }
    text
}

/// How something is put into words: in which language, to be read or to be heard.
///
/// What is heard has no mark that voices pass over or take for something else: no thousands marks, dashes, "/" or "·".
#[derive(Clone, Copy)]
pub(crate) struct Voice<'a> {
    pub locale: Locale,
    pub platform: &'a dyn Platform,
    /// To be heard.
    pub aloud: bool,
}

impl Voice<'_> {
    /// A number with at most so many decimals: "1.300", aloud "1300".
    pub fn number(&self, x: f64, decimals: u8) -> String {
        let number = self.platform.number(x, decimals, self.locale);
        match (self.aloud, self.locale) {
            (false, _) => number,
            (true, Locale::Vi) => number.replace('.', ""),
            (true, Locale::En) => number.replace(',', ""),
        }
    }

    /// A value in words, without a unit: "trên 1.300".
    pub fn value(&self, value: &Value) -> String {
        whole(self.say(value, false, "", false))
    }

    /// A figure in words with its unit: "ước trên 24.000 tỷ đồng/năm". Of one that is `converted` it says where it had to be
    /// rounded: "từ khoảng 4,17 triệu đồng/tháng trở lên".
    pub fn quantity(&self, figure: &Figure, unit: &str, converted: bool) -> String {
        whole(self.say(&figure.value, figure.estimated, unit, converted))
    }

    /// The same in its parts, one after another with a blank between them.
    pub fn parts(&self, figure: &Figure, unit: &str) -> Vec<Part> {
        self.say(&figure.value, figure.estimated, unit, false)
    }

    fn rounded(&self, x: f64, converted: bool) -> String {
        let number = self.number(x, if converted { 2 } else { 6 });
        let hundredths = x * 100.0;
        if converted && (hundredths - hundredths.round()).abs() > 1e-6 {
            format!("{} {number}", words(self.locale).about)
        } else {
            number
        }
    }

    fn say(&self, value: &Value, estimated: bool, unit: &str, converted: bool) -> Vec<Part> {
        let w = words(self.locale);
        let strong = |text| Part { text, strong: true };
        let light = |text: &str| Part { text: text.to_owned(), strong: false };
        let number = |x: &f64| self.rounded(*x, converted);
        let (before, number, after) = match value {
            Value::Exact(x) => ("", number(x), ""),
            Value::About(x) => (w.about, number(x), ""),
            Value::Nearly(x) => (w.nearly, number(x), ""),
            Value::MoreThan(x) => (w.more_than, number(x), ""),
            Value::AtLeast(x) => (w.at_least.0, number(x), w.at_least.1),
            Value::LessThan(x) => (w.less_than, number(x), ""),
            Value::AtMost(x) => (w.at_most, number(x), ""),
            Value::Range(low, high) => {
                let (before, to) = if self.aloud { w.range } else { ("", "–") };
                ("", [before, &number(low), to, &number(high)].concat(), "")
            }
            Value::Missing(why) => return vec![light(why.get(self.locale))],
        };
        let before = [if estimated { w.estimated } else { "" }, before];
        // "56%" is one word
        if unit.is_empty() || unit.starts_with('%') {
            return vec![strong(joined(&[before[0], before[1], &number, unit, after]))];
        }
        let mut parts = vec![strong(joined(&[before[0], before[1], &number])), light(unit)];
        if !after.is_empty() {
            parts.push(strong(after.to_owned()));
        }
        parts
    }

    /// "tỷ đồng", "million đồng".
    pub fn money_unit(&self, unit: MoneyUnit) -> &'static str {
        let w = words(self.locale);
        match (unit, self.aloud) {
            (MoneyUnit::Billion, false) => w.billion,
            (MoneyUnit::Million, false) => w.million,
            (MoneyUnit::Billion, true) => w.spoken_billion,
            (MoneyUnit::Million, true) => w.spoken_million,
        }
    }

    /// "tỷ đồng/năm", "million đồng a month"; aloud "tỷ đồng một năm".
    pub fn money(&self, unit: MoneyUnit, per: Period) -> String {
        let w = words(self.locale);
        let per = match (per, self.aloud) {
            (Period::Month, false) => w.per_month,
            (Period::Year, false) => w.per_year,
            (Period::Month, true) => w.spoken_per_month,
            (Period::Year, true) => w.spoken_per_year,
        };
        [self.money_unit(unit), per].concat()
    }

    /// "5/7/2024", "5 July 2024"; aloud "ngày 5 tháng 7 năm 2024".
    pub fn date(&self, date: Date) -> String {
        let Date { year, month, day } = date;
        let month_name =
            |m: u8| words(Locale::En).months.get(usize::from(m).wrapping_sub(1)).copied().unwrap_or("");
        match (self.locale, month, day) {
            (Locale::Vi, None, _) if self.aloud => format!("năm {year}"),
            (_, None, _) => year.to_string(),
            (Locale::Vi, Some(m), None) if self.aloud => format!("tháng {m} năm {year}"),
            (Locale::Vi, Some(m), None) => format!("{m}/{year}"),
            (Locale::Vi, Some(m), Some(d)) if self.aloud => format!("ngày {d} tháng {m} năm {year}"),
            (Locale::Vi, Some(m), Some(d)) => format!("{d}/{m}/{year}"),
            (Locale::En, Some(m), None) => format!("{} {year}", month_name(m)),
            (Locale::En, Some(m), Some(d)) => format!("{d} {} {year}", month_name(m)),
        }
    }
}

/// The parts that are not empty, with blanks between them; a unit such as "%" or "/năm" takes its
/// place without one where it says so itself.
fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts.iter().filter(|p| !p.is_empty()) {
        if !text.is_empty() && !part.starts_with('%') {
            text.push(' ');
        }
        text += part;
    }
    text
}

/// Texts one after another. The standard library's `join` is 1 KB of WebAssembly for each type of text.
pub(crate) fn join(texts: &[String], between: &str) -> String {
    texts.iter().map(String::as_str).collect::<Vec<_>>().join(between)
}

/// The texts that are not empty, as a list: "Bubon, wood".
pub(crate) fn list(texts: &[&str]) -> String {
    let mut list = String::new();
    for text in texts.iter().filter(|t| !t.is_empty()) {
        if !list.is_empty() {
            list += ", ";
        }
        list += text;
    }
    list
}

/// "Page 1 of 3".
#[cfg(feature = "tools")]
pub(crate) fn page(page: usize, pages: usize, locale: Locale, platform: &dyn Platform) -> String {
    let [number, pages] = [page + 1, pages].map(|n| platform.number(n as f64, 0, locale));
    match locale {
        Locale::Vi => format!("Trang {number} trong {pages}"),
        Locale::En => format!("Page {number} of {pages}"),
    }
}

/// Where a figure comes from and the day it speaks of, each in words; empty where there is none.
pub(crate) fn origin(source: &str, as_of: &str, locale: Locale) -> [String; 2] {
    let w = words(locale);
    let said = |name: &str, between: &str, text: &str| match text {
        "" => String::new(),
        text => [name, between, text].concat(),
    };
    [said(w.source, ": ", source), said(w.as_of, " ", as_of)]
}

/// The same in one line: "Nguồn: UBND · Số liệu đến 5/7/2024".
pub(crate) fn provenance(source: &str, as_of: &str, locale: Locale) -> String {
    line(&origin(source, as_of, locale))
}

/// The texts that are not empty, in one line.
pub(crate) fn line(texts: &[String]) -> String {
    let mut line = String::new();
    for text in texts.iter().filter(|t| !t.is_empty()) {
        line += if line.is_empty() { "" } else { " · " };
        line += text;
    }
    line
}

/// The texts that are not empty, as sentences: what ends with no full stop gets one.
pub(crate) fn sentences(texts: &[String]) -> String {
    let mut all = String::new();
    for text in texts.iter().filter(|t| !t.is_empty()) {
        all += if all.is_empty() { "" } else { " " };
        all += text;
        all += if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    }
    all
}

/// "Hạng 4 trong 6", "Hạng từ 1 đến 3 trong 6 làng được nêu". Of a `selection` it says so: first among
/// the villages that were named is not first of all.
pub(crate) fn rank(place: &Place, of: usize, selection: bool, voice: &Voice) -> String {
    let locale = voice.locale;
    let Place { rank: Rank { best, worst }, shared } = *place;
    let (alone, open) = (best == worst, !shared && (best, worst) == (1, of));
    let [best, worst, of] = [best, worst, of].map(|n| voice.number(n as f64, 0));
    let named = match (locale, selection) {
        (_, false) => "",
        (Locale::Vi, true) => " làng được nêu",
        (Locale::En, true) => " villages named",
    };
    match locale {
        Locale::Vi if alone => format!("Hạng {best} trong {of}{named}"),
        Locale::Vi if open => format!("Thứ hạng để ngỏ trong {of}{named}"),
        Locale::Vi if shared => format!("Hạng từ {best} đến {worst}, đồng hạng, trong {of}{named}"),
        Locale::Vi => format!("Hạng từ {best} đến {worst} trong {of}{named}"),
        Locale::En if alone => format!("Rank {best} of {of}{named}"),
        Locale::En if open => format!("Rank left open among {of}{named}"),
        Locale::En if shared => format!("Rank {best} to {worst}, shared, of {of}{named}"),
        Locale::En => format!("Rank {best} to {worst} of {of}{named}"),
    }
}
