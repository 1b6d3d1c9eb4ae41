//! What a heading says: of what, of which time, in which unit, and how sure its figures are.

use super::cell::{Base, Reader, SaidUnit, Stands};
use super::rows::line;
use super::times;
use super::words::{self, fold, holds, Mark, Words};
use crate::data::TimePeriod;
use std::collections::BTreeMap;

/// What the heading of a column says.
#[derive(Debug, Clone, Default)]
pub struct Heading {
    /// All of it, in one line.
    pub text: String,
    /// What is left of it without time, unit and flags: the name of what is measured.
    pub name: String,
    /// The time of its figures.
    pub time: Option<TimePeriod>,
    /// The unit of its figures.
    pub unit: Option<SaidUnit>,
    /// What it says in words of its unit, as the source has it.
    pub unit_text: String,
    /// What it says of all of its figures.
    pub marks: Vec<Mark>,
}

/// Reads a heading. `times` are the times that whole headings stand for.
pub fn read(text: &str, reader: &Reader, times: &BTreeMap<String, TimePeriod>) -> Heading {
    let mut heading = Heading { text: text.to_owned(), ..Heading::default() };
    let mut rest = text.to_owned();
    if let Some(time) = times.get(&fold(text)) {
        // what is left of it beside its own time is its name
        let own = read(&times::without_sign(text), reader, &BTreeMap::new());
        let own = Heading { text: text.to_owned(), ..own };
        let name =
            if own.time.is_some() || own.name != line(text) { own.name.clone() } else { String::new() };
        return Heading { time: Some(*time), name, ..own };
    }
    if let Some((bare, marks)) = times::year_marks(&rest, reader) {
        (rest, heading.marks) = (bare, marks);
    }
    // "Dân số(1)", and a note says of (1) what it is
    if let Some((bare, said)) = mark_at_end(&rest, reader) {
        match said {
            (Stands::Mark(mark), _) => {
                heading.marks.push(mark.clone());
                rest.truncate(bare);
            }
            (_, said) => match unit_of(said, reader) {
                Some((unit, words)) => {
                    (heading.unit, heading.unit_text) = (Some(unit), words.to_owned());
                    rest.truncate(bare);
                }
                // "Income (monthly average)"
                None if said.chars().count() <= 60 => {
                    rest.truncate(bare);
                    rest += &format!(" ({said})");
                }
                None => {}
            },
        }
    }
    // a unit in brackets, or behind the last comma
    for (open, close) in [('(', ')'), ('[', ']'), ('【', '】'), ('（', '）')] {
        let found = heading_brackets(&rest, open, close, reader);
        let Some((from, to)) = found else { continue };
        let content = rest.get(from + open.len_utf8()..to).unwrap_or("").to_owned();
        let (unit, content) = match unit_of(&content, reader) {
            Some((unit, words)) => (Some(unit), words.to_owned()),
            None => (None, content),
        };
        // "(% of all households)" is a part of the name
        if let (None, Some(_), None) = (&unit, content.trim().strip_prefix('%'), &heading.unit) {
            (heading.unit, heading.unit_text) = (reader.unit("%"), "%".to_owned());
            continue;
        }
        let mark = reader.words.mark(&fold(&content)).cloned();
        if unit.is_some() || mark.is_some() {
            if unit.is_some() {
                (heading.unit, heading.unit_text) = (unit, content);
            } else {
                heading.marks.extend(mark);
            }
            rest = format!(
                "{}{}",
                rest.get(..from).unwrap_or(""),
                rest.get(to + close.len_utf8()..).unwrap_or("")
            );
        }
    }
    if heading.unit.is_none() {
        if let Some((unit, words, at)) = unit_at_end(&rest, reader) {
            (heading.unit, heading.unit_text) = (Some(unit), words.to_owned());
            rest.truncate(at);
        }
    }
    if heading.unit.is_none() {
        let behind =
            rest.rsplit_once([',', ';']).map(|(before, unit)| (before.to_owned(), unit.trim().to_owned()));
        let sign = rest.trim().strip_suffix('%').map(|before| (before.to_owned(), "%".to_owned()));
        if let Some((before, unit)) =
            behind.into_iter().chain(sign).find(|(_, unit)| reader.unit(unit).is_some())
        {
            // "Quote in %"
            let led = reader.words.headings("unit_led").iter();
            let bare = led.filter_map(|word| before.trim_end().strip_suffix(&format!(" {word}"))).next();
            let before = bare.map_or(before.clone(), str::to_owned);
            (heading.unit, heading.unit_text, rest) = (reader.unit(&unit), unit, before);
        }
    }
    // "% hoàn thành", "Tỷ lệ % hộ nghèo": the sign stays in the name
    if heading.unit.is_none()
        && (rest.trim_start().starts_with('%') || rest.split(' ').any(|word| word == "%"))
    {
        (heading.unit, heading.unit_text) = (reader.unit("%"), "%".to_owned());
    }
    if let Some((time, left)) = times::find_time(&rest) {
        heading.time = Some(time);
        // "Sơ bộ 2023 - Prel. 2023": in two languages
        let left = match times::find_time(&left) {
            Some((again, left)) if again == time => left,
            _ => left,
        };
        // "So sánh 2023/2022": what is compared keeps both its years
        let outside = left.split(['(', '[']).next().unwrap_or("");
        let left = match times::names_year(outside) {
            true => rest.clone(),
            false => left,
        };
        // "2019 [YR2019]"
        let left = left.replace(&format!("[YR{time}]"), "");
        rest = marks(&left, reader, &mut heading.marks).replace("( )", "").replace("()", "");
    } else if let Some((time, left)) = times::of_era(&rest) {
        (heading.time, rest) = (Some(time), left);
    } else if let Some(time) = times::time(&rest) {
        (heading.time, rest) = (Some(time), String::new());
    } else {
        // "Population 1-May-20"
        let (before, last) = rest.rsplit_once(' ').unwrap_or(("", &rest));
        if let Some(time) = times::short_day(last) {
            (heading.time, rest) = (Some(time), before.to_owned());
        }
    }
    let edges =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '/' | '_' | '|');
    let name = rest.split_whitespace().collect::<Vec<_>>().join(" ").replace("( ", "(").replace(" )", ")");
    heading.name = name.trim_matches(edges).to_owned();
    // of a path such as "serie.2020" the key of the time names nothing
    if heading.time.is_some() && heading.name.ends_with('.') && !heading.name.contains(' ') {
        heading.name.clear();
    }
    // "Year 2019" is a year
    if heading.time.is_some() && reader.words.is("time", &fold(&heading.name)) {
        heading.name.clear();
    }
    heading
}

