//! The messages of `texts/` and their arguments. Code calls them by their names, of which the compiler makes numbers:
//! a name that is in no file does not compile, and none of them is in the modules that pages load.

/// The names of all messages, in the order of English's file: see `build.rs`.
const MESSAGES: &[&str] = include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The names of their arguments.
const ARGUMENTS: &[&str] = include!(concat!(env!("OUT_DIR"), "/arguments.rs"));

/// A message: its place in English's file.
///
/// ```
/// use village_charts::{message, platform::{Native, Platform}, text::Locale};
/// let platform = Native::default();
/// assert_eq!(platform.message(message!("table"), &[], Locale::EN), "Table");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message(pub(crate) u16);

/// An argument of messages: its place among the names of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument(pub(crate) u8);

/// A message that is heard otherwise than it is read: the one that is heard stands after it in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spoken(Message);

/// The [`Message`](crate::text::Message) of a name; does not compile where there is none.
#[macro_export]
macro_rules! message {
    ($name:expr) => {
        const { $crate::text::Message::named($name) }
    };
}

/// The [`Argument`](crate::text::Argument) of a name; does not compile where no message has one.
#[macro_export]
macro_rules! arg {
    ($name:literal) => {
        const { $crate::text::Argument::named($name) }
    };
}

/// The [`Spoken`] of a message's name; does not compile where it is heard as it is read.
macro_rules! spoken {
    ($name:literal) => {
        const { $crate::text::Spoken::named($name, concat!($name, "-spoken")) }
    };
}

impl Message {
    /// See [`message!`].
    #[doc(hidden)]
    pub const fn named(name: &str) -> Message {
        Message(place(name, MESSAGES) as u16)
    }

    /// The one of a name that is known when the program runs.
    #[cfg(feature = "native")]
    pub fn find(name: &str) -> Option<Message> {
        let place = MESSAGES.iter().position(|known| *known == name)?;
        Some(Message(place as u16))
    }

    /// Its name.
    #[cfg(feature = "native")]
    pub fn name(self) -> &'static str {
        MESSAGES.get(usize::from(self.0)).copied().unwrap_or_default()
    }
}

impl Spoken {
    pub const fn named(name: &str, heard: &str) -> Spoken {
        let (read, heard) = (Message::named(name), Message::named(heard));
        assert!(heard.0 == read.0 + 1, "the message that is heard stands after the one that is read");
        Spoken(read)
    }

    /// The one that is read.
    pub fn read(self) -> Message {
        self.0
    }

    /// The one that is heard.
    pub fn heard(self) -> Message {
        Message(self.0 .0 + 1)
    }
}

impl Argument {
    /// See [`arg!`].
    #[doc(hidden)]
    pub const fn named(name: &str) -> Argument {
        Argument(place(name, ARGUMENTS) as u8)
    }

    /// Its name.
    #[cfg(feature = "native")]
    pub fn name(self) -> &'static str {
        ARGUMENTS.get(usize::from(self.0)).copied().unwrap_or_default()
    }

    /// The one of a name that is known when the program runs.
    #[cfg(feature = "native")]
    pub fn find(name: &str) -> Option<Argument> {
        let place = ARGUMENTS.iter().position(|known| *known == name)?;
        Some(Argument(place as u8))
    }
}

/// Where a name stands. Only the compiler runs it.
#[expect(clippy::indexing_slicing, clippy::panic, reason = "only the compiler runs it")]
const fn place(name: &str, names: &[&str]) -> usize {
    let mut place = 0;
    while place < names.len() {
        if is_same(name.as_bytes(), names[place].as_bytes()) {
            return place;
        }
        place += 1;
    }
    panic!("no message of texts/en.ftl has this name")
}

#[expect(clippy::indexing_slicing, reason = "only the compiler runs it")]
const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut i = 0;
    while i < one.len() {
        if one[i] != other[i] {
            return false;
        }
        i += 1;
    }
    true
}
