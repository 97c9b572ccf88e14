use std::fmt;

pub fn before(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("x")
}

macro_rules! constant {
    ($value:expr) => {
        inner!($value)
    };
}

macro_rules! inner {
    ($value:expr) => {
        $value + 1
    };
}

pub fn uses_macro() -> u32 {
    constant!(41)
}
