macro_rules! twice {
    ($value:expr) => {
        $value * 2
    };
}

include!("first.rs");
include!("second.rs");

pub fn last() -> u32 {
    thrice!(helper())
}
