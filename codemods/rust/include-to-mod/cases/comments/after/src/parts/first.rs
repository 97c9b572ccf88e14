// Copyright the authors.

use super::*;

// The size of what is read.
pub fn size(mut input: impl Read) -> usize {
    // in one go
    let mut all = Vec::new();
    input.read_to_end(&mut all).map_or(0, |_| all.len()) // or nothing
}
