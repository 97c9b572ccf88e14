pub use names::*;

macro_rules! names {
    ($vis:vis $name:ident) => {
        $vis static $name: &str = stringify!($name);
    };
}

mod names;

pub fn first() -> &'static str {
    FIRST
}
