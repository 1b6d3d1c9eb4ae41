//! What a heading says: of what, of which time, in which unit, and how sure its figures are.

use super::cell::{Reader, SaidUnit};
use super::words::{fold, holds, is_ideograph, Mark, Words};
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
        heading.time = Some(*time);
        return heading;
    }
    // a unit in brackets, or behind the last comma
    for (open, close) in [('(', ')'), ('[', ']')] {
        let within = rest.rfind(open).and_then(|from| Some((from, from + rest.get(from..)?.find(close)?)));
        let Some((from, to)) = within else { continue };
        let content = rest.get(from + 1..to).unwrap_or("").to_owned();
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
            rest = format!("{}{}", rest.get(..from).unwrap_or(""), rest.get(to + 1..).unwrap_or(""));
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
            (heading.unit, heading.unit_text, rest) = (reader.unit(&unit), unit, before);
        }
    }
    if let Some((time, left)) = find_time(&rest) {
        heading.time = Some(time);
        rest = marks(&left, reader, &mut heading.marks).replace("( )", "").replace("()", "");
    }
    let edges =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '/' | '_' | '|');
    heading.name = rest.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(edges).to_owned();
    heading
}

/// Takes the words that are flags from both ends of what is left of a heading beside its time.
fn marks(text: &str, reader: &Reader, marks: &mut Vec<Mark>) -> String {
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

/// The time that a text is, and nothing else.
pub fn time(text: &str) -> Option<TimePeriod> {
    let (time, left) = match find_time(text) {
        Some(found) => found,
        None => {
            let years = Words::all().headings("year_after").iter();
            return years.filter_map(|word| roc(text, word)).next();
        }
    };
    left.trim_matches(|c: char| !c.is_alphanumeric()).is_empty().then_some(time)
}

/// A time in a text, and what is left of the text without it.
pub fn find_time(text: &str) -> Option<(TimePeriod, String)> {
    let year_at = years(text);
    let &(from, year) = year_at.first()?;
    let (before, after) = (text.get(..from)?, text.get(from + 4..)?);
    // a span of several years has no time of the format, and is none of its years alone
    if is_span(year, after) {
        return None;
    }
    // two years: 2015-16, 2015/2016
    let mut chars = after.chars();
    if let Some(sign) = chars.next().filter(|c| matches!(c, '-' | '/' | '–' | '—')) {
        let rest = chars.as_str();
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let next: Option<u32> = digits.parse().ok();
        let is_next = match digits.len() {
            2 => next == Some((year + 1) % 100),
            4 => next == Some(year + 1),
            _ => false,
        };
        // 2011-12 may be a month, too: two years are what tables of statistics mean by it where it is the next one,
        // but December has its own sign in ISO 8601
        if is_next && !(digits == "12" && sign == '-') {
            let time = TimePeriod::parse(&format!("{year:04}/{:02}", (year + 1) % 100))?;
            return Some((time, left(before, rest.get(digits.len()..)?)));
        }
        let month = next.filter(|m| digits.len() <= 2 && (1..=12).contains(m));
        if let (Some(month), true) = (month, matches!(sign, '-' | '/')) {
            let mut rest = rest.get(digits.len()..)?;
            // the day of a date
            if let Some(day) = rest.strip_prefix(sign) {
                let count = day.chars().take_while(char::is_ascii_digit).count();
                rest = if count > 0 { day.get(count..)? } else { rest };
            }
            return Some((TimePeriod::parse(&format!("{year:04}-{month:02}"))?, left(before, rest)));
        }
    }
    let folded = fold(after);
    let coded = folded.trim_start_matches(['-', ' ', '/']);
    if let Some(part) = coded.strip_prefix('q').and_then(|rest| rest.chars().next()?.to_digit(10)) {
        let length = after.find(|c: char| c.is_ascii_digit())? + 1;
        return Some((TimePeriod::parse(&format!("{year:04}-Q{part}"))?, left(before, after.get(length..)?)));
    }
    if let Some(digits) = coded.strip_prefix('m').filter(|_| after.starts_with(['m', 'M', '-'])) {
        let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
        if let Some(month) = digits.parse::<u32>().ok().filter(|m| (1..=12).contains(m)) {
            let end = after.find(&digits)? + digits.len();
            return Some((
                TimePeriod::parse(&format!("{year:04}-{month:02}"))?,
                left(before, after.get(end..)?),
            ));
        }
    }
    if let Some(found) = part_before(before, year, after) {
        return Some(found);
    }
    let words = Words::all();
    let behind = words.headings("year_after").iter().find_map(|word| after.strip_prefix(&**word));
    // 2021年5月
    let month = behind.and_then(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let rest = rest.get(digits.len()..)?;
        let rest = words.headings("month_after").iter().find_map(|word| rest.strip_prefix(&**word))?;
        let month: u32 = digits.parse().ok()?;
        Some((TimePeriod::parse(&format!("{year:04}-{month:02}"))?, left(before, rest)))
    });
    if month.is_some() {
        return month;
    }
    let after = behind.unwrap_or(after);
    Some((TimePeriod::parse(&format!("{year:04}"))?, left(before, after)))
}

