//! Files of the format, most of them right: charts, tables, cards and fragments of them.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut u = Unstructured::new(bytes);
    if let Ok(file) = village_charts_fuzz::file(&mut u) {
        let _ = village_charts_fuzz::explore(file.to_string().as_bytes(), &mut u);
    }
});
