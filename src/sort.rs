//! One compiled sort for all orders. The standard library's heap sorts in a tenth of the WebAssembly
//! (4 KB) of its `sort`.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The indices of `items`, in the order that `compare` gives these; equal ones stay in theirs.
pub(crate) fn order<T>(items: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<usize> {
    numbers(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    })
}

// once in the module, not once for each type of item
fn numbers(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let heap: BinaryHeap<Entry> = (0..count).map(|index| Entry { index, compare }).collect();
    heap.into_sorted_vec().into_iter().map(|e| e.index).collect()
}

/// The numbers from 0 to `count`, each once: those of `answer` first, in its order, then what it left out. An answer of
/// the surroundings may be too long or too short.
pub(crate) fn complete(answer: Vec<usize>, count: usize) -> Vec<usize> {
    let mut open = vec![true; count];
    let mut order = answer;
    order.retain(|i| open.get_mut(*i).is_some_and(std::mem::take));
    order.extend((0..count).filter(|i| open.get(*i) == Some(&true)));
    order
}

struct Entry<'a> {
    index: usize,
    compare: &'a dyn Fn(usize, usize) -> Ordering,
}

impl Ord for Entry<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.compare)(self.index, other.index).then(self.index.cmp(&other.index))
    }
}

impl PartialOrd for Entry<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry<'_> {}
