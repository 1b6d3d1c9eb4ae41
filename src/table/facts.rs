//! What columns of their own say of a figure, and figures in words, thousands of them: each text that crosses from a
//! browser takes time.

use crate::figure::{Figure, Value};
use crate::text::{concat, digits, Message, Voice};

/// The messages that name a figure's qualifier by itself: "trên", "từ … trở lên".
const QUALIFIERS: [Message; 10] = [
    message!("qualifier-exact"),
    message!("qualifier-about"),
    message!("qualifier-nearly"),
    message!("qualifier-more-than"),
    message!("qualifier-at-least"),
    message!("qualifier-less-than"),
    message!("qualifier-at-most"),
    message!("qualifier-range"),
    message!("qualifier-estimate"),
    message!("qualifier-missing"),
];

/// The place of a value's qualifier among these.
fn qualifier(value: &Value) -> usize {
    match value {
        Value::Exact(_) => 0,
        Value::About(_) => 1,
        Value::Nearly(_) => 2,
        Value::MoreThan(_) => 3,
        Value::AtLeast(_) => 4,
        Value::LessThan(_) => 5,
        Value::AtMost(_) => 6,
        Value::Range(..) => 7,
        Value::Estimate { .. } => 8,
        Value::Missing(_) => 9,
    }
}

/// What columns of their own say of figures.
pub(crate) struct Facts<'v> {
    voice: Voice<'v>,
    qualifiers: [String; 10],
    yes: String,
}

impl<'v> Facts<'v> {
    pub fn new(voice: &Voice<'v>) -> Facts<'v> {
        let say = |message| voice.say(message, &[]);
        Facts { voice: *voice, qualifiers: QUALIFIERS.map(say), yes: say(message!("yes")) }
    }

    /// Qualifier, number, end of a range, estimated, both ends of an interval of confidence, flags. The numbers are
    /// those that are written: `factor` times those of the data.
    pub fn of(&self, figure: &Figure, factor: f64) -> [String; 7] {
        let number = |x: Option<f64>| x.map_or(String::new(), |x| plain(x * factor));
        let stated = figure.value.stated();
        let interval = match figure.value {
            Value::Estimate { low, high, .. } => [Some(low), Some(high)],
            _ => [None, None],
        };
        let [from, to] = interval.map(number);
        let is_estimated = figure.estimated && stated.is_some();
        [
            self.qualifiers.get(qualifier(&figure.value)).cloned().unwrap_or_default(),
            number(stated.map(|s| s.0)),
            number(stated.filter(|s| s.0 < s.1).map(|s| s.1)),
            if is_estimated { self.yes.clone() } else { String::new() },
            from,
            to,
            flags(figure, &self.voice),
        ]
    }
}

/// A figure's flags in words, in one cell.
pub(crate) fn flags(figure: &Figure, voice: &Voice) -> String {
    let flags: Vec<String> = figure.flags.iter().map(|flag| voice.say(flag.message(), &[])).collect();
    voice.long_list(&flags.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Writes figures of one unit as [`Voice::quantity`] does.
pub(crate) struct Writing<'v> {
    voice: Voice<'v>,
    unit: String,
    /// What stands around an exact number, where that is the same whatever the number.
    around: Option<(String, String)>,
}

impl<'v> Writing<'v> {
    pub fn new(voice: Voice<'v>, unit: String) -> Writing<'v> {
        let number = |x: f64| voice.number(x, 6);
        let whole = |x: f64| voice.quantity(&Figure::from(Value::Exact(x)), &unit, false);
        // from two on: one of something may have another word
        let (two, first) = (number(2.0), whole(2.0));
        let around = match first.split(&*two).collect::<Vec<_>>()[..] {
            [before, after] => Some((before.to_owned(), after.to_owned())),
            _ => None,
        };
        // a page may have messages of its own, which choose their words by the number
        let fits = |x: f64, before: &str, after: &str| whole(x) == concat(&[before, &number(x), after]);
        let same = |around: &(String, String)| {
            [3.0, 5.0, 11.0, 21.0, -2.5].into_iter().all(|x| fits(x, &around.0, &around.1))
        };
        let around = around.filter(same);
        Writing { voice, unit, around }
    }

    /// The figure in words.
    pub fn of(&self, figure: &Figure) -> String {
        match (&figure.value, &self.around) {
            (Value::Exact(x), Some((before, after)))
                if !figure.estimated && (x * self.voice.numbers.factor).abs() >= 2.0 =>
            {
                concat(&[before, &*self.voice.number(*x, 6), after])
            }
            _ => self.voice.quantity(figure, &self.unit, false),
        }
    }
}

/// A number as programs read it, with at most six decimals: `1300`, `4.166667`.
fn plain(x: f64) -> String {
    const MILLION: f64 = 1e6;
    let size = x.abs().min(1e18);
    let (mut whole, mut millionths) = (size.trunc(), (size.fract() * MILLION).round());
    if millionths >= MILLION {
        (whole, millionths) = (whole + 1.0, 0.0);
    }
    let mut text = String::new();
    if x < 0.0 && (whole > 0.0 || millionths > 0.0) {
        text.push('-');
    }
    // a number of 64 bits is more than the digits of a message take where addresses have 32
    let (above, below) = ((whole / 1e9).trunc(), whole % 1e9);
    let padded = |n: f64, size: usize| {
        let digits = digits(n as usize);
        concat(&[&"0".repeat(size.saturating_sub(digits.len())), &digits])
    };
    text += &match above > 0.0 {
        true => concat(&[&plain(above), &padded(below, 9)]),
        false => digits(below as usize),
    };
    if millionths > 0.0 {
        text.push('.');
        text += padded(millionths, 6).trim_end_matches('0');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::plain;
    use proptest::prelude::*;

    proptest! {
        /// As the standard library writes it, of numbers that a file can have and a language's scale can make of them.
        #[test]
        fn a_number_is_written_as_programs_read_it(
            millionths in -1_000_000_000_000_000_i64..1_000_000_000_000_000,
            whole in -1_000_000_000_000_000_i64..1_000_000_000_000_000,
        ) {
            for x in [millionths as f64 / 1e6, whole as f64, whole as f64 * 1e3] {
                let long = format!("{x:.6}");
                let long = long.trim_end_matches('0').trim_end_matches('.');
                prop_assert_eq!(plain(x), if long == "-0" { "0" } else { long });
            }
        }
    }

    #[test]
    fn nothing_is_left_of_what_is_below_a_millionth() {
        let all = [0.0, -0.0, 1e-7, -1e-7, 0.9999999, 1e15].map(plain);
        assert_eq!(all, ["0", "0", "0", "0", "1", "1000000000000000"]);
    }
}
