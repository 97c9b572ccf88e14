use std::collections::*;
use std::fmt::Write as _;

pub fn keys(map: &HashMap<u8, u8>) -> String {
    let mut out = String::new();
    for key in map.keys() {
        write!(out, "{key}").unwrap();
    }
    out
}
