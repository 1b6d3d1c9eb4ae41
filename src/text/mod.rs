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

/// A value in words, without a unit: "trên 1.300".
pub(crate) fn value(value: &Value, locale: Locale, platform: &dyn Platform) -> String {
    whole(Phrase { locale, platform, converted: false }.say(value, false, ""))
}

/// A figure in words with its unit: "ước trên 24.000 tỷ đồng/năm".
pub(crate) fn quantity(figure: &Figure, unit: &str, locale: Locale, platform: &dyn Platform) -> String {
    whole(parts(figure, unit, locale, platform))
}

/// The same in its parts, one after another with a blank between them.
pub(crate) fn parts(figure: &Figure, unit: &str, locale: Locale, platform: &dyn Platform) -> Vec<Part> {
    Phrase { locale, platform, converted: false }.say(&figure.value, figure.estimated, unit)
}

/// The same of a figure that came of a conversion; where it had to be rounded it says so:
/// "từ khoảng 4,17 triệu đồng/tháng trở lên".
pub(crate) fn converted(figure: &Figure, unit: &str, locale: Locale, platform: &dyn Platform) -> String {
    whole(Phrase { locale, platform, converted: true }.say(&figure.value, figure.estimated, unit))
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

struct Phrase<'a> {
    locale: Locale,
    platform: &'a dyn Platform,
    converted: bool,
}

impl Phrase<'_> {
    fn number(&self, x: f64) -> String {
        let decimals = if self.converted { 2 } else { 6 };
        let number = self.platform.number(x, decimals, self.locale);
        let hundredths = x * 100.0;
        if self.converted && (hundredths - hundredths.round()).abs() > 1e-6 {
            format!("{} {number}", words(self.locale).about)
        } else {
            number
        }
    }

    fn say(&self, value: &Value, estimated: bool, unit: &str) -> Vec<Part> {
        let w = words(self.locale);
        let strong = |text| Part { text, strong: true };
        let light = |text: &str| Part { text: text.to_owned(), strong: false };
        let (before, number, after) = match value {
            Value::Exact(x) => ("", self.number(*x), ""),
            Value::About(x) => (w.about, self.number(*x), ""),
            Value::Nearly(x) => (w.nearly, self.number(*x), ""),
            Value::MoreThan(x) => (w.more_than, self.number(*x), ""),
            Value::AtLeast(x) => (w.at_least.0, self.number(*x), w.at_least.1),
            Value::LessThan(x) => (w.less_than, self.number(*x), ""),
            Value::AtMost(x) => (w.at_most, self.number(*x), ""),
            Value::Range(low, high) => ("", format!("{}–{}", self.number(*low), self.number(*high)), ""),
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

/// "tỷ đồng", "million đồng".
pub(crate) fn money_unit(unit: MoneyUnit, locale: Locale) -> &'static str {
    match unit {
        MoneyUnit::Billion => words(locale).billion,
        MoneyUnit::Million => words(locale).million,
    }
}

/// "tỷ đồng/năm", "million đồng a month".
pub(crate) fn money(unit: MoneyUnit, per: Period, locale: Locale) -> String {
    let w = words(locale);
    let per = match per {
        Period::Month => w.per_month,
        Period::Year => w.per_year,
    };
    format!("{}{per}", money_unit(unit, locale))
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

/// "5/7/2024", "5 July 2024".
pub(crate) fn date(date: Date, locale: Locale) -> String {
    let Date { year, month, day } = date;
    let month_name =
        |m: u8| words(Locale::En).months.get(usize::from(m).wrapping_sub(1)).copied().unwrap_or("");
    match (locale, month, day) {
        (_, None, _) => year.to_string(),
        (Locale::Vi, Some(m), None) => format!("{m}/{year}"),
        (Locale::Vi, Some(m), Some(d)) => format!("{d}/{m}/{year}"),
        (Locale::En, Some(m), None) => format!("{} {year}", month_name(m)),
        (Locale::En, Some(m), Some(d)) => format!("{d} {} {year}", month_name(m)),
    }
}

/// A source and a date in one line: "Nguồn: UBND · Số liệu đến 5/7/2024". Either may be empty.
pub(crate) fn provenance(source: &str, as_of: &str, locale: Locale) -> String {
    let w = words(locale);
    let mut parts = Vec::new();
    if !source.is_empty() {
        parts.push(format!("{}: {source}", w.source));
    }
    if !as_of.is_empty() {
        parts.push(format!("{} {as_of}", w.as_of));
    }
    join(&parts, " · ")
}

/// "Hạng 4 trong 6", "Hạng từ 1 đến 3 trong 6 làng được nêu". Of a `selection` it says so: first among
/// the villages that were named is not first of all.
pub(crate) fn rank(
    place: &Place,
    of: usize,
    selection: bool,
    locale: Locale,
    platform: &dyn Platform,
) -> String {
    let Place { rank: Rank { best, worst }, shared } = *place;
    let (alone, open) = (best == worst, !shared && (best, worst) == (1, of));
    let [best, worst, of] = [best, worst, of].map(|n| platform.number(n as f64, 0, locale));
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
