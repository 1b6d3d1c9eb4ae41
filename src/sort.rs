//! One compiled sort for all orders, by merging runs: the standard library's `sort` is 4 KB of WebAssembly for each
//! type that is sorted, and its heap compares twice as often. And one for numbers, which compares nothing: of 100,000
//! figures it is 20 times as fast.

use std::cmp::Ordering;

/// The indices of `items`, in the order that `compare` gives these; equal ones stay in theirs.
pub(crate) fn order<T>(items: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<usize> {
    numbers(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    })
}

/// The indices of numbers, from the least to the greatest.
#[cfg(feature = "indicators")]
pub(crate) fn ascending(all: &[f64]) -> Vec<usize> {
    let mut keys = Vec::with_capacity(all.len());
    for x in all {
        keys.push((*x, 0));
    }
    by_keys(all_of(all.len()), &keys, false)
}

/// The numbers from 0 to `count`: what an order begins with.
pub(crate) fn all_of(count: usize) -> Vec<usize> {
    let mut all = Vec::with_capacity(count);
    for i in 0..count {
        all.push(i);
    }
    all
}

/// An order by keys as [`Value::sort_key`](crate::figure::Value::sort_key) gives them, from the least to the greatest,
/// or where it `falls` the other way round; of equal keys as it was.
pub(crate) fn by_keys(order: Vec<usize>, keys: &[(f64, i8)], falls: bool) -> Vec<usize> {
    let turn = if falls { u64::MAX } else { 0 };
    let (mut numbers, mut ties) = (Vec::with_capacity(keys.len()), Vec::with_capacity(keys.len()));
    for (x, tie) in keys {
        let bits = x.to_bits();
        // as `total_cmp` has them: below zero the bits are the other way round
        numbers.push(turn ^ if bits >> 63 == 0 { bits | 1 << 63 } else { !bits });
        ties.push(turn ^ u64::from(tie.to_le_bytes()[0] ^ 0x80));
    }
    digit_by_digit(digit_by_digit(order, &ties), &numbers)
}

/// By the last byte of each key, then by the one before it, and so on; each time equal ones stay as they are.
fn digit_by_digit(mut order: Vec<usize>, keys: &[u64]) -> Vec<usize> {
    for shift in [0, 8, 16, 24, 32, 40, 48, 56] {
        let digit = |i: usize| keys.get(i).map_or(0, |key| (key >> shift) as u8);
        let mut from = [0; 256];
        for i in &order {
            if let Some(count) = from.get_mut(usize::from(digit(*i))) {
                *count += 1;
            }
        }
        if from.contains(&order.len()) {
            continue; // all alike
        }
        let mut before = 0;
        for from in &mut from {
            let count = *from;
            *from = before;
            before += count;
        }
        let mut sorted = vec![0; order.len()];
        for i in order {
            if let Some(from) = from.get_mut(usize::from(digit(i))) {
                if let Some(slot) = sorted.get_mut(*from) {
                    *slot = i;
                }
                *from += 1;
            }
        }
        order = sorted;
    }
    order
}

/// The indices of texts, by their letters: equal ones come together.
pub(crate) fn texts(all: &[&str]) -> Vec<usize> {
    order(all, &|a, b| a.cmp(b))
}

// once in the module, not once for each type of item
fn numbers(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted = all_of(count);
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in sorted.chunks(run.saturating_mul(2)) {
            let (mut left, mut right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            // much comes in order: dates and ids that are alike, files that list the greatest first
            if let (Some(last), Some(first)) = (left.last(), right.first()) {
                if compare(*last, *first).is_le() {
                    merged.extend(pair);
                    continue;
                }
            }
            while let ([first, others @ ..], [second, rest @ ..]) = (left, right) {
                if compare(*first, *second).is_le() {
                    merged.push(*first);
                    left = others;
                } else {
                    merged.push(*second);
                    right = rest;
                }
            }
            merged.extend(left);
            merged.extend(right);
        }
        sorted = merged;
        run = run.saturating_mul(2);
    }
    sorted
}

