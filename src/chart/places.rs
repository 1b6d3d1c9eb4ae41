//! The places that an author or a reader names for a chart.
#![cfg(feature = "many")]

use super::*;

/// The names and ids that the view asks for. A comma within one has a backslash before it.
pub(super) fn asked(view: &View) -> Vec<String> {
    let mut asked = Vec::new();
    let mut name = String::new();
    for part in text::pieces(view.places.as_deref().unwrap_or(""), ',') {
        name += part;
        if part.as_bytes().last() == Some(&b'\\') {
            name.pop();
            name.push(',');
            continue;
        }
        if !text::trimmed(&name).is_empty() {
            asked.push(text::trimmed(&name).to_owned());
        }
        name.clear();
    }
    asked
}

/// Is it called so: by its id, its name, or its name and its district with a slash between them?
pub(super) fn is(village: &Village, name: &str) -> bool {
    let lies_in = |district: &str| village.district.as_ref().is_some_and(|own| own.is(district));
    let parted = text::parted(name, b'/');
    village.name.is(name)
        || village.id.as_deref() == Some(name)
        || parted.is_some_and(|(name, district)| village.name.is(name) && lies_in(district))
}

/// The first of those that the file does not have.
pub(super) fn unknown(data: &Dataset, view: &View) -> Option<Fault> {
    for name in asked(view) {
        if data.villages.iter().any(|village| is(village, &name)) {
            continue;
        }
        let expected = || {
            // one whose name begins like this, else the first
            let names = || data.villages.iter().map(|village| village.name.get(view.locale));
            let near = names().find(|own| own.chars().next() == name.chars().next()).or(names().next());
            concat(&["names or ids of places with commas between them, such as \"", near.unwrap_or(""), "\""])
        };
        return Some(fault("unknown_place", &name, expected));
    }
    None
}
