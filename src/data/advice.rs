//! What an author may have meant. Only what says the same is suggested: advice is followed.

/// What sources, spreadsheets and other languages call what the format calls otherwise.
const SAID: [(&str, &str); 57] = [
    ("over", "more_than"),
    ("above", "more_than"),
    ("greater_than", "more_than"),
    ("from", "at_least"),
    ("min", "at_least"),
    ("minimum", "at_least"),
    ("no_less_than", "at_least"),
    ("not_less_than", "at_least"),
    ("under", "less_than"),
    ("below", "less_than"),
    ("fewer_than", "less_than"),
    ("max", "at_most"),
    ("maximum", "at_most"),
    ("up_to", "at_most"),
    ("no_more_than", "at_most"),
    ("not_more_than", "at_most"),
    ("almost", "nearly"),
    ("approx", "about"),
    ("approximately", "about"),
    ("around", "about"),
    ("between", "range"),
    ("value", "exact"),
    ("period", "per"),
    ("date", "as_of"),
    ("comment", "note"),
    ("part_of", "parts"),
    ("made_of", "parts"),
    ("components", "parts"),
    ("composition", "parts"),
    ("link", "url"),
    ("yearly", "year"),
    ("annual", "year"),
    ("annually", "year"),
    ("per_year", "year"),
    ("năm", "year"),
    ("daily", "day"),
    ("per_day", "day"),
    ("ngày", "day"),
    ("weekly", "week"),
    ("per_week", "week"),
    ("tuần", "week"),
    ("quarterly", "quarter"),
    ("per_quarter", "quarter"),
    ("quý", "quarter"),
    ("monthly", "month"),
    ("per_month", "month"),
    ("tháng", "month"),
    ("tỷ_đồng", "billion_vnd"),
    ("tỉ_đồng", "billion_vnd"),
    ("ty_dong", "billion_vnd"),
    ("billion_dong", "billion_vnd"),
    ("billion_đồng", "billion_vnd"),
    ("triệu_đồng", "million_vnd"),
    ("trieu_dong", "million_vnd"),
    ("million_dong", "million_vnd"),
    ("million_đồng", "million_vnd"),
    ("overlaps", "overlapping"),
];

/// The one of some names that says the same as what was found: spelt another way, with a slip in a long word, or one of
/// [`SAID`]. A short word is never a slip of another: "idr" is no "vnd", "not_more_than" no "more_than".
pub(super) fn same<'n>(found: &str, names: &[&'n str]) -> Option<&'n str> {
    let found = words(found);
    let spelt = found.join("_");
    let said = SAID
        .iter()
        .filter(|(said, _)| *said == spelt)
        .find_map(|(_, name)| names.iter().find(|n| *n == name));
    let close = || {
        let mut close = names.iter().filter(|name| are_close(&found, &words(name)));
        // of two that are as near no one knows which was meant
        close.next().filter(|_| close.next().is_none())
    };
    said.or_else(|| names.iter().find(|name| words(name).concat() == found.concat())).or_else(close).copied()
}