/// Does a span go on behind its first year: 2019-21, 2010–2020?
fn is_span(year: u32, after: &str) -> bool {
    let Some(rest) = after.trim_start().strip_prefix(['-', '–', '—', '/']) else { return false };
    let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
    let Ok(last) = digits.parse::<u32>() else { return false };
    match digits.len() {
        2 => last > 12 && last > (year + 1) % 100 && !rest.starts_with(' '),
        4 => (year + 2..=2100).contains(&last),
        _ => false,
    }
}

/// The time in a text that names no other, and what is left of the text.
pub fn one_time(text: &str) -> Option<(TimePeriod, String)> {
    let (time, left) = find_time(text)?;
    if !years(&left).is_empty() {
        return None;
    }
    let edges = |c: char| c.is_whitespace() || ",;:-–—/_|.".contains(c);
    Some((time, left.trim_matches(edges).trim_end_matches("()").trim_end().to_owned()))
}

/// A quarter or a month that stands before its year.
fn part_before(before: &str, year: u32, after: &str) -> Option<(TimePeriod, String)> {
    let known = Words::all();
    let edges = |c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ',');
    let mut words: Vec<&str> = before.trim_end_matches(edges).split_whitespace().collect();
    if words.last().is_some_and(|word| known.is("time_of", &fold(word))) {
        words.pop();
    }
    let last = fold(words.last()?.trim_end_matches(edges));
    let one_before =
        words.len().checked_sub(2).and_then(|i| words.get(i)).map(|word| fold(word)).unwrap_or_default();
    let roman = ["i", "ii", "iii", "iv"].iter().position(|r| *r == last).map(|i| i as u32 + 1);
    let number: Option<u32> = last.parse().ok();
    let keep = |count: usize| words.get(..words.len().saturating_sub(count)).unwrap_or_default().join(" ");
    let quarter =
        |q: u32, count| Some((TimePeriod::parse(&format!("{year:04}-Q{q}"))?, left(&keep(count), after)));
    let month = |m: u32, count| {
        (1..=12).contains(&m).then_some(())?;
        Some((TimePeriod::parse(&format!("{year:04}-{m:02}"))?, left(&keep(count), after)))
    };
    if known.is("quarter_before", &one_before) {
        return quarter(roman.or(number)?, 2);
    }
    if known.is("month_before", &one_before) {
        return month(number?, 2);
    }
    let behind = |key: &str| {
        let mut letters = known.headings(key).iter();
        letters.find_map(|letter| last.strip_prefix(&**letter)?.parse::<u32>().ok())
    };
    if let Some(q) = behind("quarter_letter").filter(|q| (1..=4).contains(q)) {
        return quarter(q, 1);
    }
    if let Some(m) = behind("month_letter") {
        return month(m, 1);
    }
    if let Some(m) = known.month(&last) {
        return month(m, 1);
    }
    // 07/2024, 31/12/2023
    let digits: String = last.rsplit(['/', '-']).next()?.to_owned();
    let is_slashed = before.trim_end().ends_with(['/', '-']) && digits.len() <= 2;
    month(digits.parse().ok().filter(|_| is_slashed)?, 1)
}

