//! Shapes.

mod area;
mod text;

pub use area::square;
pub use text::describe;

const LIMIT: u32 = 1000;
