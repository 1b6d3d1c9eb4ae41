//! Cells of tables: what a source wrote, and what it means.
//!
//! `PROPTEST_CASES=1000000 cargo test --release --test import_figures` tries that many random cells.

#![cfg(feature = "import")]

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use village_charts::import::cell::{Base, Cell, Legend, Reader, Said};
use village_charts::import::number::{Decimal, Readings, Votes};
use village_charts::import::words::{Qualifier, Share, Words};

/// What a figure says, as the table of ways to write one has it.
fn describe(said: &Said, sign: Option<Decimal>) -> String {
    if sign.is_none() && said.numbers.iter().any(|(number, _)| number.is_open()) {
        return "asked".to_owned();
    }
    // in the unit that it says
    let scale = said.unit.scale.unwrap_or(0);
    let Ok(numbers) = said.numbers(sign, scale) else { return "unclear".to_owned() };
    let mut words = vec![match (said.qualifier, numbers.len()) {
        (Some(Qualifier::About), _) => "about",
        (Some(Qualifier::Nearly), _) => "nearly",
        (Some(Qualifier::MoreThan), _) => "more_than",
        (Some(Qualifier::AtLeast), _) => "at_least",
        (Some(Qualifier::LessThan), _) => "less_than",
        (Some(Qualifier::AtMost), _) => "at_most",
        (None, 1) => "exact",
        (None, _) => "range",
    }
    .to_owned()];
    words.extend(numbers.iter().map(|number| number.text()));
    if let (Some(last), true) = (words.last_mut(), scale > 0) {
        *last += &format!("e{scale}");
    }
    words.extend(said.unit.base.iter().map(|base| match base {
        Base::Share(Share::Percent) => "percent".to_owned(),
        Base::Share(Share::Permille) => "permille".to_owned(),
        Base::Money(code) => code.clone(),
        Base::Noun(noun) => noun.clone(),
    }));
    words.extend(said.unit.per_person.then(|| "/person".to_owned()));
    words.extend(said.unit.per.map(|per| format!("/{}", per.name())));
    words.extend(said.flags.iter().map(|flag| flag.key().to_owned()));
    words.extend(said.estimated.then(|| "estimated".to_owned()));
    words.join(" ")
}

fn read(cell: &str, sign: Option<Decimal>) -> String {
    let legend = Legend::default();
    let reader = Reader { words: Words::all(), legend: &legend, noun: None };
    match reader.read(cell) {
        Ok(Cell::Empty) => "empty".to_owned(),
        Ok(Cell::Missing(reason)) => format!("missing {reason}"),
        Ok(Cell::Figure(said)) => describe(&said, sign),
        Err(_) => "unclear".to_owned(),
    }
}

#[test]
fn each_way_to_write_a_figure_means_what_it_says() {
    let table = include_str!("data/import/figures.tsv");
    let mut wrong = Vec::new();
    let mut count = 0;
    for (i, line) in table.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let [sign, cell, meaning] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("line {}: {line}", i + 1)
        };
        let sign = match sign {
            "," => Some(Decimal::Comma),
            "." => Some(Decimal::Point),
            _ => None,
        };
        count += 1;
        // composed and decomposed, whatever the blank
        let ways = [cell.to_owned(), cell.nfd().collect(), cell.replace(' ', "\u{A0}")];
        for way in ways {
            let found = read(&way, sign);
            if found != meaning {
                wrong.push(format!("line {}: {cell}: {found}; expected {meaning}", i + 1));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 300, "{count}");
}

#[test]
fn the_decimal_sign_is_that_of_a_whole_column() {
    let decide = |cells: &[&str]| {
        let mut votes = Votes::default();
        cells.iter().enumerate().for_each(|(i, cell)| votes.see(Readings::of(cell), i));
        votes.decide().map_err(|doubt| format!("{doubt:?}"))
    };
    assert_eq!(decide(&["1.300", "950", "700"]), Err("Either".to_owned()));
    assert_eq!(decide(&["1.300", "4,5", "700"]), Ok(Some(Decimal::Comma)));
    assert_eq!(decide(&["1.300", "4.5"]), Ok(Some(Decimal::Point)));
    assert_eq!(decide(&["1.300.000", "1.300"]), Ok(Some(Decimal::Comma)));
    assert_eq!(decide(&["950", "700"]), Ok(None));
    assert_eq!(decide(&["4,5", "4.5"]), Err("Both".to_owned()));
}

/// Pieces of which cells are made.
fn piece() -> impl Strategy<Value = String> {
    let words = vec![
        "trên",
        "gần",
        "khoảng",
        "từ",
        "trở lên",
        "đến",
        "over",
        "about",
        "to",
        "or more",
        "tỷ",
        "triệu",
        "đồng",
        "%",
        "/",
        "năm",
        "tháng",
        "người",
        "p",
        "(r)",
        "*",
        "-",
        "–",
        "−",
        "..",
        "…",
        "x",
        "c",
        "n/a",
        "<",
        ">",
        "≥",
        "e",
        ".",
        ",",
        " ",
        "\u{A0}",
        "(",
        ")",
        "k",
        "bn",
        "$",
        "and",
        "between",
        "ước",
        "1",
        "E+",
        "'",
    ];
    prop_oneof![
        4 => prop::sample::select(words).prop_map(str::to_owned),
        3 => (0u32..2_000_000).prop_map(|n| n.to_string()),
        2 => (0u32..2000, 0u32..1000, prop::sample::select(vec!['.', ',']))
            .prop_map(|(a, b, c)| format!("{a}{c}{b:03}")),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// The digits of a text in their order, without zeros, which scales add.
fn digits(text: &str) -> String {
    text.chars().filter(|c| ('1'..='9').contains(c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(5000),
        ..ProptestConfig::default()
    })]

    /// No cell panics, and none becomes a number whose digits it does not hold.
    #[test]
    fn no_cell_becomes_a_number_that_it_does_not_hold(
        pieces in prop::collection::vec((piece(), any::<bool>()), 0..7),
        sign in prop::sample::select(vec![None, Some(Decimal::Comma), Some(Decimal::Point)]),
    ) {
        let written = |(piece, blank): &(String, bool)| format!("{piece}{}", if *blank { " " } else { "" });
        let cell: String = pieces.iter().map(written).collect();
        let legend = Legend::default();
        let reader = Reader { words: Words::all(), legend: &legend, noun: None };
        if let Ok(Cell::Figure(said)) = reader.read(&cell) {
            if let Ok(numbers) = said.numbers(sign, said.unit.scale.unwrap_or(0)) {
                let held: String = numbers.iter().map(|number| digits(&number.text())).collect();
                prop_assert!(digits(&cell).contains(&held), "{cell:?}: {numbers:?}");
                // all of its digits are read: none is left out
                let exponents = cell.matches("E+").count() + cell.matches("E-").count();
                prop_assert!(exponents > 0 || digits(&cell) == held, "{cell:?}: {numbers:?}");
            }
        }
    }

    #[test]
    fn no_text_panics(cell in any::<String>()) {
        read(&cell, None);
    }
}
