//! One compiled sort for all orders. The standard library's heap sorts in a tenth of the WebAssembly
//! (4 KB) of its `sort`.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The numbers from 0 to `count`, in the order that `compare` gives them; equal ones stay in theirs.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let heap: BinaryHeap<Entry> = (0..count).map(|index| Entry { index, compare }).collect();
    heap.into_sorted_vec().into_iter().map(|e| e.index).collect()
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