/// A mark of the legend at the end of a text, in brackets or a sign, and where it begins.
pub fn mark_at_end<'r>(text: &str, reader: &'r Reader) -> Option<(usize, &'r (Stands, String))> {
    if reader.legend.marks.is_empty() {
        return None;
    }
    let bare = text.trim_end();
    let at = match bare.strip_suffix([')', '/']) {
        Some(rest) if bare.ends_with('/') => rest.trim_end_matches(|c: char| c.is_ascii_digit()).len(),
        Some(_) => bare.rfind('(')?,
        None => bare.trim_end_matches(|c: char| "*†‡§#¹²³⁴⁵⁶⁷⁸⁹".contains(c)).len(),
    };
    let mark = bare.get(at..).filter(|mark| !mark.is_empty())?;
    let said = reader.legend.marks.get(&fold(mark))?;
    let before = bare.get(..at)?.trim_end();
    (!before.is_empty()).then_some((before.len(), said))
}

/// The last brackets of a heading, or the last that have a unit in them.
fn heading_brackets(text: &str, open: char, close: char, reader: &Reader) -> Option<(usize, usize)> {
    let all =
        text.match_indices(open).filter_map(|(from, _)| Some((from, from + text.get(from..)?.find(close)?)));
    let all: Vec<(usize, usize)> = all.collect();
    let has_unit = |(from, to): &&(usize, usize)| {
        let content = text.get(from + open.len_utf8()..*to).unwrap_or("");
        unit_of(content, reader).is_some()
    };
    all.iter().rev().find(has_unit).or(all.last()).copied()
}

