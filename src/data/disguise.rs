//! Names that look like others: by what is not seen of them, or by letters of another script.

use super::letters::{is_blank, is_invisible};

/// The letter, in lower case, that another one looks like: letters of other scripts, wide ones, the Đ of other
/// languages, and the many dashes and apostrophes.
fn twin(c: char) -> Option<char> {
    const TWINS: [(&str, &str); 6] = [
        ("авекмнорстухіјѕԁһӏԛԝ", "abekmhopctyxijsdhlqw"),
        ("αβεζηικμνορτυχ", "abezhikmvoptux"),
        ("օսհոԍɑɡıƒ", "ouhngagif"),
        ("ðɖ", "đđ"),
        ("‐‑‒–—―−﹣－", "---------"),
        ("’‘ʼʹ´`′＇", "''''''''"),
    ];
    if ('\u{FF01}'..='\u{FF5E}').contains(&c) {
        let wide = char::from_u32(c as u32 - 0xFEE0)?;
        return Some(twin(wide).unwrap_or(wide)).map(|c| c.to_ascii_lowercase());
    }
    TWINS
        .iter()
        .find_map(|(others, letters)| others.chars().zip(letters.chars()).find(|t| t.0 == c))
        .map(|t| t.1)
}

/// What names have in common that look alike; of names that are folded and as they are [`seen`].
pub(super) fn looks(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii() { c } else { twin(c).unwrap_or(c) }).collect()
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'À'..='ɏ' | 'Ḁ'..='ỿ')
}

/// What of a name could make it another one that looks the same: as a code, what was found, and what would be right.
pub(super) fn disguise(name: &str) -> Option<(&'static str, String, &'static str)> {
    if name.is_ascii() && !name.contains("  ") {
        return None;
    }
    let point = |c: char| format!("U+{:04X}", c as u32);
    let unseen = |what: String| {
        Some((
            "unseen_character",
            what,
            "names of letters and single blanks: what is not seen makes another name that looks the same",
        ))
    };
    let mut before = ' ';
    for c in name.chars() {
        // between letters of scripts that join theirs, and within an emoji, they are part of the writing
        let joins = before > '\u{600}' && !is_latin(before);
        if c == ' ' && before == ' ' {
            return unseen("two blanks in a row".to_owned());
        } else if is_blank(c) && c != ' ' {
            return unseen(format!("a blank that is another than the usual one, {}", point(c)));
        } else if is_invisible(c) && c != ' ' && !joins {
            return unseen(format!("a character that is not seen, {}", point(c)));
        }
        if !is_invisible(c) || c == ' ' {
            before = c;
        }
    }
    for word in name.split(|c: char| !c.is_alphabetic()) {
        let mixed = word.chars().any(is_latin);
        for c in word.chars() {
            // of an Icelandic word, where it is right, Ð is no first letter
            let other = matches!(c, 'Ð' | 'Ɖ') || (mixed && !is_latin(c));
            let lower = c.to_lowercase().next().unwrap_or(c);
            if let Some(letter) = twin(lower).filter(|_| other) {
                let found = format!("\"{c}\" ({}), which looks like \"{letter}\"", point(c));
                return Some((
                    "look_alike",
                    found,
                    "letters of one script: another letter makes another name that looks the same",
                ));
            }
        }
    }
    None
}