/// For each text the last one before it that it equals; empty texts are not compared.
///
/// By a table of what their letters come to, twice as long as the list: of thousands of texts quicker than an order,
/// which is taken where many come to the same, as texts may that were made to.
pub(crate) fn repeated(texts: &[&str]) -> Vec<Option<usize>> {
    let mut steps = texts.len().saturating_mul(16);
    let length = texts.len().saturating_mul(2).next_power_of_two();
    let mut table: Vec<Option<usize>> = vec![None; length];
    let mut before = vec![None; texts.len()];
    for (i, text) in texts.iter().enumerate() {
        if text.is_empty() {
            continue;
        }
        // FNV-1a
        let mut at = 0x811c_9dc5_u32;
        for byte in text.bytes() {
            at = (at ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
        let mut at = at as usize;
        // half of the table is free
        while let Some(slot) = table.get_mut(at & (length - 1)) {
            let equal = slot.is_some_and(|other| texts.get(other) == Some(text));
            if equal || slot.is_none() {
                if let Some(before) = before.get_mut(i) {
                    *before = *slot;
                }
                *slot = Some(i);
                break;
            }
            at += 1;
            steps = steps.saturating_sub(1);
            if steps == 0 {
                return repeated_in_order(texts);
            }
        }
    }
    before
}

fn repeated_in_order(all: &[&str]) -> Vec<Option<usize>> {
    let mut before = vec![None; all.len()];
    for pair in texts(all).windows(2) {
        if let [first, second] = *pair {
            let same = all.get(first) == all.get(second) && all.get(first).is_some_and(|t| !t.is_empty());
            if let (true, Some(before)) = (same, before.get_mut(second)) {
                *before = Some(first);
            }
        }
    }
    before
}

/// The numbers from 0 to `count`, each once: those of `answer` first, in its order, then what it left out. An answer of
/// the surroundings may be too long or too short.
pub(crate) fn complete(answer: Vec<usize>, count: usize) -> Vec<usize> {
    let mut open = vec![true; count];
    let mut order = answer;
    order.retain(|i| open.get_mut(*i).is_some_and(std::mem::take));
    for (i, open) in open.into_iter().enumerate() {
        if open {
            order.push(i);
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::{all_of, by_keys, order, repeated, repeated_in_order};
    use proptest::prelude::*;

    proptest! {
        /// Equal ones stay in their order: figures that read alike are listed as the file has them.
        #[test]
        fn is_the_standard_librarys_stable_order(items in prop::collection::vec(0_u8..20, 0..200)) {
            let mut expected: Vec<usize> = (0..items.len()).collect();
            expected.sort_by_key(|i| items.get(*i));
            prop_assert_eq!(order(&items, &|a, b| a.cmp(b)), expected);
        }

        #[test]
        fn repeated_texts_are_those_that_stood_before(
            texts in prop::collection::vec(prop_oneof!["[ab]{0,3}", ".{0,8}"], 0..60),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let last = |(i, text): (usize, &&str)| {
                texts.iter().take(i).rposition(|other| other == text && !text.is_empty())
            };
            let expected: Vec<_> = texts.iter().enumerate().map(last).collect();
            prop_assert_eq!(&repeated(&texts), &expected);
            prop_assert_eq!(repeated_in_order(&texts), expected);
        }

        /// Keys give the order that comparing them gives, either way round; of equal ones an order before stays.
        #[test]
        fn keys_are_compared_as_total_cmp_does(
            keys in prop::collection::vec((prop_oneof![any::<f64>(), (-3..3).prop_map(f64::from)], -3..4_i8), 0..200),
            reversed in any::<bool>(),
            falls in any::<bool>(),
        ) {
            let mut before = all_of(keys.len());
            if reversed {
                before.reverse();
            }
            let mut expected = before.clone();
            let key = |i: &usize| keys.get(*i).copied().unwrap_or_default();
            expected.sort_by(|a, b| {
                let (a, b) = if falls { (key(b), key(a)) } else { (key(a), key(b)) };
                a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
            });
            prop_assert_eq!(by_keys(before, &keys, falls), expected);
        }
    }
}
