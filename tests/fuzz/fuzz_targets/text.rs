//! Any bytes as a file.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = village_charts_fuzz::explore(bytes, &mut Unstructured::new(bytes));
});
