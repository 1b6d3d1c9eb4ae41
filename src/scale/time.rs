//! Days of the calendar.

use super::Scale;
use crate::data::Date;

/// Days, counted from 1 January 1970; equal numbers of them are equally long, so that years that are missing are seen.
/// Ticks are where years, quarters or months begin, or days of a month.
///
/// ```
/// use village_charts::scale::{Axis, Time};
/// let years = Axis::new(Time, (Time::day(2014, 1, 1), Time::day(2024, 7, 1)), (0.0, 500.0));
/// let dates: Vec<_> = years.ticks(100.0).into_iter().map(Time::date).collect();
/// assert_eq!(dates, [(2014, 1, 1), (2016, 1, 1), (2018, 1, 1), (2020, 1, 1), (2022, 1, 1), (2024, 1, 1)]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Time;

/// From tick to tick of a [`Time`] axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many days, from the first of each month on.
    Days(i64),
    /// So many months, from January on: 3 are a quarter, 12 a year, and multiples of 12 so many years.
    Months(i64),
}

impl Time {
    /// The number of a day. `month` is 1 to 12.
    pub fn day(year: i64, month: u8, day: u8) -> f64 {
        // the year begins in March, so that the leap day is its last
        let (year, month) = (year - i64::from(month < 3), (i64::from(month) + 9) % 12);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * month + 2) / 5 + i64::from(day) - 1;
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        (days - 719_468) as f64
    }

    /// Year, month and day of a number: the day that it lies in.
    pub fn date(day: f64) -> (i64, u8, u8) {
        let days = day.floor() as i64 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (era * 400 + year + i64::from(month < 3), month as u8, day as u8)
    }

    /// Where a date of a file begins: of a year, its first of January.
    pub fn of(date: Date) -> f64 {
        Time::day(i64::from(date.year), date.month.unwrap_or(1), date.day.unwrap_or(1))
    }

    /// The finest step of which there are at most so many, and how finely its ticks are to be named.
    pub fn step(low: f64, high: f64, most: usize) -> Step {
        const DAYS: [Step; 4] = [Step::Days(1), Step::Days(2), Step::Days(5), Step::Days(10)];
        const MONTHS: [Step; 2] = [Step::Months(1), Step::Months(3)];
        let mut years = 1;
        loop {
            let of_years = [1, 2, 5].map(|digit| Step::Months(12 * digit * years));
            let begin: &[Step] = if years == 1 { &DAYS } else { &[] };
            let then: &[Step] = if years == 1 { &MONTHS } else { &[] };
            for step in begin.iter().chain(then).chain(&of_years) {
                if starts(low, high, *step, most.max(1)).len() <= most.max(1) {
                    return *step;
                }
            }
            years *= 10;
        }
    }
}

/// The days from `low` to `high` where a step begins; no more than one too many.
fn starts(low: f64, high: f64, step: Step, most: usize) -> Vec<f64> {
    let mut days = Vec::new();
    let (year, ..) = Time::date(low);
    let months = match step {
        Step::Days(_) => 1,
        Step::Months(months) => months,
    };
    // of several years the round ones: those that are multiples
    let mut month = (year * 12).div_euclid(months) * months;
    loop {
        let first = first_of(month);
        if first > high || days.len() > most {
            return days;
        }
        let every = match step {
            Step::Days(every) => every,
            Step::Months(_) => i64::MAX,
        };
        let next = first_of(month + 1);
        let mut day = first;
        while day <= high && days.len() <= most {
            if day >= low {
                days.push(day);
            }
            day += every as f64;
            // the first of the next month is a tick: none just before it
            if day + every as f64 > next {
                break;
            }
        }
        month += months;
    }
}

/// The first day of a month that is counted from the year 0 on.
fn first_of(month: i64) -> f64 {
    Time::day(month.div_euclid(12), month.rem_euclid(12) as u8 + 1, 1)
}

impl Scale for Time {
    fn units(&self, value: f64) -> f64 {
        value
    }

    fn value(&self, units: f64) -> f64 {
        units
    }

    fn ticks(&self, low: f64, high: f64, most: usize) -> Vec<f64> {
        // beyond these a number of days is no date
        if !(low <= high && low > -1e9 && high < 1e9) {
            return Vec::new();
        }
        starts(low, high, Time::step(low, high, most), most.max(1))
    }
}
