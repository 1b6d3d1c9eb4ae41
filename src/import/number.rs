//! Numbers as they are written, and which sign in a column is the decimal one.

/// A number to the digit: so many parts of ten, of a hundred, …
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    digits: i128,
    decimals: u8,
}

impl Number {
    /// A whole number.
    pub fn whole(n: i128) -> Number {
        Number { digits: n, decimals: 0 }
    }

    /// That of a text with a point before its decimals, such as spreadsheets and JSON have it.
    pub fn parse(text: &str) -> Option<Number> {
        let (text, power) = match text.split_once(['e', 'E']) {
            Some((number, power)) => (number, power.parse::<i32>().ok().filter(|p| p.abs() < 30)?),
            None => (text, 0),
        };
        let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let mut number = number(&[whole], part)?;
        number.digits *= sign;
        number.times_ten(power)
    }

    /// How many decimals it was written with.
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// Its opposite.
    pub fn negative(self) -> Number {
        Number { digits: -self.digits, ..self }
    }

    /// Are all of its decimals zeros?
    pub fn is_whole(self) -> bool {
        10i128.checked_pow(self.decimals.into()).is_some_and(|parts| self.digits % parts == 0)
    }

    /// Is it below zero?
    pub fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// Is it zero?
    pub fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// The digit that all of its digits are, where it has two or more.
    pub fn digit(self) -> Option<u8> {
        let mut rest = self.digits.unsigned_abs();
        let last = (rest % 10) as u8;
        if rest < 10 {
            return None;
        }
        while rest > 0 {
            if (rest % 10) as u8 != last {
                return None;
            }
            rest /= 10;
        }
        Some(last)
    }

    /// So many places further to the left, or to the right.
    pub fn times_ten(self, power: i32) -> Option<Number> {
        let decimals = i32::from(self.decimals) - power;
        match u8::try_from(decimals.max(0)) {
            Ok(decimals @ 0..=40) => {
                let factor =
                    10i128.checked_pow(u32::try_from((-i32::from(self.decimals) + power).max(0)).ok()?)?;
                Some(Number { digits: self.digits.checked_mul(factor)?, decimals })
            }
            _ => None,
        }
    }

    /// The sum of both.
    pub fn plus(self, other: Number) -> Option<Number> {
        let decimals = self.decimals.max(other.decimals);
        let parts = |number: Number| {
            number.digits.checked_mul(10i128.checked_pow(u32::from(decimals - number.decimals))?)
        };
        Some(Number { digits: parts(self)?.checked_add(parts(other)?)?, decimals })
    }

    /// Its order among numbers.
    pub fn compare(self, other: Number) -> Option<std::cmp::Ordering> {
        let most = self.decimals.max(other.decimals);
        let parts = |number: Number| {
            number.digits.checked_mul(10i128.checked_pow(u32::from(most - number.decimals))?)
        };
        Some(parts(self)?.cmp(&parts(other)?))
    }

    /// Is it one of those that a file may hold?
    pub fn is_in_bounds(self) -> bool {
        let x = self.to_f64().abs();
        x == 0.0 || (1e-6..=1e15).contains(&x)
    }

    /// The nearest of those that computers have.
    pub fn to_f64(self) -> f64 {
        self.text().parse().unwrap_or(f64::MAX)
    }

    /// As JSON has it, without zeros at its end.
    pub fn text(self) -> String {
        let mut text = self.digits.unsigned_abs().to_string();
        let decimals = usize::from(self.decimals);
        if decimals > 0 {
            if text.len() <= decimals {
                text.insert_str(0, &"0".repeat(decimals + 1 - text.len()));
            }
            text.insert(text.len() - decimals, '.');
            text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
        }
        if self.digits < 0 {
            text.insert(0, '-');
        }
        text
    }
}

/// Which sign stands before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decimal {
    /// 1.300,5
    Comma,
    /// 1,300.5
    Point,
}

/// What a number means with either sign before its decimals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Readings {
    /// With a comma.
    pub comma: Option<Number>,
    /// With a point.
    pub point: Option<Number>,
}

impl Readings {
    /// Those of a text of digits and what stands between them.
    pub fn of(text: &str) -> Readings {
        // digits alone are most numbers
        if text.len() <= 18 && text.bytes().all(|b| b.is_ascii_digit()) {
            if let Some(number) = number(&[text], "") {
                return Readings::sure(number);
            }
        }
        // and digits with one point that parts no thousands
        if let Some((whole, part)) = text.split_once('.').filter(|_| text.len() <= 18) {
            let is_simple = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            if part.len() != 3 && is_simple(whole) && is_simple(part) {
                return Readings { comma: None, point: number(&[whole], part) };
            }
        }
        Readings { comma: with(text, Decimal::Comma), point: with(text, Decimal::Point) }
    }

    /// Those of a number that is surely this.
    pub fn sure(number: Number) -> Readings {
        Readings { comma: Some(number), point: Some(number) }
    }

