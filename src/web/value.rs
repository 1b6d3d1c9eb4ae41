//! A JavaScript value as a [`Node`]. serde-wasm-bindgen could read it as well, but its errors carry
//! no path, it follows an object that holds itself until the stack ends, and naming types in its
//! errors brings the formatting of floats along (7 KB).

use crate::data::Node;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Deeper than any data of this format; an object may hold itself.
const DEEPEST: u8 = 32;

/// More values than any data of this format has: an object may hold another many times over.
const MOST: u32 = 1_000_000;

pub(super) fn node(value: &JsValue) -> Node {
    at_depth(value, 0, &mut 0)
}

fn at_depth(value: &JsValue, depth: u8, count: &mut u32) -> Node {
    *count = count.saturating_add(1);
    if value.is_null() || value.is_undefined() {
        return Node::Null;
    }
    if let Some(b) = value.as_bool() {
        return Node::Bool(b);
    }
    if let Some(x) = value.as_f64() {
        return Node::Number(x);
    }
    if let Some(text) = value.as_string() {
        return Node::Text(text);
    }
    if !value.is_object() || value.is_function() {
        return Node::Foreign("a value that JSON does not have");
    }
    if *count > MOST {
        return Node::Foreign("more than a million values");
    }
    if depth == DEEPEST {
        return Node::Foreign("an object nested more than 32 deep, or in itself");
    }
    if Array::is_array(value) {
        let list: &Array = value.unchecked_ref();
        if list.length() > MOST {
            return Node::Foreign("a list of more than a million values");
        }
        return Node::List(list.iter().map(|v| at_depth(&v, depth + 1, count)).collect());
    }
    let entries = Object::entries(value.unchecked_ref());
    let mut entry = |pair: JsValue| {
        let pair: Array = pair.unchecked_into();
        // as JSON has it: what is undefined is not there
        let value = Some(pair.get(1)).filter(|v| !v.is_undefined())?;
        Some((pair.get(0).as_string()?, at_depth(&value, depth + 1, count)))
    };
    Node::Record(entries.iter().filter_map(&mut entry).collect())
}
