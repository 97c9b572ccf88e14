macro_rules! names {
    ($vis:vis $name:ident) => {
        $vis static $name: Label = Label(stringify!($name));
    };
}

pub struct Label(pub &'static str);

names!(pub FIRST);

pub fn first() -> &'static str {
    FIRST.0
}
