//! The platform outside a browser writes numbers as browsers do: what a page and the command show of one file is the
//! same.

#[cfg(feature = "tools")]
use village_charts::data;
use village_charts::platform::{Digits, Native, Platform};
use village_charts::text::Locale;

#[test]
fn a_number_is_rounded_from_the_digits_it_is_written_with() {
    let number = |x| Native::default().number(x, Digits::ALL, Locale::EN);
    // in binary a hair less than a half: `Intl` rounds what is written
    assert_eq!(number(0.0000035), "0.000004");
    assert_eq!(number(1.2345678901234568e20), "123,456,789,012,345,680,000");
    assert_eq!(number(1300.0), "1,300");
    assert_eq!(number(-0.5), "-0.5");
    assert_eq!(number(f64::INFINITY), "inf");
}

/// serde_json's quick way to read a number is wrong in the last digit of one in some thousands.
#[test]
#[cfg(feature = "tools")]
fn a_number_is_read_as_it_is_written() {
    let file = r#"{ "format": "village-charts/1", "villages": [{ "name": "A", "revenue": 3.0963926092876294e+100 }] }"#;
    let findings = data::read(file.as_bytes(), &Native::default()).findings;
    let found = &findings[0].found;
    assert!(found.starts_with("30,963,926,092,876,294,000"), "{found}");
}
