//! How much room labels need. Their words are asked of the browser, which takes a hundredth of a millisecond a label.
//! Labels that say the same with as many digits are as wide: one of them is asked for.

use super::rows::with_label;
use super::*;
use crate::scale::Reach;

/// Adds how far each bar and its label go.
pub(super) fn ends(
    desk: &Desk,
    b: &Builder,
    ranked: &Ranked,
    all: &[Listed],
    bar: f64,
    ends: &mut Vec<(Reach, Reach)>,
) {
    let unit = ranked.unit(&desk.voice());
    let mut widths = Widths::default();
    for of in all {
        if of.is_measured() {
            let width = widths.of(desk, b, of.figure, &unit);
            ends.push(with_label(of.figure, ranked.domain, bar, width));
        }
    }
}

/// The widths of labels by what they say.
#[derive(Default)]
pub(in crate::chart) struct Widths<'a>(Vec<(&'a Figure, Value, f64)>);

/// So many ways to say a number are told apart; the labels of others are measured each.
const WAYS: usize = 64;

impl<'a> Widths<'a> {
    /// How wide the label of a figure is.
    pub fn of(&mut self, desk: &Desk, b: &Builder, figure: &'a Figure, unit: &str) -> f64 {
        let factor = desk.numbers.factor;
        let digits = figure.value.map(&|x| digits(x * factor));
        for (known, same, width) in &self.0 {
            let told = |f: &Figure| (f.estimated, f.flags, f.as_of);
            if *same == digits && told(known) == told(figure) && known.source == figure.source {
                return *width;
            }
        }
        let width = ValueLabel::new(desk, figure, unit).width(b);
        if self.0.len() < WAYS {
            self.0.push((figure, digits, width));
        }
        width
    }
}

/// The same of numbers that are written with as many digits before their sign of decimals and after it. Beside numbers
/// below 2 a unit may be another one, so these are told apart by themselves.
fn digits(x: f64) -> f64 {
    let mut size = x.abs();
    if size < 2.0 {
        return x;
    }
    let (mut digits, mut decimals): (f64, f64) = (10.0, 6.0);
    // of large ones only so much is known: whether there are any decimals
    let mut millionths = u64::from(size != size.trunc());
    if size < 1e9 {
        millionths = (size * 1e6 + 0.5) as u64;
        size = millionths as f64 / 1e6;
    }
    while size >= 10.0 {
        size /= 10.0;
        digits += 10.0;
    }
    while decimals > 0.0 && millionths % 10 == 0 {
        millionths /= 10;
        decimals -= 1.0;
    }
    (digits + decimals).copysign(x)
}

#[cfg(all(test, feature = "native", feature = "indicators"))]
mod tests {
    use super::*;
    use crate::platform::Native;
    use proptest::prelude::*;

    #[test]
    fn digits_are_those_that_are_written() {
        assert_eq!([0.0, 1.5, 9.0, 10.0, 1300.0].map(digits), [0.0, 1.5, 10.0, 20.0, 40.0]);
        assert_eq!([2.1 + 0.2, 47.6, -2.000001, 999.999].map(digits), [11.0, 21.0, -16.0, 33.0]);
        assert_eq!([1e15, 999_999_999.5, 1_000_000_000.5].map(digits), [160.0, 91.0, 106.0]);
    }

    fn value() -> impl Strategy<Value = Value> {
        let number = prop_oneof![
            (0_u32..2_000_000_000).prop_map(f64::from),
            (0_u32..99_999_999).prop_map(|n| f64::from(n) / 1e4),
            Just(1e15),
        ];
        (number, 0..9, 0.0..9.0).prop_map(|(x, kind, more)| match kind {
            0 => Value::About(x),
            1 => Value::Nearly(x),
            2 => Value::MoreThan(x),
            3 => Value::AtLeast(x),
            4 => Value::LessThan(x),
            5 => Value::Range(x, x + f64::from(more as u32)),
            6 => Value::Estimate { at: x, low: 0.0, high: x },
            7 => Value::Missing("no survey".into()),
            _ => Value::Exact(x),
        })
    }

    proptest! {
        /// A label that is not measured would be cut off where it is wider than one like it.
        #[test]
        fn labels_that_say_the_same_with_as_many_digits_are_as_wide(
            figures in prop::collection::vec((value(), any::<bool>(), any::<bool>()), 1..30),
            tag in prop::sample::select(vec!["vi", "en", "fr", "th", "en-IN"]),
        ) {
            let platform = Native::default();
            let data = Dataset::default();
            let view = View::new(Kind::Revenue, Locale::new(tag).unwrap_or_default(), 640.0);
            let desk = Desk::new(&data, &view, &platform, false);
            let flags = |revised: bool| {
                let mut flags = figure::Flags::default();
                if revised { flags.insert(figure::Flag::Revised); }
                flags
            };
            let figures: Vec<Figure> = figures
                .into_iter()
                .map(|(value, estimated, revised)| {
                    Figure { value, estimated, flags: flags(revised), ..Figure::default() }
                })
                .collect();
            let b = desk.builder();
            let mut widths = Widths::default();
            for figure in &figures {
                let width = ValueLabel::new(&desk, figure, "%").width(&b);
                prop_assert!((widths.of(&desk, &b, figure, "%") - width).abs() < 1e-9);
            }
        }
    }
}
