pub use own as other;

mod leaves;

pub use leaves::Leaves;

#[derive(Clone, Default)]
pub struct Stays {
    pub a: u8,
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
