use std::fmt;

pub struct Before;

/// Makes a type that shows its own name.
macro_rules! shown {
    ($name:ident) => {
        pub struct $name;

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(name_of!($name))
            }
        }
    };
}

pub fn between(x: u8) -> u8 {
    x + 1
}

macro_rules! name_of {
    ($name:ident) => {
        stringify!($name)
    };
}

/// Twice the value.
#[macro_export]
macro_rules! twice {
    ($x:expr) => {
        $x * 2
    };
}

shown!(Loud);

pub fn four() -> u8 {
    twice!(2)
}
