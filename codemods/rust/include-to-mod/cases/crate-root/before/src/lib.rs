//! Shapes.

pub mod report;

include!("shape.rs");

pub fn total(shapes: &[Shape]) -> u32 {
    shapes.iter().map(area).sum()
}
