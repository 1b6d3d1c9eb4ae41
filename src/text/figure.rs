//! A figure in words: its number and what qualifies it, which are in bold, and its unit.

use super::{digits, Voice};
use crate::data::{Currency, MoneyUnit, Period, Unit};
use crate::figure::{is_below_zero, Figure, Value};
use crate::platform::Digits;

/// How the numbers of figures are written, where a chart has a way of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Numbers {
    /// So many decimals at least.
    pub least: u8,
    /// A language that has no word for a unit writes another one, which is so many times smaller.
    pub factor: f64,
    /// What they count, where that is money, and the power of ten that the language writes it in.
    pub money: Option<(u8, Currency)>,
}

impl Default for Numbers {
    fn default() -> Numbers {
        Numbers { least: 0, factor: 1.0, money: None }
    }
}

impl Voice<'_> {
    /// The number of a figure with at most so many decimals: "1.300", aloud "1300".
    pub fn number(&self, x: f64, most: u8) -> String {
        let Numbers { least, factor, .. } = self.numbers;
        let digits = Digits { least, most: most.max(least), grouped: !self.aloud };
        // voices take a minus for a dash, and pass over it: a loss would be heard as a gain
        if self.aloud && is_below_zero(x) {
            let number = self.platform.number(0.0 - x * factor, digits, self.locale);
            return self.say(message!("below-zero-spoken"), &[(arg!("number"), &number)]);
        }
        self.platform.number(x * factor, digits, self.locale)
    }

    /// A figure in words with its unit: "ước trên 24.000 tỷ đồng/năm". Of one that is `converted` it says where it had
    /// to be rounded: "từ khoảng 4,17 triệu đồng/tháng trở lên".
    pub fn quantity(&self, figure: &Figure, unit: &str, converted: bool) -> String {
        whole(&self.parts(figure, unit, converted))
    }

    /// The same in its parts: the number and what qualifies it are strong; a unit, and why there is no number, are not.
    pub fn parts(&self, figure: &Figure, unit: &str, converted: bool) -> Vec<Part> {
        let number = |x: &f64| self.rounded(*x, converted);
        let (id, number) = match &figure.value {
            Value::Exact(x) => (message!("figure-exact"), number(x)),
            // that a conversion had to be rounded is no second "about"
            Value::About(x) => (message!("figure-about"), self.number(*x, if converted { 2 } else { 6 })),
            Value::Nearly(x) => (message!("figure-nearly"), number(x)),
            Value::MoreThan(x) => (message!("figure-more-than"), number(x)),
            Value::AtLeast(x) => (message!("figure-at-least"), number(x)),
            Value::LessThan(x) => (message!("figure-less-than"), number(x)),
            Value::AtMost(x) => (message!("figure-at-most"), number(x)),
            Value::Range(low, high) => {
                let range = [(arg!("low"), &*number(low)), (arg!("high"), &*number(high))];
                // a dash before a minus is one sign too many
                let range = if is_below_zero(*low) {
                    self.say(message!("range-spoken"), &range)
                } else {
                    self.speak(spoken!("range"), &range)
                };
                (message!("figure-exact"), range)
            }
            Value::Estimate { at, low, high, .. } => {
                let aloud_low = self.aloud || is_below_zero(*low);
                let [at, low, high] = [at, low, high].map(number);
                let estimate = [(arg!("number"), &*at), (arg!("low"), &*low), (arg!("high"), &*high)];
                let id =
                    if aloud_low { message!("number-interval-spoken") } else { message!("number-interval") };
                (message!("figure-exact"), self.say(id, &estimate))
            }
            Value::Missing(why) => return Part::all(why.get(self.locale)),
        };
        let unit = &*self.counted(unit, &figure.value, converted);
        // "56%" is one word
        let (number, unit) = match matches!(unit.chars().next(), Some('%' | '‰')) {
            true => {
                (self.say(message!("number-percent"), &[(arg!("number"), &number), (arg!("unit"), unit)]), "")
            }
            false => (number, unit),
        };
        let mut said = self.say(id, &[(arg!("number"), &number), (arg!("unit"), unit)]);
        if figure.estimated {
            said = self.say(message!("figure-estimated"), &[(arg!("figure"), &said)]);
        }
        Part::all(&said)
    }

    /// A value's number as it is written beside its unit, without a sign.
    fn beside_unit(&self, value: &Value, converted: bool) -> f64 {
        let (_, stated) = value.stated().unwrap_or_default();
        let decimals = if converted { 100.0 } else { 1e6 };
        (stated * self.numbers.factor * decimals).abs().round() / decimals
    }

    /// The same as messages select by it: whole ones in digits, others end with ".5".
    pub fn count_of(&self, value: &Value, converted: bool) -> String {
        let x = self.beside_unit(value, converted);
        let count = digits(x.min(1e9) as usize);
        if x == x.trunc() {
            count
        } else {
            count + ".5"
        }
    }

    /// A unit beside its number: "0 milliard", "1,5 milliard", "2 milliards". From 2 on it is as it stands alone.
    fn counted(&self, unit: &str, value: &Value, converted: bool) -> String {
        if let Some((power, money)) = self.numbers.money.filter(|_| self.beside_unit(value, converted) < 2.0)
        {
            // what the time is that it is for stands after it
            if let Some(after) = unit.strip_prefix(&*self.money_of(power, money, "")) {
                return self.money_of(power, money, &self.count_of(value, converted)) + after;
            }
        }
        unit.to_owned()
    }

    fn rounded(&self, x: f64, converted: bool) -> String {
        let number = self.number(x, if converted { 2 } else { 6 });
        let hundredths = x * self.numbers.factor * 100.0;
        if converted && (hundredths - hundredths.round()).abs() > 1e-6 {
            self.say(message!("number-rounded"), &[(arg!("number"), &number)])
        } else {
            number
        }
    }

    /// What a number counts: "tỷ đồng", "%", "people"; nothing of an index.
    pub fn unit(&self, unit: &Unit) -> String {
        match unit {
            Unit::Money(money) => self.money(money),
            #[cfg(feature = "indicators")]
            Unit::Percent => self.speak(spoken!("unit-percent"), &[]),
            #[cfg(feature = "indicators")]
            Unit::Permille => self.speak(spoken!("unit-permille"), &[]),
            Unit::Index => String::new(),
            Unit::Named(name) => name.get(self.locale).to_owned(),
        }
    }

    /// "tỷ đồng", "million đồng".
    fn money(&self, money: &MoneyUnit) -> String {
        self.money_of(self.power(money), money.currency, "")
    }

    /// The same beside a number to select by; alone where there is none. What follows thousands and millions is many.
    fn money_of(&self, power: u8, currency: Currency, count: &str) -> String {
        let code = &*currency.code();
        let alone = if power == 0 { count } else { "" };
        let currency = self.speak(spoken!("currency"), &[(arg!("code"), code), (arg!("count"), alone)]);
        match power {
            0 => currency,
            power => {
                let power = digits(usize::from(power));
                let parts = [
                    (arg!("power"), &*power),
                    (arg!("code"), code),
                    (arg!("currency"), &*currency),
                    (arg!("count"), count),
                ];
                self.say(message!("money"), &parts)
            }
        }
    }

    /// The power of ten that the language has a word for, at most that of the unit.
    fn power(&self, money: &MoneyUnit) -> u8 {
        let power = money.scale.power();
        let own = self.say(message!("scale-power"), &[(arg!("power"), &digits(usize::from(power)))]);
        let own = own.bytes().filter(u8::is_ascii_digit).fold(0u8, |n, b| n.saturating_mul(10) + (b - b'0'));
        own.min(power)
    }

    /// How the numbers of a unit are written in the language.
    pub fn numbers_of(&self, unit: &Unit) -> Numbers {
        let mut numbers = Numbers::default();
        if let Unit::Money(money) = unit {
            let power = self.power(money);
            for _ in power..money.scale.power() {
                numbers.factor *= 10.0;
            }
            numbers.money = Some((power, money.currency));
        }
        numbers
    }

    /// A unit with the time that its number is for: "tỷ đồng/năm", "million đồng a month"; aloud "tỷ đồng một năm".
    pub fn amount(&self, unit: &Unit, per: Option<Period>) -> String {
        let unit = self.unit(unit);
        match per {
            Some(per) => self.speak(per.message(), &[(arg!("unit"), &unit)]),
            None => unit,
        }
    }
}

