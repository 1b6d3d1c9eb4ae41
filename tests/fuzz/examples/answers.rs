//! No fuzzer: makes files, and what the native code makes of each, for the module to be compared with.
//! `answers SEED FILE...` prints, first of these files, then of others without end, a JSON text on each line:
//! `{ "seed", "json", "findings", "fragments": { "revenue en": html or finding } }`.

use arbitrary::Unstructured;
use serde_json::{json, Map, Value as Json};
use std::fs;
use std::io::{self, BufWriter, Write};
use village_charts::data;
use village_charts::embed::{fragment, Options};
use village_charts::platform::languages;
use village_charts::text::Locale;
use village_charts::view::{Kind, View};
use village_charts_fuzz::{file, platform};

/// Bytes that depend on the seed alone: xorshift64*.
fn bytes(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        state.wrapping_mul(0x2545_F491_4F6C_DD1D).to_le_bytes()
    };
    (0..512).flat_map(|_| next()).collect()
}

/// Written without blanks: where a line ends is ICU's word here and the browser's there, and they have other
/// dictionaries.
const UNSPACED: [&str; 2] = ["th", "zh-Hans"];

/// A file that depends on the seed alone.
fn made(seed: u64) -> String {
    file(&mut Unstructured::new(&bytes(seed))).map_or_else(|_| "{}".to_owned(), |file| file.to_string())
}

fn answer(seed: u64, json: &str) -> Json {
    let reading = data::read(json.as_bytes(), platform());
    let mut fragments = Map::new();
    if let Some(dataset) = &reading.dataset {
        for (name, kind) in Kind::ALL {
            for locale in languages().filter(|tag| !UNSPACED.contains(tag)).filter_map(Locale::new) {
                let view = View::new(kind, locale, 0.0);
                let options = Options { src: "data.json".to_owned(), unstyled: true, ..Options::default() };
                let made = fragment(dataset, json, &view, &options, platform());
                let made = made.map_or_else(|finding| json!([finding]), Json::from);
                fragments.insert(format!("{name} {}", locale.tag()), made);
            }
        }
    }
    json!({ "seed": seed, "json": json, "findings": reading.findings, "fragments": fragments })
}

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let seed = arguments.next().and_then(|seed| seed.parse::<u64>().ok()).unwrap_or(1);
    let given = arguments.map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?;
    let mut out = BufWriter::new(io::stdout());
    for json in given {
        writeln!(out, "{}", answer(seed, &json))?;
    }
    for seed in seed.. {
        // the reader has enough
        if writeln!(out, "{}", answer(seed, &made(seed))).is_err() {
            break;
        }
    }
    Ok(())
}
