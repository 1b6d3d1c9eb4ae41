/// Before and after what a message sets in bold, as [`Platform::message`](crate::platform::Platform::message) gives it:
/// `<b>` and `</b>` of a language's file, as characters that no text of a data file holds.
pub const OPEN: char = '\u{2}';
/// See [`OPEN`].
pub const CLOSE: char = '\u{3}';

/// A part of what is said of a figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    pub text: String,
    /// In bold: the number and what qualifies it.
    pub strong: bool,
    /// A blank stands before it.
    pub spaced: bool,
}

impl Part {
    /// The parts of a message: of a text without emphasis one, of an empty one none. Neighbours of one kind are one
    /// part.
    pub fn all(message: &str) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let (mut strong, mut spaced) = (false, false);
        for c in message.chars() {
            match (c, parts.last_mut()) {
                (OPEN | CLOSE, _) => strong = c == OPEN,
                // other blanks are the message's own: a no-break one stays
                (' ', _) => spaced = true,
                (_, Some(last)) if last.strong == strong => {
                    last.text += if spaced { " " } else { "" };
                    last.text.push(c);
                    spaced = false;
                }
                (_, last) => {
                    // also where the language has no blanks, an author's unit in another one does not touch the number
                    let latin = c.is_ascii_alphabetic() || ('\u{C0}'..'\u{2000}').contains(&c);
                    let touching = |last: &Part| last.text.as_bytes().last().is_some_and(u8::is_ascii_digit);
                    let spaced_before = last.is_some_and(|last| spaced || (latin && touching(last)));
                    parts.push(Part { text: c.into(), strong, spaced: spaced_before });
                    spaced = false;
                }
            }
        }
        parts
    }
}

/// The parts as one text.
pub(crate) fn whole(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        text += if part.spaced { " " } else { "" };
        text += &part.text;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each part in brackets where it is strong, with its blank.
    fn shown(message: &str) -> String {
        let message = message.replace('[', "\u{2}").replace(']', "\u{3}");
        let mut text = String::new();
        for Part { text: part, strong, spaced } in Part::all(&message) {
            text += if spaced { " " } else { "" };
            text += &if strong { format!("[{part}]") } else { part };
        }
        text
    }

    #[test]
    fn emphasis_stands_where_the_message_has_it() {
        assert_eq!(shown("[over 50] million"), "[over 50] million");
        assert_eq!(shown("[50] million [or more]"), "[50] million [or more]");
        assert_eq!(shown("[超过50]个"), "[超过50]个");
        assert_eq!(shown("[超过50]clusters"), "[超过50] clusters");
    }

    #[test]
    fn an_empty_unit_leaves_no_gap_and_no_part() {
        assert_eq!(shown("[50]  [or more]"), "[50 or more]");
        assert_eq!(shown("[50] "), "[50]");
        assert_eq!(shown(""), "");
    }

    #[test]
    fn a_figure_within_a_message_goes_on_in_bold() {
        assert_eq!(shown("[estimated] [over 50] million"), "[estimated over 50] million");
        assert_eq!(shown("[估计][超过50]个"), "[估计超过50]个");
    }
}