    /// The number where it is one alone: by the sign of the column, or because both are the same.
    pub fn get(self, sign: Option<Decimal>) -> Option<Number> {
        match sign {
            Some(Decimal::Comma) => self.comma,
            Some(Decimal::Point) => self.point,
            None if self.is_open() => None,
            None => self.comma.or(self.point),
        }
    }

    /// Is it one number with a comma, and another with a point?
    pub fn is_open(self) -> bool {
        matches!((self.comma, self.point), (Some(comma), Some(point)) if comma != point)
    }

    /// The sign that its digits leave possible, where that is one alone.
    pub fn decides(self) -> Option<Decimal> {
        match (self.comma, self.point) {
            (Some(_), None) => Some(Decimal::Comma),
            (None, Some(_)) => Some(Decimal::Point),
            _ => None,
        }
    }

    /// Both below zero.
    pub fn negative(self) -> Readings {
        Readings { comma: self.comma.map(Number::negative), point: self.point.map(Number::negative) }
    }
}

/// Does this sign stand between thousands, whatever the language?
pub fn is_thin(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\'' | '’')
}

fn with(text: &str, decimal: Decimal) -> Option<Number> {
    let (decimal, thousands) = match decimal {
        Decimal::Comma => (',', '.'),
        Decimal::Point => ('.', ','),
    };
    if let Some(at) = text.find('E') {
        let (number, power) = text.split_at_checked(at)?;
        let power = power.get(1..)?.parse::<i32>().ok().filter(|power| power.abs() <= 15)?;
        return with(number, if decimal == ',' { Decimal::Comma } else { Decimal::Point })?.times_ten(power);
    }
    let (whole, part) = match text.split_once(decimal) {
        Some((whole, part)) if !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) => (whole, part),
        Some(_) => return None,
        None => (text, ""),
    };
    let mut sign = None;
    let mut one = |c: char| {
        let is = c == thousands || is_thin(c);
        let same = sign.is_none_or(|sign| sign == c);
        if is {
            sign = Some(c);
        }
        (is, same)
    };
    let mut mixed = false;
    let groups: Vec<&str> = whole
        .split(|c: char| {
            let (is, same) = one(c);
            mixed |= is && !same;
            is
        })
        .collect();
    let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_grouped = match &*sizes {
        [_] => true,
        [1..=3, rest @ ..] if rest.iter().all(|size| *size == 3) => true,
        // 12,34,567
        [1..=2, rest @ .., 3] => sign == Some(',') && rest.iter().all(|size| *size == 2),
        _ => false,
    };
    let is_led_by_zero = sizes.len() > 1 && whole.starts_with('0');
    if mixed || !is_grouped || is_led_by_zero {
        return None;
    }
    number(&groups, part)
}

fn number(groups: &[&str], part: &str) -> Option<Number> {
    let mut digits: i128 = 0;
    let mut count = 0;
    for byte in groups.iter().flat_map(|group| group.bytes()).chain(part.bytes()) {
        if !byte.is_ascii_digit() || count > 30 {
            return None;
        }
        digits = digits * 10 + i128::from(byte - b'0');
        count += 1;
    }
    (count > 0).then_some(Number { digits, decimals: u8::try_from(part.len()).ok()? })
}

/// What the numbers of a column say of its decimal sign. Cells are known by what their place is.
#[derive(Debug, Default)]
pub struct Votes<P> {
    /// The first that is a number with a comma only, and how many there are.
    pub comma: Option<(P, usize)>,
    /// The same of a point.
    pub point: Option<(P, usize)>,
    /// The first that is one number with a comma and another with a point, and how many there are.
    pub open: Option<(P, usize)>,
}

impl<P: Copy> Votes<P> {
    /// Counts a number.
    pub fn see(&mut self, number: Readings, place: P) {
        let which = match number.decides() {
            Some(Decimal::Comma) => &mut self.comma,
            Some(Decimal::Point) => &mut self.point,
            None if number.is_open() => &mut self.open,
            None => return,
        };
        which.get_or_insert((place, 0)).1 += 1;
    }

    /// The sign of the column: `Ok(None)` where no number has any. An error where its numbers need both, or where each
    /// of them could be read with either.
    pub fn decide(&self) -> Result<Option<Decimal>, Doubt> {
        match (&self.comma, &self.point, &self.open) {
            (Some(_), Some(_), _) => Err(Doubt::Both),
            (Some(_), None, _) => Ok(Some(Decimal::Comma)),
            (None, Some(_), _) => Ok(Some(Decimal::Point)),
            (None, None, Some(_)) => Err(Doubt::Either),
            (None, None, None) => Ok(None),
        }
    }
}

/// Why a column has no decimal sign that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Some numbers need a comma, others a point.
    Both,
    /// Every number can be read in both ways.
    Either,
}
