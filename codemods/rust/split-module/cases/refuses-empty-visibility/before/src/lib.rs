macro_rules! names {
    ($vis:vis $name:ident) => {
        $vis static $name: &str = stringify!($name);
    };
}

names!(FIRST);

pub fn first() -> &'static str {
    FIRST
}
