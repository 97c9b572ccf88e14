macro_rules! load {
    ($file:literal) => {
        include_str!($file)
    };
}
