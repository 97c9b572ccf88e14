macro_rules! thrice {
    ($value:expr) => {
        $value + twice!($value)
    };
}

pub(super) fn helper() -> u32 {
    twice!(4)
}
