//! Shapes.

pub mod report;

#[macro_use]
mod shape;

use shape::area;
pub(crate) use shape::label;
pub use shape::Shape;

pub fn total(shapes: &[Shape]) -> u32 {
    shapes.iter().map(area).sum()
}

#[test]
fn sums() {
    assert_eq!(total(&[square!(2), crate::Shape::new(1, 3)]), 7);
}
