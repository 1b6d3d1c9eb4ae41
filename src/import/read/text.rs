//! Bytes → text: which encoding a file has.

use crate::import::told::{quote, told, Told};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, UTF_8, WINDOWS_1252, WINDOWS_1258};
use unicode_normalization::{is_nfc_quick, IsNormalized, UnicodeNormalization};

/// A text, and the encoding that it was in.
pub struct Text {
    /// All of it, composed.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
}

/// Reads a text. `set` is the name of its encoding where it is known.
pub fn decode(bytes: Vec<u8>, set: Option<&str>) -> Result<Text, Told> {
    let encoding = match set {
        Some(name) => Encoding::for_label(name.trim().to_ascii_lowercase().as_bytes())
            .ok_or_else(|| told!("fault-encoding", name = quote(name)))?,
        None => guess(&bytes)?,
    };
    let text = if encoding == UTF_8 {
        String::from_utf8(bytes)
            .map_err(|error| not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()))?
    } else {
        let (text, _, bad) = encoding.decode(&bytes);
        if bad {
            return Err(told!("fault-bytes", encoding = encoding.name()));
        }
        text.into_owned()
    };
    let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
    if let Some(at) = text.bytes().position(|b| b == 0) {
        let line = text.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
        return Err(told!("fault-zero", line = line));
    }
    let text = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    };
    Ok(Text { text, encoding: encoding.name() })
}

fn guess(bytes: &[u8]) -> Result<&'static Encoding, Told> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    let start = bytes.get(..bytes.len().min(4000)).unwrap_or(bytes);
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let half = start.len() / 4;
    if half > 0 && zeros(1) > half && zeros(0) == 0 {
        return Ok(UTF_16LE);
    }
    if half > 0 && zeros(0) > half && zeros(1) == 0 {
        return Ok(UTF_16BE);
    }
    let Err(error) = std::str::from_utf8(bytes) else { return Ok(UTF_8) };
    // a text of which most letters beyond ASCII are UTF-8 is one of two encodings
    let (good, bad) = letters(bytes);
    if good > bad {
        return Err(not_utf8(bytes, error.valid_up_to()));
    }
    let is_vietnamese = is_vietnamese(bytes);
    let mixed = || not_utf8(bytes, error.valid_up_to());
    if is_vietnamese {
        return if good > 0 && has_other_line(bytes) { Err(mixed()) } else { Ok(WINDOWS_1258) };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // footnotes and signs alone tell no language: ¹ and ² are letters in other encodings
    let is_sign =
        |b: &u8| matches!(b, 0xA0 | 0xA7 | 0xA9..=0xAB | 0xB0..=0xB3 | 0xB5 | 0xB7 | 0xB9..=0xBE | 0xD7);
    let are_signs = bytes.iter().filter(|b| **b > 0x7F).all(is_sign);
    let guess = if guess == UTF_8 || (are_signs && guess.is_single_byte()) { WINDOWS_1252 } else { guess };
    // with a byte for each letter any text can be read, some of it with wrong letters
    match guess.is_single_byte() && good > 0 && has_other_line(bytes) {
        true => Err(mixed()),
        false => Ok(guess),
    }
}

/// Has a text that is no UTF-8 a line that is, with letters beyond ASCII?
fn has_other_line(bytes: &[u8]) -> bool {
    let is_other = |line: &[u8]| {
        let text = std::str::from_utf8(line).unwrap_or("");
        text.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
    };
    bytes.split(|b| *b == b'\n').any(is_other)
}

fn not_utf8(bytes: &[u8], at: usize) -> Told {
    let line = bytes.iter().take(at).filter(|b| **b == b'\n').count() + 1;
    let byte = bytes.get(at).copied().unwrap_or(0);
    told!("fault-mixed", byte = format!("{byte:02X}"), line = line)
}

/// How many letters of several bytes of UTF-8 there are, and how many bytes beyond ASCII that are none.
fn letters(bytes: &[u8]) -> (usize, usize) {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    (good, bad)
}

/// Windows-1258 has marks of tones as letters of their own, behind vowels.
fn is_vietnamese(bytes: &[u8]) -> bool {
    let is_mark = |b: u8| matches!(b, 0xCC | 0xD2 | 0xDE | 0xEC | 0xF2);
    let is_vowel = |b: u8| {
        matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
            || matches!(b, 0xE2 | 0xC2 | 0xE3 | 0xC3 | 0xEA | 0xCA | 0xF4 | 0xD4 | 0xF5 | 0xD5 | 0xFD | 0xDD)
    };
    let high = bytes.iter().filter(|b| **b > 0x7F).count();
    let marks = bytes.windows(2).filter(|pair| matches!(pair, [a, b] if is_vowel(*a) && is_mark(*b))).count();
    marks * 10 > high
}
