//! The TypeScript of what crosses.

/// A record that has a declaration of its own.
pub trait Declared {
    /// It, in TypeScript.
    fn declaration() -> String;
}

/// The text of `www/src/wire.ts`, which has the records of all modules.
#[cfg(feature = "tools")]
pub fn script() -> String {
    use super::{Asked, Finding, Fragment, Item, Layout, Picture};
    use crate::scene::{Choices, Named, Options, Picked, Threshold};
    use crate::view::{Filter, Sizes, State};
    let head =
        "/** What crosses between Rust and the scripts: made from the records in Rust, see `tests/wire.rs`. */\n";
    let records = [
        State::declaration,
        Sizes::declaration,
        Filter::declaration,
        Finding::declaration,
        Item::declaration,
        Picture::declaration,
        Options::declaration,
        Layout::declaration,
        Fragment::declaration,
        Asked::declaration,
        Choices::declaration,
        Threshold::declaration,
        Named::declaration,
        Picked::declaration,
    ];
    records.iter().fold(head.to_owned(), |text, declaration| text + "\n" + &declaration())
}

/// An interface: its comment, its name, and of each field comment, name and type.
pub(crate) fn interface(docs: &[&str], name: &str, fields: &[(&[&str], &str, String)]) -> String {
    let mut text = format!("{}export interface {name} {{\n", comment(docs, ""));
    for (docs, name, kind) in fields {
        let line = format!("  {name}: {kind};\n");
        // as Prettier breaks a line
        let kind = match line.len() > 121 {
            true => format!("\n    | {}", kind.replace(" | ", "\n    | ")),
            false => format!(" {kind}"),
        };
        text += &format!("{}  {name}:{kind};\n", comment(docs, "  "));
    }
    text + "}\n"
}

fn comment(docs: &[&str], indent: &str) -> String {
    match docs {
        [line] => format!("{indent}/**{line} */\n"),
        lines => {
            let lines: String = lines.iter().map(|line| format!("{indent} *{line}\n")).collect();
            format!("{indent}/**\n{lines}{indent} */\n")
        }
    }
}

/// One of a few words.
pub(crate) fn one_of(words: &[&str]) -> String {
    words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" | ")
}
