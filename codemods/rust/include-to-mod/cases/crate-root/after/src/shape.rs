/// A shape.
pub struct Shape {
    width: u32,
    height: u32,
}

impl Shape {
    pub fn new(width: u32, height: u32) -> Self {
        Shape { width, height }
    }

    pub(super) fn is_square(&self) -> bool {
        self.width == self.height
    }
}

pub(super) fn area(shape: &Shape) -> u32 {
    shape.width * shape.height
}

pub(crate) fn label(shape: &Shape) -> &'static str {
    if shape.is_square() { "square" } else { "box" }
}

#[macro_export]
macro_rules! square {
    ($side:expr) => {
        $crate::Shape::new($side, $side)
    };
}
