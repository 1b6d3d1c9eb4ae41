//! The times that texts name: years, quarters, months, school years, years of the Republic of China.

use super::cell::{Reader, Stands};
use super::heading::marks;
use super::words::{fold, is_ideograph, Mark, Words};
use crate::data::TimePeriod;

/// Is there a year in a text?
pub fn names_year(text: &str) -> bool {
    !years(text).is_empty()
}

/// The month or the quarter that a cell beside a year is, as a time writes it behind the year: "07", "Q3".
pub fn part(text: &str, is_quarter: bool) -> Option<String> {
    let folded = fold(text);
    let digits = folded.trim_start_matches(|c: char| c.is_alphabetic()).trim_end_matches('.');
    let number: Option<u32> = digits.parse().ok().filter(|_| folded.len() <= digits.len() + 2);
    if is_quarter {
        let roman = ["i", "ii", "iii", "iv"].iter().position(|r| *r == folded).map(|at| at as u32 + 1);
        return number.or(roman).filter(|n| (1..=4).contains(n)).map(|n| format!("Q{n}"));
    }
    number.or(Words::all().month(&folded)).filter(|n| (1..=12).contains(n)).map(|n| format!("{n:02}"))
}

/// A day and how long from there, as ISO 8601 has it: "2023-01-01/P1Y" is a year, "2023-04-01/P3M" a quarter.
fn interval(text: &str) -> Option<TimePeriod> {
    let (start, length) = text.trim().split_once("/P")?;
    let mut parts = start.get(..10)?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?.parse::<u32>().ok()?, parts.next()?);
    if day != "01" || start.len() > 10 && !start.ends_with("T00:00:00") {
        return None;
    }
    match (length, month) {
        ("1Y" | "12M", 1) => TimePeriod::parse(year),
        ("1Y" | "12M", _) => {
            TimePeriod::parse(&format!("{year}/{:02}", (year.parse::<u32>().ok()? + 1) % 100))
        }
        ("3M", 1 | 4 | 7 | 10) => TimePeriod::parse(&format!("{year}-Q{}", month / 3 + 1)),
        ("1M", _) => TimePeriod::parse(&format!("{year}-{month:02}")),
        _ => None,
    }
}

/// The time that a text is, and nothing else.
pub fn time(text: &str) -> Option<TimePeriod> {
    if text.contains("/P") {
        return interval(text);
    }
    // "2021.12", as Korea writes months
    if let Some((year, month)) =
        text.trim().split_once('.').filter(|(year, month)| year.len() == 4 && month.len() == 2)
    {
        let is_month = month.parse().is_ok_and(|month: u32| (1..=12).contains(&month));
        return TimePeriod::parse(&format!("{year}-{month}")).filter(|_| is_month && names_year(year));
    }
    let (time, left) = match find_time(text) {
        Some(found) => found,
        None => {
            let years = Words::all().headings("year_after").iter();
            let era = || of_era(text).filter(|(_, left)| left.is_empty()).map(|(time, _)| time);
            return years.filter_map(|word| roc(text, word)).next().or_else(era);
        }
    };
    let left = left.trim();
    // the clock of a day: T17:00:00
    let is_clock = left.len() > 4
        && left.starts_with(['T', 't'])
        && left.contains(':')
        && left.chars().skip(1).all(|c| c.is_ascii_digit() || ":.+-Zz".contains(c));
    (is_clock || left.trim_matches(|c: char| !c.is_alphanumeric()).is_empty()).then_some(time)
}