/// What is left on both sides of a time, without words that only say that it is one.
fn left(before: &str, after: &str) -> String {
    let mut words: Vec<&str> = before.split_whitespace().collect();
    if words.last().is_some_and(|word| Words::all().is("time_before", &fold(word))) {
        words.pop();
    }
    format!("{} {}", words.join(" "), after)
}

/// The time of a cell in a column of times: with years of the Republic of China where the heading has its word for
/// years, and all years are such.
pub fn time_of(text: &str, is_roc: bool) -> Option<TimePeriod> {
    time(text).or_else(|| if is_roc { roc(text, "") } else { None })
}

/// A year of the Republic of China, which began in 1912: 110年, or 110 in a column of years.
pub fn roc(text: &str, after: &str) -> Option<TimePeriod> {
    let words = Words::all();
    let folded = fold(text);
    let bare = words.headings("roc_before").iter().find_map(|word| folded.strip_prefix(&**word));
    let bare = bare.unwrap_or(&folded);
    let year = |text: &str| text.strip_suffix(after)?.parse::<u16>().ok().filter(|n| (50..=189).contains(n));
    if let Some(year) = year(bare) {
        return TimePeriod::parse(&format!("{:04}", year + 1911));
    }
    // 113年1月
    let before = words.headings("month_after").iter().find_map(|word| bare.strip_suffix(&**word))?;
    let (own, month) = before.rsplit_once(after).filter(|_| !after.is_empty())?;
    let (year, month) = (year(&format!("{own}{after}"))?, month.parse::<u8>().ok()?);
    TimePeriod::parse(&format!("{:04}-{month:02}", year + 1911))
}

/// Where years stand in a text.
fn years(text: &str) -> Vec<(usize, u32)> {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let mut years = Vec::new();
    for at in 0..bytes.len().saturating_sub(3) {
        let number = text.get(at..at + 4).filter(|four| four.bytes().all(|b| b.is_ascii_digit()));
        let Some(year) =
            number.and_then(|four| four.parse::<u32>().ok()).filter(|y| (1900..=2100).contains(y))
        else {
            continue;
        };
        let letter =
            at.checked_sub(1).and_then(|before| text.get(..before + 1)).and_then(|t| t.chars().next_back());
        let in_word = letter.is_some_and(|c| c.is_alphanumeric() && !is_ideograph(c) || c == '$');
        if !digit(at.checked_sub(1)) && !digit(Some(at + 4)) && !in_word {
            years.push((at, year));
        }
    }
    years
}

/// The ways to read a heading of places, folded: whole, the end of a path, without brackets, without "name of".
fn ways(heading: &str, reader: &Reader) -> Vec<String> {
    let folded = fold(heading);
    let last = folded.rsplit('.').next().unwrap_or("").to_owned();
    let bare = folded.split(['(', '[']).next().unwrap_or("").trim().to_owned();
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

/// What a heading calls its places, one and several; `None` where that is villages, for which each language has its
/// own word.
pub fn nouns(heading: &str, reader: &Reader) -> Option<[String; 2]> {
    ways(heading, reader).into_iter().find_map(|way| {
        reader.words.headings("places").iter().find_map(|places| {
            let (one, many) = places.split_once(" / ").unwrap_or((places, places));
            [one, many].contains(&&*way).then(|| [one.to_owned(), many.to_owned()])
        })
    })
}

/// Is a heading one of the words for this?
pub fn is(key: &str, heading: &str, reader: &Reader) -> bool {
    let folded = fold(heading);
    let last = folded.rsplit('.').next().unwrap_or("").to_owned();
    let bare = folded.split(['(', '[']).next().unwrap_or("").trim().to_owned();
    let words = reader.words;
    // in a path such as "dimensions.time.label" the last key says only that it is a text
    let around = words.before("label_after", &folded).map(|path| path.rsplit('.').next().unwrap_or(""));
    [Some(&*folded), Some(&last), Some(&bare), around].into_iter().flatten().any(|way| words.is(key, way))
        || (key == "id"
            && (words.behind("id_before", &folded).is_some() || words.before("id_after", &folded).is_some()))
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
    unit_at_end(text, reader).filter(|(.., at)| *at == 0).map(|(unit, words, _)| (unit, words))
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
