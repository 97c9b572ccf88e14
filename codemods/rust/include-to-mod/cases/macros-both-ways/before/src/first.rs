macro_rules! thrice {
    ($value:expr) => {
        $value + twice!($value)
    };
}

fn helper() -> u32 {
    twice!(4)
}