/// Takes the words that are flags from both ends of what is left of a heading beside its time.
pub fn marks(text: &str, reader: &Reader, marks: &mut Vec<Mark>) -> String {
    let trim = |text: &str| {
        let bare = text.trim_matches(|c: char| c.is_whitespace() || "-–,;:_".contains(c));
        bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(bare).to_owned()
    };
    let mut rest = trim(text);
    for _ in 0..3 {
        let words: Vec<&str> = rest.split_whitespace().collect();
        let count = words.len();
        // the longest words first; "A" may be a name
        let sizes = (1..=count.min(4)).rev();
        let found = sizes.flat_map(|n| [(0, n), (count - n, count)]).find_map(|(from, to)| {
            let phrase = words.get(from..to)?.join(" ");
            let folded = fold(&phrase);
            let bare = folded.trim_matches(|c| "()[]".contains(c));
            let is_long = bare.chars().count() > 1 || phrase.len() > bare.len() || count == 1;
            let legend = reader.legend.marks.get(&folded).or_else(|| reader.legend.marks.get(bare));
            let mark =
                reader.words.mark(&folded).or_else(|| reader.words.mark(bare)).cloned().or(match legend {
                    Some((super::cell::Stands::Mark(mark), _)) => Some(mark.clone()),
                    _ => None,
                });
            Some((mark.filter(|_| is_long)?, from, to))
        });
        let Some((mark, from, to)) = found else { break };
        marks.push(mark);
        let mut left: Vec<&str> = words.get(..from).unwrap_or_default().to_vec();
        left.extend(words.get(to..).unwrap_or_default());
        rest = trim(&left.join(" "));
    }
    rest
}

/// The ways to read a heading of places, folded: whole, the end of a path, without brackets, without "name of".
fn ways(heading: &str, reader: &Reader) -> Vec<String> {
    let folded = fold(heading);
    let last = folded.rsplit('.').next().unwrap_or("").to_owned();
    let bare = folded.split(['(', '[', '（']).next().unwrap_or("").trim().to_owned();
    let named = |text: &str| {
        let words = reader.words;
        let own = words.behind("name_before", text).or_else(|| words.before("name_after", text));
        own.map(str::to_owned)
    };
    let named = [named(&folded), named(&bare), named(&last)];
    [folded, last, bare].into_iter().chain(named.into_iter().flatten()).collect()
}

/// How close to the ground a column of places is by its heading: 0 for any place, 1 for villages, 5 for states.
pub fn level(heading: &str, reader: &Reader) -> Option<u8> {
    level_of(heading, reader).or_else(|| {
        // "County and Region"
        let folded = fold(heading);
        let parts = || folded.split([',', '/', '&']).flat_map(|part| part.split(" and ")).map(str::trim);
        let levels: Option<Vec<u8>> = parts().map(|part| level_of(part, reader)).collect();
        levels.filter(|levels| levels.len() > 1)?.into_iter().min()
    })
}

fn level_of(heading: &str, reader: &Reader) -> Option<u8> {
    for way in ways(heading, reader) {
        for level in 1..=5 {
            if reader.words.is(&format!("place.{level}"), &way) {
                return Some(level);
            }
        }
        if reader.words.is("place", &way) {
            return Some(0);
        }
    }
    None
}

/// What a heading calls its places, one and several: in the words of this language where it has none of its own. `None`
/// where that is villages, for which each language has its own word.
pub fn nouns(heading: &str, reader: &Reader, language: &str) -> Option<[String; 2]> {
    let named = ways(heading, reader).into_iter().find_map(|way| {
        reader.words.headings("places").iter().find_map(|places| {
            let both = words::nouns(places);
            both.contains(&&*way).then(|| both.map(str::to_owned))
        })
    });
    let are_villages = || level(heading, reader) == Some(1);
    named.or_else(|| if are_villages() { None } else { reader.words.places_else(language) })
}

/// Is a heading one of the words for this?
pub fn is(key: &str, heading: &str, reader: &Reader) -> bool {
    let folded = fold(heading);
    let last = folded.rsplit('.').next().unwrap_or("").to_owned();
    let bare = folded.split(['(', '[', '（']).next().unwrap_or("").trim().to_owned();
    let words = reader.words;
    // in a path such as "dimensions.time.label" the last key says only that it is a text
    let around = words.before("label_after", &folded).map(|path| path.rsplit('.').next().unwrap_or(""));
    [Some(&*folded), Some(&last), Some(&bare), around].into_iter().flatten().any(|way| words.is(key, way))
        || (key == "id" && is_camel_id(heading))
        || (key == "id"
            && (words.behind("id_before", &folded).is_some() || words.before("id_after", &folded).is_some()))
}

/// "IdLandkreis", "regionId"
fn is_camel_id(heading: &str) -> bool {
    let behind = heading.strip_prefix("Id").or(heading.strip_prefix("ID"));
    behind.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_uppercase()) && rest.chars().any(char::is_lowercase)
    }) || (heading.ends_with("Id") && heading.len() > 3)
}