/// "moreThan", "more-than" and "More than" are the same words.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for c in name.chars() {
        let begins = c.is_uppercase() && was_lower;
        if !c.is_alphanumeric() || begins {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        was_lower = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

fn are_close(found: &[String], name: &[String]) -> bool {
    let close = |(a, b): (&String, &String)| {
        let letters = b.chars().count();
        a == b
            || (letters >= 4
                && a.chars().next() == b.chars().next()
                && strsim::levenshtein(a, b) <= letters / 4)
    };
    !found.is_empty() && found.len() == name.len() && found.iter().zip(name).all(close)
}

/// How a text that stands for a figure is written in the format; `qualified` where a qualifier has been read already
/// and only its number is missing. `None` where the text says nothing that is known here.
pub(super) fn figure(text: &str, qualified: bool) -> Option<String> {
    let text = text.trim().to_lowercase();
    if is_no_figure(&text) {
        return Some(match qualified {
            true => {
                "a number; where there is none, \"missing\" instead of this key, with the reason".to_owned()
            }
            false => "{ \"missing\": \"the reason\" } where there is no figure, or no key at all".to_owned(),
        });
    }
    if let Some(number) = number(&text) {
        let why = match number.split_once(" or ") {
            Some((whole, decimal)) => format!("\"{text}\" is {whole} in one country and {decimal} elsewhere"),
            None => "a text is never read as a number".to_owned(),
        };
        return Some(format!("{number} without quotes: {why}"));
    }
    let whole = |key: &str, number: String| match qualified {
        true => format!("{number}: here stands a number alone"),
        false => format!("{{ \"{key}\": {number} }}: the words that qualify a number are its key"),
    };
    const BEFORE: [(&str, &str); 25] = [
        ("<=", "at_most"),
        ("≤", "at_most"),
        (">=", "at_least"),
        ("≥", "at_least"),
        ("<", "less_than"),
        (">", "more_than"),
        ("~", "about"),
        ("≈", "about"),
        ("±", "about"),
        ("dưới ", "less_than"),
        ("under ", "less_than"),
        ("less than ", "less_than"),
        ("trên ", "more_than"),
        ("hơn ", "more_than"),
        ("over ", "more_than"),
        ("more than ", "more_than"),
        ("gần ", "nearly"),
        ("nearly ", "nearly"),
        ("khoảng ", "about"),
        ("about ", "about"),
        ("ca. ", "about"),
        ("c. ", "about"),
        ("at least ", "at_least"),
        ("at most ", "at_most"),
        ("up to ", "at_most"),
    ];
    for (before, key) in BEFORE {
        if let Some(number) =
            text.strip_prefix(before).and_then(|rest| number(rest.trim_end_matches(" trở lên")))
        {
            return Some(whole(key, number));
        }
    }
    for after in ["+", " trở lên", " or more", " and over"] {
        let rest = text.strip_suffix(after).map(|rest| rest.strip_prefix("từ ").unwrap_or(rest));
        if let Some(number) = rest.and_then(number) {
            return Some(whole("at_least", number));
        }
    }
    let ends = text.strip_prefix("từ ").or(text.strip_prefix("from ")).unwrap_or(&text);
    for between in [" đến ", " to ", "..", "–", "—", "-", "~"] {
        let Some((low, high)) = ends.split_once(between) else { continue };
        if let (Some(low), Some(high)) = (number(low), number(high)) {
            return Some(match qualified {
                true => "one number: a range is { \"range\": [low, high] }".to_owned(),
                false => format!("{{ \"range\": [{low}, {high}] }}"),
            });
        }
    }
    // a number and something after it: a unit, or the mark of a footnote
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
    let (digits, rest) = text.split_at_checked(end)?;
    let number = number(digits).filter(|_| !rest.contains(|c: char| c.is_ascii_digit()))?;
    Some(match rest.trim() {
        "%" => format!("{number}: the unit is said once, such as \"unit\": \"percent\" of an indicator"),
        rest if rest.contains(char::is_alphabetic) => {
            format!("{number}: the unit is said once, in the section or the key \"unit\"")
        }
        _ => format!("{number}: what the mark after it says belongs into \"quote\" or \"estimated\""),
    })
}

/// Signs and words that stand in tables where there is no figure.
fn is_no_figure(text: &str) -> bool {
    const WORDS: [&str; 20] = [
        "na",
        "n/a",
        "n.a.",
        "nan",
        "null",
        "none",
        "nil",
        "nd",
        "n.d.",
        "x",
        "s",
        "c",
        "missing",
        "unknown",
        "no data",
        "không có",
        "không rõ",
        "chưa có",
        "kxđ",
        "không",
    ];
    !text.contains(char::is_alphanumeric)
        || WORDS.contains(&text.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']')))
}

/// A number as JSON has it, of one in a text; both, where the text may be either.
fn number(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    if text.is_empty()
        || !text.starts_with(|c: char| c.is_ascii_digit())
        || !text.ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return None;
    }
    // without zeros at the front, which JSON does not take
    let plain = |digits: String| match digits.trim_start_matches('0') {
        "" => "0".to_owned(),
        rest if rest.starts_with('.') => format!("0{rest}"),
        rest => rest.to_owned(),
    };
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    let [first, .., last] = groups[..] else { return Some(plain(text)) };
    let thousands = |groups: &[&str]| first.len() <= 3 && groups.iter().skip(1).all(|group| group.len() == 3);
    let signs: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let all_alike = signs.windows(2).all(|pair| pair.first() == pair.last());
    if signs.len() > 1 && all_alike {
        return thousands(&groups).then(|| plain(groups.concat()));
    }
    if signs.len() > 1 {
        // the last sign is the other one, that of decimals
        let whole = groups.split_last()?.1;
        let before = signs.split_last()?.1;
        let right = thousands(whole)
            && before.iter().all(|sign| Some(sign) != signs.last())
            && before.windows(2).all(|p| p.first() == p.last());
        return right.then(|| plain(format!("{}.{last}", whole.concat())));
    }
    let decimal = plain(format!("{first}.{last}"));
    match last.len() == 3 && first.len() <= 3 && !first.starts_with('0') {
        true => {
            let trimmed = decimal.trim_end_matches('0').trim_end_matches('.').to_owned();
            Some(format!("{} or {trimmed}", groups.concat()))
        }
        false => Some(decimal),
    }
}

