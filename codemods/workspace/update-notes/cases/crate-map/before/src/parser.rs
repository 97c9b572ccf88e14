//! Reads patterns
//! from text.

mod tokens;
