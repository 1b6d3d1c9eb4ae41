//! The places that an author or a reader names for a chart.
#![cfg(feature = "many")]

use super::*;

/// The names and ids that the view asks for. A comma within one has a backslash before it.
pub(super) fn asked(view: &View) -> Vec<String> {
    let mut asked = Vec::new();
    let mut name = String::new();
    for part in view.places.as_deref().unwrap_or("").split(',') {
        if let Some(begun) = part.strip_suffix('\\') {
            name += begun;
            name.push(',');
            continue;
        }
        name += part;
        if !name.trim_matches(' ').is_empty() {
            asked.push(name.trim_matches(' ').to_owned());
        }
        name.clear();
    }
    asked
}

/// Is it called so: by its id, its name, or its name and its district with a slash between them?
pub(super) fn is(village: &Village, name: &str) -> bool {
    let lies_in = |district: &str| village.district.as_ref().is_some_and(|own| own.is(district));
    let (last, first) = (name.rsplit_once('/'), village.name.is(name));
    first
        || village.id.as_deref() == Some(name)
        || last.is_some_and(|(name, district)| village.name.is(name) && lies_in(district))
}

/// The first of those that the file does not have, and what it has.
pub(super) fn unknown(data: &Dataset, view: &View) -> Option<(&'static str, [String; 2])> {
    for name in asked(view) {
        if data.villages.iter().any(|village| is(village, &name)) {
            continue;
        }
        // one whose name begins like this, else the first
        let names = || data.villages.iter().map(|village| village.name.get(view.locale));
        let near = names().find(|own| own.chars().next() == name.chars().next()).or(names().next());
        let expected =
            ["names or ids of places with commas between them, such as \"", near.unwrap_or(""), "\""];
        return Some(("unknown_place", [name, expected.concat()]));
    }
    None
}