/// A time in a text, and what is left of the text without it.
pub fn find_time(text: &str) -> Option<(TimePeriod, String)> {
    // R puts a letter before names that begin with a digit: X2008
    let bare = text.strip_prefix('X').filter(|rest| years(rest).first().is_some_and(|(from, _)| *from == 0));
    let text = bare.unwrap_or(text);
    let year_at = years(text);
    let &(from, year) = year_at.first()?;
    let (before, after) = (text.get(..from)?, text.get(from + 4..)?);
    // a span of several years has no time of the format, and is none of its years alone
    if is_span(year, after) || is_span_of_months(year, after) {
        return None;
    }
    // two years: 2015-16, 2015/2016, 2015 - 2016
    if let Some(rest) = after.trim_start().strip_prefix(['-', '–', '—']).map(str::trim_start) {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        if digits.len() == 4 && digits.parse() == Ok(year + 1) {
            let time = TimePeriod::parse(&format!("{year:04}/{:02}", (year + 1) % 100))?;
            return Some((time, left(before, rest.get(digits.len()..)?)));
        }
    }
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
    if let Some((time, rest)) = coded(year, after) {
        return Some((time, left(before, rest)));
    }
    let folded = fold(after);
    let behind_sign = folded.trim_start_matches(['-', ' ', '/']);
    if let Some(part) = behind_sign.strip_prefix('q').and_then(|rest| rest.chars().next()?.to_digit(10)) {
        let length = after.find(|c: char| c.is_ascii_digit())? + 1;
        return Some((TimePeriod::parse(&format!("{year:04}-Q{part}"))?, left(before, after.get(length..)?)));
    }
    // "2022K1", "2022T1"
    let nordic = folded.strip_prefix(['k', 't']).filter(|rest| rest.len() == 1);
    if let Some(part) = nordic.and_then(|rest| rest.parse::<u32>().ok()).filter(|part| (1..=4).contains(part))
    {
        return Some((TimePeriod::parse(&format!("{year:04}-Q{part}"))?, left(before, "")));
    }
    if let Some(digits) = behind_sign.strip_prefix('m').filter(|_| after.starts_with(['m', 'M', '-'])) {
        let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
        if let Some(month) = digits.parse::<u32>().ok().filter(|m| (1..=12).contains(m)) {
            let end = after.find(&digits)? + digits.len();
            return Some((
                TimePeriod::parse(&format!("{year:04}-{month:02}"))?,
                left(before, after.get(end..)?),
            ));
        }
    }
    if let Some((rest, month)) = day_before(before) {
        return Some((TimePeriod::parse(&format!("{year:04}-{month:02}"))?, left(rest, after)));
    }
    if let Some(found) = part_before(before, year, after) {
        return Some(found);
    }
    let words = Words::all();
    let behind =
        words.headings("year_after").iter().filter_map(|word| after.trim_start().strip_prefix(&**word));
    let behind = behind.min_by_key(|rest| rest.len());
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

/// The month of a day that a spreadsheet wrote without the century of its year: "1-May-20".
pub fn short_day(text: &str) -> Option<TimePeriod> {
    let mut parts = text.trim().split('-');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |text: &str, count: usize| text.parse::<u32>().ok().filter(|_| text.len() <= count);
    let month = Words::all().month(&fold(month))?;
    number(day, 2).filter(|day| (1..=31).contains(day))?;
    let year = number(year, 2).filter(|_| year.len() == 2 && parts.next().is_none())?;
    TimePeriod::parse(&format!("{:04}-{month:02}", if year < 50 { 2000 + year } else { 1900 + year }))
}

/// A time in the codes of StatLine: 2021JJ00 is a year, 2021KW01 a quarter, 2021MM03 a month.
fn coded(year: u32, after: &str) -> Option<(TimePeriod, &str)> {
    let (kind, rest) = after.split_at_checked(2)?;
    let (part, rest) = rest.split_at_checked(2)?;
    let time = match (kind, part.parse::<u32>().ok()?) {
        ("JJ", 0) => format!("{year:04}"),
        ("KW", part) => format!("{year:04}-Q{part}"),
        ("MM", part) => format!("{year:04}-{part:02}"),
        _ => return None,
    };
    Some((TimePeriod::parse(&time)?, rest))
}

/// The month of a day before its year, and what is before that: "31.12.".
fn day_before(before: &str) -> Option<(&str, u32)> {
    let (rest, month) = before.strip_suffix('.')?.rsplit_once('.')?;
    let bare = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    let day = rest.get(bare.len()..)?;
    let fits =
        |text: &str, most: u32| text.parse().ok().filter(|n| text.len() <= 2 && (1..=most).contains(n));
    fits(day, 31)?;
    Some((bare, fits(month, 12)?)).filter(|_| !bare.ends_with('.'))
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

/// The same with months: "Jul 2022-Jun 2023", "Apr 2021 to Mar 2022".
fn is_span_of_months(year: u32, after: &str) -> bool {
    let Some((at, last)) = years(after).first().copied().filter(|(_, last)| *last > year) else {
        return false;
    };
    let between = fold(after.get(..at).unwrap_or(""));
    let (known, folded) = (Words::all(), between.trim());
    let signs = ['-', '–', '—', '/', '.', ' '];
    let mut words = folded.split(signs).filter(|word| !word.is_empty());
    let begins = folded.starts_with(['-', '–', '—'])
        || known.phrase(folded).is_some_and(|(_, all)| all.contains(&super::words::Meaning::To));
    let is_part = |word: &str| {
        known.month(word).is_some()
            || word.parse().is_ok_and(|day: u32| (1..=31).contains(&day))
            || known.phrase(word).is_some_and(|(_, all)| all.contains(&super::words::Meaning::To))
    };
    last <= year + 100 && begins && words.any(|word| known.month(word).is_some()) && {
        let mut words = folded.split(signs).filter(|word| !word.is_empty());
        words.all(is_part)
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
    let edges = |c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ',' | '_');
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
    // "2e trimestre", "2. Quartal", "2nd quarter"
    if known.is("quarter_before", &last) {
        let digits: String = one_before.chars().take_while(char::is_ascii_digit).collect();
        let is_ordinal = one_before.chars().count() <= digits.len() + 3;
        let q = digits.parse().ok().filter(|q| (1..=4).contains(q) && is_ordinal)?;
        return quarter(q, 2);
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
    // "Jan-Mar" are three months of a quarter
    if let Some((first, end)) = last.split_once(['-', '–']) {
        let months = known.month(first).zip(known.month(end)).filter(|(first, end)| *end == first + 2);
        if let Some(q) = months.filter(|(first, _)| first % 3 == 1).map(|(first, _)| first / 3 + 1) {
            return quarter(q, 1);
        }
    }
    if let Some(m) = known.month(&last) {
        // "31 March", "1st July"
        let day = one_before.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
        let is_day =
            day.parse().is_ok_and(|day: u32| (1..=31).contains(&day)) && one_before.len() < day.len() + 3;
        return month(m, if is_day { 2 } else { 1 });
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

/// The time that a cell of a column of times says, with or without flags.
pub fn time_marked(text: &str, is_roc: bool, reader: &Reader) -> Option<TimePeriod> {
    time_of(text, is_roc).or_else(|| Some(marked(text, reader)?.0))
}

/// A time with the flags and marks of the legend around it: "2021p", "Prel. 2016", "2023 (sơ bộ)".
pub fn marked(text: &str, reader: &Reader) -> Option<(TimePeriod, Vec<Mark>)> {
    years(text).first()?;
    let behind = year_marks(text, reader).and_then(|(bare, marks)| Some((time(bare.trim())?, marks)));
    behind.or_else(|| {
        let (time, left) = find_time(text)?;
        let mut found = Vec::new();
        let left = marks(&left, reader, &mut found);
        (left.is_empty() && !found.is_empty()).then_some((time, found))
    })
}

/// Takes a flag or a mark of the legend that stands right behind a year, "2021p" or "2021*", out of a text.
pub fn year_marks(text: &str, reader: &Reader) -> Option<(String, Vec<Mark>)> {
    let (from, _) = *years(text).first()?;
    let (before, rest) = (text.get(..from + 4)?, text.get(from + 4..)?);
    let length = rest.find(|c: char| c.is_whitespace() || "([,;:/-–".contains(c)).unwrap_or(rest.len());
    let sign = fold(rest.get(..length)?);
    let count = sign.chars().count();
    if !(1..=3).contains(&count) || sign.chars().any(|c| c.is_ascii_digit()) || sign.chars().any(is_ideograph)
    {
        return None;
    }
    let stands = reader.legend.marks.get(&sign).map(|(stands, _)| match stands {
        Stands::Mark(mark) => vec![mark.clone()],
        _ => Vec::new(),
    });
    let known = reader.words.mark(&sign).map(|mark| vec![mark.clone()]);
    let marks = stands.or(known)?;
    Some((format!("{before} {}", rest.get(length..)?), marks))
}

/// A text without what stands right behind its year, whatever it is: the x of "2021x".
pub fn without_sign(text: &str) -> String {
    let Some((from, _)) = years(text).first().copied() else { return text.to_owned() };
    let (before, rest) = (text.get(..from + 4).unwrap_or(text), text.get(from + 4..).unwrap_or(""));
    let sign = rest.find(|c: char| c.is_whitespace() || "([,;:/-–".contains(c)).unwrap_or(rest.len());
    [before, rest.get(sign..).unwrap_or("")].concat()
}

/// Is the letter before the number of a part of a year one of quarters in some languages, and of months in others?
/// The number is told, and where in the text the letter stands.
pub fn open_part(text: &str) -> Option<(String, u32, usize)> {
    let (at, _) = *years(text).first()?;
    let before =
        text.get(..at)?.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | '_'));
    let from = before.rfind(|c: char| c.is_whitespace() || c == '(').map_or(0, |at| at + 1);
    let word = before.get(from..)?;
    let letter: String = word.chars().take_while(|c| c.is_alphabetic()).collect();
    let number: u32 = word.get(letter.len()..)?.parse().ok().filter(|n| (1..=12).contains(n))?;
    let letter = fold(&letter);
    let words = Words::all();
    let is_open = words.is("quarter_letter", &letter) && words.is("month_letter", &letter);
    is_open.then_some((letter, number, from))
}

/// A text with its year of the Buddhist era, 2564, as one of ours: 2021.
pub fn from_buddhist(text: &str) -> Option<String> {
    let digits = |at: usize| text.get(at..at + 4).filter(|four| four.bytes().all(|b| b.is_ascii_digit()));
    let year = |at: usize| digits(at)?.parse::<u32>().ok().filter(|year| (2443..=2643).contains(year));
    let is_digit =
        |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let at = (0..text.len())
        .find(|at| year(*at).is_some() && !is_digit(at.checked_sub(1)) && !is_digit(Some(at + 4)))?;
    Some(format!("{}{}{}", text.get(..at)?, year(at)? - 543, text.get(at + 4..)?))
}

/// Is a letter one of Thai, whose years are those of the Buddhist era?
pub fn is_thai(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{E7F}')
}

/// A text whose letter for months may be one of quarters, too, with the one that is for months alone.
pub fn as_month(text: &str) -> Option<String> {
    let (_, number, at) = open_part(text)?;
    let (year, _) = *years(text).first()?;
    Some(format!("{}{number}/{}", text.get(..at)?, text.get(year..)?))
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

/// A year of an era with which a text begins, and what is left of it: 令和4年, 平成元年, 111年底.
pub fn of_era(text: &str) -> Option<(TimePeriod, String)> {
    const ERAS: [(&str, u16); 7] = [
        ("令和", 2018),
        ("平成", 1988),
        ("昭和", 1925),
        ("大正", 1911),
        ("民國", 1911),
        ("民国", 1911),
        ("", 1911),
    ];
    let text = text.trim();
    let (before, rest) = text.split_once('年')?;
    let (number, from) =
        ERAS.iter().find_map(|(era, from)| Some((before.strip_prefix(era)?.trim(), *from)))?;
    let year = if number == "元" { 1 } else { number.parse::<u16>().ok().filter(|_| number.len() < 4)? };
    // without a name of an era it is the Republic's, of our days
    if number.len() == before.len() && !(50..=189).contains(&year) {
        return None;
    }
    let rest = rest.strip_prefix(['底', '末', '度']).unwrap_or(rest);
    let month =
        rest.split_once('月').and_then(|(month, left)| Some((month.trim().parse::<u8>().ok()?, left)));
    let (time, rest) = match month.filter(|(month, _)| (1..=12).contains(month)) {
        Some((month, left)) => {
            (format!("{:04}-{month:02}", year + from), left.trim_start_matches(['底', '末']))
        }
        None => (format!("{:04}", year + from), rest),
    };
    Some((TimePeriod::parse(&time)?, rest.trim().to_owned()))
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
