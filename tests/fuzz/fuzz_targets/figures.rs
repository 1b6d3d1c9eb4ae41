//! Order, ranks and sums of figures: what they say must hold for any numbers that the figures leave possible.
#![no_main]

use arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use village_charts::figure::{ranks, Domain, Order, Value};
use village_charts::text::Label;

fn number(u: &mut Unstructured) -> Result<f64> {
    // few numbers, so that ends meet; as many thousandths, so that decimals do
    Ok(match u.arbitrary::<u8>()? {
        n @ 0..=99 => f64::from(n),
        n @ 100..=199 => f64::from(n) / 10.0,
        n => f64::from(n) * 1e12,
    })
}

fn value(u: &mut Unstructured) -> Result<Value> {
    let x = number(u)?;
    Ok(match u.int_in_range(0..=8)? {
        0 => Value::Exact(x),
        1 => Value::About(x),
        2 => Value::Nearly(x.max(0.1)),
        3 => Value::MoreThan(x),
        4 => Value::AtLeast(x),
        5 => Value::LessThan(x.max(0.1)),
        6 => Value::AtMost(x),
        7 => Value::Range(x, x + number(u)? + 0.1),
        _ => Value::Missing(Label::default()),
    })
}

/// A number that the value leaves possible.
fn possible(value: &Value, u: &mut Unstructured) -> Result<f64> {
    let interval = value.interval().within(Domain::FromZero);
    let high = interval.high.min(interval.low + 1e13);
    let t = f64::from(u.int_in_range(0..=8u8)?) / 8.0;
    let x = interval.low + (high - interval.low) * t;
    Ok(if interval.contains(x) { x } else { interval.low + (high - interval.low) * 0.5 })
}

fn check(u: &mut Unstructured) -> Result<()> {
    let length = u.int_in_range(0..=12)?;
    let values = (0..length).map(|_| value(u)).collect::<Result<Vec<_>>>()?;
    let numbers = values.iter().map(|v| possible(v, u)).collect::<Result<Vec<_>>>()?;
    let all: Vec<&Value> = values.iter().collect();
    let ranks = ranks(&all);
    for (i, (a, x)) in values.iter().zip(&numbers).enumerate() {
        for (b, y) in values.iter().zip(&numbers) {
            match a.order(b) {
                Order::Below => assert!(x < y, "{a:?} is not below {b:?}: {x}, {y}"),
                Order::Above => assert!(x > y, "{a:?} is not above {b:?}: {x}, {y}"),
                Order::Same => assert_eq!(x, y),
                Order::Open => {}
            }
        }
        // whatever the numbers are: as many are above as the best place allows, and no more than the worst
        let known = |j: usize| values.get(j).is_some_and(|v| v.stated().is_some());
        if let Some(rank) = ranks.get(i).copied().flatten() {
            let above = numbers.iter().enumerate().filter(|(j, y)| known(*j) && *y > x).count();
            let below = numbers.iter().enumerate().filter(|(j, y)| known(*j) && *y < x).count();
            let count = (0..values.len()).filter(|j| known(*j)).count();
            assert!(
                rank.best <= above + 1 && count - below <= rank.worst,
                "{rank:?} of {a:?} in {values:?}: {numbers:?}"
            );
        }
    }
    if let Some(sum) = Value::sum(values.iter()) {
        let total: f64 = numbers.iter().sum();
        let interval = sum.interval().within(Domain::FromZero);
        let hair = total.abs() * 1e-12;
        assert!(
            interval.contains(total) || interval.contains(total + hair) || interval.contains(total - hair),
            "{sum:?} of {values:?} has no {total}"
        );
    }
    Ok(())
}

fuzz_target!(|bytes: &[u8]| {
    let _ = check(&mut Unstructured::new(bytes));
});
