// Copyright the authors.

// ---- the parts ----
#[path = "parts/first.rs"]
mod first; // first

pub use first::size;
// then
#[path = "parts/second.rs"]
mod second;

pub use second::length;