/// The column that a heading has a note for: its text without the word for notes at its end.
pub fn noted<'h>(heading: &'h str, reader: &Reader) -> Option<&'h str> {
    let cut = heading.char_indices().rev().find(|(_, c)| matches!(c, '-' | ' ' | '_' | ':' | '('));
    let (at, c) = cut?;
    let suffix = fold(heading.get(at + c.len_utf8()..)?.trim_end_matches(')'));
    let before = heading.get(..at)?.trim();
    (!before.is_empty() && reader.words.is("note_suffix", &suffix)).then_some(before)
}

/// The unit that a text is, maybe behind a word that says so: "triệu đồng", "ĐVT: triệu đồng". The second is the unit
/// alone.
pub fn unit_of<'t>(text: &'t str, reader: &Reader) -> Option<(SaidUnit, &'t str)> {
    if let Some(unit) = reader.unit(text) {
        return Some((unit, text.trim()));
    }
    if let Some(found) = unit_at_end(text, reader).filter(|(.., at)| *at == 0) {
        return Some((found.0, found.1));
    }
    // "(in %)"
    let led = reader.words.headings("unit_led").iter().filter_map(|word| {
        let rest = text.trim().get(word.len()..).filter(|_| lower_find(text.trim(), word) == Some(0))?;
        let rest = rest.strip_prefix(' ')?.trim();
        Some((reader.unit(rest)?, rest))
    });
    led.into_iter().next()
}

/// The unit with which a text ends, behind a word that says so; the last is where that word begins.
fn unit_at_end<'t>(text: &'t str, reader: &Reader) -> Option<(SaidUnit, &'t str, usize)> {
    let known = reader.words.headings("unit_in").iter();
    let found = known.filter_map(|word| {
        let at = lower_find(text, word)?;
        let begins = !text.get(..at)?.ends_with(char::is_alphanumeric);
        let rest = text.get(at + word.len()..)?.trim_start().trim_start_matches([':', '：']);
        let words = rest.trim().trim_end_matches('.');
        Some((reader.unit(words).filter(|_| begins)?, words, at))
    });
    found.min_by_key(|(.., at)| *at)
}

/// What a title says of the unit, in brackets or at its end, and the title without that.
pub fn unit_in<'t>(title: &'t str, reader: &Reader) -> Option<(SaidUnit, &'t str, String)> {
    let mut from = 0;
    while let Some(open) = title.get(from..)?.find('(').map(|at| from + at) {
        let Some(close) = title.get(open..)?.find(')').map(|at| open + at) else { break };
        if let Some((unit, words)) = unit_of(title.get(open + 1..close)?, reader) {
            let rest = [title.get(..open)?.trim_end(), title.get(close + 1..)?].concat();
            return Some((unit, words, rest));
        }
        from = close + 1;
    }
    // "En moyenne annuelle, en %"
    let behind = title.rsplit_once([',', ';']).and_then(|(before, rest)| {
        let (unit, words) = unit_of(rest, reader)?;
        let is_sure = matches!(unit.base, Some(Base::Share(_) | Base::Money(_)));
        is_sure.then(|| (unit, words, before.trim_end().to_owned()))
    });
    if behind.is_some() {
        return behind;
    }
    let (unit, words, at) = unit_at_end(title, reader)?;
    let edges = |c: char| c.is_whitespace() || ".,;:-–—(".contains(c);
    Some((unit, words, title.get(..at)?.trim_end_matches(edges).to_owned()))
}

/// The title of a table without what it says of its rows and columns: "by province and year".
pub fn base_name(title: &str, words: &Words) -> String {
    let folded = fold(title);
    let cut = words.headings("title_cut").iter();
    let mut at = title.len();
    for word in cut {
        let pattern = format!(" {word} ");
        if let (true, Some(found)) = (holds(&folded, word), lower_find(title, &pattern)) {
            at = at.min(found);
        }
    }
    let name = title.get(..at).unwrap_or(title);
    // "Table 2: " numbers it
    let numbered = words.headings("title_number").iter().filter_map(|word| {
        let rest = name.get(lower_find(name, word).filter(|at| *at == 0)? + word.len()..)?;
        let rest = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-');
        rest.strip_prefix([':', '.', ' '])
    });
    let name = numbered.map(str::trim).find(|name| !name.is_empty()).unwrap_or(name);
    name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '"')).to_owned()
}

/// Where a pattern in small letters begins in a text.
fn lower_find(text: &str, pattern: &str) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).find(|at| {
        let rest = text.get(*at..).unwrap_or("");
        let mut letters = rest.chars().flat_map(char::to_lowercase);
        pattern.chars().all(|c| letters.next() == Some(c))
    })
}
