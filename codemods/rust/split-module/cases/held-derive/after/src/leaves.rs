use super::{other, Stays};

#[derive(Clone)]
pub struct Leaves {
    a: Stays,
}

impl Leaves {
    pub fn new() -> Leaves {
        Leaves { a: Stays { a: other!() } }
    }

    pub fn a(&self) -> u8 {
        self.a.a
    }
}

impl Default for Leaves {
    fn default() -> Self {
        Self::new()
    }
}
