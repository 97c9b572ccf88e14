use std::fmt;

include!("fmt.rs");

pub fn text() -> String {
    Word("a").to_string()
}
