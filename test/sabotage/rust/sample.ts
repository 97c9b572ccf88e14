/** A small crate; each sabotage spoils a right split of it in one place. Its layout is not rustfmt's, so that only the code is judged. */
export const MANIFEST = '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2021"\n';

export const BASE = `//! Sample.

use std::fmt::Write;

#[allow(unused_macros)]
macro_rules! level {
    () => {
        1
    };
}

fn drop(text: String) {
    assert!(text.len() < 100);
}

/// Adds.
///
/// \`\`\`
/// assert_eq!(sample::add(1), 3);
/// \`\`\`
#[must_use]
pub fn add(x: u32) -> u32 {
    x + step()
}

fn step() -> u32 {
    level!() + 1
}

#[allow(dead_code)]
fn spare() {}

pub fn twice(x: u32) -> u32 {
    add(add(x))
}

pub fn forget(text: String) {
    drop(text);
}

#[cfg(debug_assertions)]
pub fn extra()  -> u32 {
    7
}

pub struct Secret {
    value: u32,
}

impl Secret {
    pub fn new(value: u32) -> Self {
        Secret { value }
    }

    fn peek(&self) -> u32 {
        self.value
    }
}

pub fn place() -> &'static str {
    module_path!()
}

macro_rules! level {
    () => {
        5
    };
}

pub fn high() -> u32 {
    drop(String::new());
    level!()
}

pub fn show(secret: &Secret) -> String {
    let mut text = String::new();
    write!(text, "{}/{}", secret.peek(), secret.value).unwrap();
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds() {
        assert_eq!(add(1), 3);
    }

    #[test]
    fn shows() {
        assert_eq!(show(&Secret::new(2)), "2/2");
    }

    #[test]
    fn stands() {
        assert_eq!(place(), "sample");
    }
}
`;

export const MODULES = {
  math: ['fn add', 'fn step', 'fn spare', 'fn twice', 'fn forget', 'fn extra'],
  secret: ['struct Secret', 'impl Secret', 'fn show'],
  tests: ['mod tests'],
} as const;
