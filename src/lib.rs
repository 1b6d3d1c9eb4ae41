//! Honest, interactive charts of village statistics, drawn by Rust on a canvas.
//!
//! The road from JSON to pixels goes one way:
//!
//! ```
//! use village_charts::{chart, data, draw, platform::Native, text::Locale, view::{Kind, View}};
//!
//! let json = r#"{ "format": "village-charts/1",
//!                  "revenue": { "unit": "billion_vnd", "per": "year" },
//!                  "villages": [{ "name": "La Phù", "revenue": { "more_than": 1300 } }] }"#;
//! let platform = Native::default();
//! let reading = data::read(json.as_bytes(), &platform);           // JSON → Dataset + findings
//! let view = View::new(Kind::Revenue, Locale::VI, 640.0);         // what the reader has chosen
//! let scene = chart::scene(&reading.dataset.unwrap(), &view, &platform).unwrap();
//! let svg = draw::svg(&scene, &draw::Theme::Light, Locale::VI, &platform);
//! assert!(svg.contains("trên 1.300"));
//! ```
//!
//! In a page the same scene goes onto a canvas; see the element `<village-chart>` in `www/`.

#![warn(missing_docs)]
// A module with some of the charts of many places has all of what they have in common; what it does not use the linker
// leaves out.
#![cfg_attr(all(feature = "many", not(feature = "all")), allow(dead_code, unused_imports))]
// No input stops the module: what is indexed, cut or unwrapped is asked first whether it is there.
#![deny(clippy::indexing_slicing, clippy::string_slice, clippy::unwrap_used, clippy::expect_used)]
#![deny(clippy::panic, clippy::unreachable, clippy::todo, clippy::unimplemented)]

// first: its macros are known to what stands below it
#[macro_use]
pub mod text;

#[cfg(all(feature = "native", feature = "tools"))]
pub mod card;
pub mod chart;
pub mod data;
pub mod draw;
#[cfg(feature = "tools")]
pub mod embed;
#[cfg(feature = "export")]
pub mod export;
pub mod figure;
#[cfg(feature = "import")]
pub mod import;
pub mod platform;
pub mod scale;
pub mod scene;
mod sort;
#[cfg(feature = "tools")]
pub mod table;
pub mod view;
pub mod wire;

#[cfg(all(target_arch = "wasm32", not(feature = "import")))]
mod web;
// a module of its own, which draws nothing in the page
#[cfg(all(target_arch = "wasm32", feature = "import"))]
#[path = "web/import.rs"]
mod web;
