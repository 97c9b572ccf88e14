use std::collections::HashMap;

use crate::text::words::Word;

mod lines;
mod words;

pub use lines::lines;

pub fn count(words: &[Word]) -> HashMap<String, usize> {
    let mut found = HashMap::new();
    for word in words {
        *found.entry(word.0.clone()).or_insert(0) += 1;
    }
    found
}
