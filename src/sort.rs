//! One compiled sort for all orders, by merging runs: the standard library's `sort` is 4 KB of WebAssembly for each
//! type that is sorted, and its heap compares twice as often.

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
    order(all, &|a, b| a.total_cmp(b))
}

/// The indices of texts, by their letters: equal ones come together.
pub(crate) fn texts(all: &[&str]) -> Vec<usize> {
    order(all, &|a, b| a.cmp(b))
}

// once in the module, not once for each type of item
fn numbers(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted = Vec::with_capacity(count);
    for i in 0..count {
        sorted.push(i);
    }
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
    use super::order;
    use proptest::prelude::*;

    proptest! {
        /// Equal ones stay in their order: figures that read alike are listed as the file has them.
        #[test]
        fn is_the_standard_librarys_stable_order(items in prop::collection::vec(0_u8..20, 0..200)) {
            let mut expected: Vec<usize> = (0..items.len()).collect();
            expected.sort_by_key(|i| items.get(*i));
            prop_assert_eq!(order(&items, &|a, b| a.cmp(b)), expected);
        }
    }
}
