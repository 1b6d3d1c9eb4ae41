//! A JavaScript value as a [`Node`]. serde-wasm-bindgen could read it as well, but its errors carry
//! no path, it follows an object that holds itself until the stack ends, and naming types in its
//! errors brings the formatting of floats along (7 KB).

use crate::data::Node;
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

// An object may be a proxy or have a getter, and throw. An exception that crosses WebAssembly's frames
// leaves its stack where it was, each time a little deeper, until no chart of the page works: they are all
// caught here.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    /// A copy that runs no one's code when it is read.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn elements(list: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = entries)]
    fn entries(object: &JsValue) -> Result<Array, JsValue>;
}

/// Deeper than any data of this format; an object may hold itself.
const DEEPEST: u8 = 12;

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
        return Node::Foreign("an object nested more than 12 deep, or in itself");
    }
    children(value, depth, count).unwrap_or(Node::Foreign("an object that cannot be read"))
}

fn children(value: &JsValue, depth: u8, count: &mut u32) -> Result<Node, JsValue> {
    if is_array(value)? {
        let length = Reflect::get(value, &"length".into())?.as_f64().unwrap_or(f64::INFINITY);
        if length > f64::from(MOST) {
            return Ok(Node::Foreign("a list of more than a million values"));
        }
        let list = elements(value)?;
        return Ok(Node::List(list.iter().map(|v| at_depth(&v, depth + 1, count)).collect()));
    }
    let mut entry = |pair: JsValue| {
        let pair: Array = pair.unchecked_into();
        // as JSON has it: what is undefined is not there
        let value = Some(pair.get(1)).filter(|v| !v.is_undefined())?;
        Some((pair.get(0).as_string()?, at_depth(&value, depth + 1, count)))
    };
    Ok(Node::Record(entries(value)?.iter().filter_map(&mut entry).collect()))
}
