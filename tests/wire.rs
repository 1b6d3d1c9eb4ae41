//! What crosses between Rust and the scripts of a page.

#![cfg(feature = "tools")]

use village_charts::data::Period;
use village_charts::text::Locale;
use village_charts::view::{Action, Filter, Kind, Sizes, Sort, View};
use village_charts::wire::{self, Writer};

#[test]
fn the_types_of_the_scripts_are_those_of_the_records() {
    let hint = "write them anew: cargo run --quiet --example wire > www/src/wire.ts";
    assert!(include_str!("../www/src/wire.ts") == wire::script(), "{hint}");
}

#[test]
fn a_view_that_was_handed_out_is_taken_back_as_it_was() {
    let mut view = View::new(Kind::Income, Locale::EN, 320.5);
    let text = |text: &str| Some(text.to_owned());
    let filter =
        Filter { query: "La\nPhù".to_owned(), craft: String::new(), district: "Hoài Đức".to_owned() };
    for action in [
        Action::Sizes(Sizes { bar: 1.5, gap: 0.75 }),
        Action::Unit(Some(Period::Year)),
        Action::Sort(Sort::Name),
        Action::Filter(filter),
        Action::Page(3),
        Action::Hover(text("a")),
        Action::Select(text("")),
        Action::Threshold(Some(1e15)),
        Action::Cells(text("new")),
    ] {
        view.update(action);
    }
    let Writer { words, numbers } = Writer::of(&*view);
    let mut other = View::new(Kind::Revenue, Locale::VI, 0.0);
    for change in wire::changes(&words, &numbers) {
        other.update(change);
    }
    assert_eq!(other, view);
}

#[test]
fn what_is_no_change_of_a_view_changes_nothing() {
    for words in ["", "n", "[", "{\0kind\0\"pie", "{\0width\0\"wide", "{\0sizes\0{\0bar\0#", "{\0other\0t"] {
        assert_eq!(wire::changes(words, &[1.0, 1.0, 1.0]), [], "{words:?}");
    }
    let default = |words: &str| wire::changes(words, &[1.0]);
    assert_eq!(default("{\0unit\0\"decade"), [Action::Unit(None)]);
    assert_eq!(default("{\0sort\0\"size"), [Action::Sort(Sort::Value)]);
    assert_eq!(default("{\0locale\0\"?"), [Action::Locale(Locale::EN)]);
}
