//! Weaves threads. Nothing else.

mod parser;
mod loom;