/// How the format has a unit that is named in words, where it has one of its own; of a text in lower case and as it
/// stands.
pub(super) fn unit(lower: &str, text: &str) -> Option<String> {
    const PERCENT: [&str; 12] = [
        "%",
        "percent",
        "per cent",
        "pct",
        "phần trăm",
        "persen",
        "pour cent",
        "pourcent",
        "ร้อยละ",
        "เปอร์เซ็นต์",
        "百分比",
        "percentage",
    ];
    const PERMILLE: [&str; 6] = ["‰", "permille", "per mille", "per mil", "phần nghìn", "pour mille"];
    let of_format = |lower: &str, text: &str| match lower {
        _ if PERCENT.contains(&lower) => Some("\"percent\"".to_owned()),
        _ if PERMILLE.contains(&lower) => Some("\"permille\"".to_owned()),
        _ => money(lower, text),
    };
    if let Some(unit) = of_format(lower, text) {
        return Some(unit);
    }
    // "triệu đồng/tháng"
    let (before, period) = lower.rsplit_once('/')?;
    let period = period_of(period.trim())?;
    let before = before.trim_end();
    // a letter may have another length in lower case
    let text = text.rsplit_once('/').map_or(before, |(text, _)| text.trim_end());
    let unit = of_format(before, text).unwrap_or_else(|| format!("\"{text}\""));
    Some(format!("{unit} with \"per\": \"{period}\" beside it"))
}

fn period_of(word: &str) -> Option<&'static str> {
    const PERIODS: [(&str, &[&str]); 5] = [
        ("day", &["ngày", "hari", "jour", "วัน", "日", "天"]),
        ("week", &["tuần", "minggu", "semaine", "สัปดาห์", "周"]),
        ("month", &["tháng", "bulan", "mois", "เดือน", "月"]),
        ("quarter", &["quý", "triwulan", "trimestre", "ไตรมาส", "季度"]),
        ("year", &["năm", "tahun", "an", "année", "ปี", "年"]),
    ];
    let is = |(name, words): &&(&'static str, &[&str])| *name == word || words.contains(&word);
    PERIODS.iter().find(is).map(|(name, _)| *name)
}

/// The format's unit of money for an amount such as "tỷ đồng" or "million USD".
fn money(lower: &str, text: &str) -> Option<String> {
    // the longer ones first: "đô la mỹ" is no đồng
    const CURRENCIES: [(&str, &str); 16] = [
        ("đồng", "VND"),
        ("dong", "VND"),
        ("vnđ", "VND"),
        ("vnd", "VND"),
        ("rupiah", "IDR"),
        ("baht", "THB"),
        ("บาท", "THB"),
        ("人民币", "CNY"),
        ("元", "CNY"),
        ("yuan", "CNY"),
        ("đô la mỹ", "USD"),
        ("us dollars", "USD"),
        ("us$", "USD"),
        ("euros", "EUR"),
        ("euro", "EUR"),
        ("€", "EUR"),
    ];
    const SCALES: [(&str, &[&str]); 9] = [
        ("one", &[""]),
        ("thousand", &["thousand", "nghìn", "ngàn", "ribu", "mille", "milliers de", "พัน", "千"]),
        ("ten_thousand", &["หมื่น", "万"]),
        ("lakh", &["lakh", "แสน"]),
        ("million", &["million", "triệu", "juta", "million de", "millions de", "millions d'", "ล้าน", "百万"]),
        ("crore", &["crore", "สิบล้าน", "千万"]),
        ("hundred_million", &["ร้อยล้าน", "亿"]),
        (
            "billion",
            &[
                "billion",
                "tỷ",
                "tỉ",
                "miliar",
                "milliard de",
                "milliards de",
                "milliards d'",
                "พันล้าน",
                "十亿",
            ],
        ),
        ("trillion", &["trillion", "nghìn tỷ", "nghìn tỉ", "ngàn tỷ", "ngàn tỉ", "triliun", "ล้านล้าน"]),
    ];
    let scale =
        |rest: &str| SCALES.iter().find(|(_, words)| words.contains(&rest.trim())).map(|(name, _)| *name);
    let named = || {
        CURRENCIES.iter().find_map(|(word, code)| {
            let rest = lower.strip_suffix(word).or(lower.strip_prefix(word))?;
            Some((*code, scale(rest)?))
        })
    };
    // by its code, which no other word is written as
    let coded = || {
        let is_code = |word: &str| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
        let code = text.split_whitespace().find(|word| is_code(word))?;
        let currency = iso_currency::Currency::from_code(code)?;
        Some((currency.code(), scale(&text.replacen(code, "", 1).to_lowercase())?))
    };
    let (code, scale) = named().or_else(coded)?;
    let scale = if scale == "one" { String::new() } else { format!(", \"scale\": \"{scale}\"") };
    Some(format!("{{ \"currency\": \"{code}\"{scale} }}"))
}