/// Before and after what a message sets in bold, as [`Platform::message`](crate::platform::Platform::message) gives it:
/// `<b>` and `</b>` of a language's file, as characters that no text of a data file holds.
pub const OPEN: char = '\u{2}';
/// See [`OPEN`].
pub const CLOSE: char = '\u{3}';

/// A part of what is said of a figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    pub text: String,
    /// In bold: the number and what qualifies it.
    pub strong: bool,
    /// A blank stands before it.
    pub spaced: bool,
}

impl Part {
    /// The parts of a message: of a text without emphasis one, of an empty one none. Neighbours of one kind are one
    /// part.
    pub fn all(message: &str) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let (mut strong, mut spaced) = (false, false);
        for c in message.chars() {
            match (c, parts.last_mut()) {
                (OPEN | CLOSE, _) => strong = c == OPEN,
                // other blanks are the message's own: a no-break one stays
                (' ', _) => spaced = true,
                (_, Some(last)) if last.strong == strong => {
                    last.text += if spaced { " " } else { "" };
                    last.text.push(c);
                    spaced = false;
                }
                (_, last) => {
                    // also where the language has no blanks, an author's unit in another one does not touch the number
                    let latin = c.is_ascii_alphabetic() || ('\u{C0}'..'\u{2000}').contains(&c);
                    let touching = |last: &Part| last.text.as_bytes().last().is_some_and(u8::is_ascii_digit);
                    let spaced_before = last.is_some_and(|last| spaced || (latin && touching(last)));
                    parts.push(Part { text: c.into(), strong, spaced: spaced_before });
                    spaced = false;
                }
            }
        }
        parts
    }
}

/// The parts as one text.
fn whole(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        text += if part.spaced { " " } else { "" };
        text += &part.text;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each part in brackets where it is strong, with its blank.
    fn shown(message: &str) -> String {
        let message = message.replace('[', "\u{2}").replace(']', "\u{3}");
        let mut text = String::new();
        for Part { text: part, strong, spaced } in Part::all(&message) {
            text += if spaced { " " } else { "" };
            text += &if strong { format!("[{part}]") } else { part };
        }
        text
    }

    #[test]
    fn emphasis_stands_where_the_message_has_it() {
        assert_eq!(shown("[over 50] million"), "[over 50] million");
        assert_eq!(shown("[50] million [or more]"), "[50] million [or more]");
        assert_eq!(shown("[超过50]个"), "[超过50]个");
        assert_eq!(shown("[超过50]clusters"), "[超过50] clusters");
    }

    #[test]
    fn an_empty_unit_leaves_no_gap_and_no_part() {
        assert_eq!(shown("[50]  [or more]"), "[50 or more]");
        assert_eq!(shown("[50] "), "[50]");
        assert_eq!(shown(""), "");
    }

    #[test]
    fn a_figure_within_a_message_goes_on_in_bold() {
        assert_eq!(shown("[estimated] [over 50] million"), "[estimated over 50] million");
        assert_eq!(shown("[估计][超过50]个"), "[估计超过50]个");
    }
}
