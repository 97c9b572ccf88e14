pub use own as other;

#[derive(Clone, Default)]
pub struct Stays {
    pub a: u8,
}

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

mod macros {
    #[macro_export]
    #[clippy::format_args]
    macro_rules! own {
        () => {
            7
        };
    }
}
