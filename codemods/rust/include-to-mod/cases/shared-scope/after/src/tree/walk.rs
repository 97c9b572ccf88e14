use std::fmt::Write;

use super::{Step, Tree};

impl Tree {
    pub fn render(&self) -> String {
        let mut out = String::new();
        for name in self.names.keys() {
            write!(out, "{name} ").unwrap();
        }
        out
    }
}

pub(super) fn depth(tree: &Tree) -> u32 {
    let Step(first) = Step(tree.names.len() as u32);
    first
}

/// The depth of a tree, doubled.
pub fn twice(tree: &Tree) -> u32 {
    2 * depth(tree)
}
