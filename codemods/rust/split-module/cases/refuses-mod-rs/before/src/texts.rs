pub fn here() -> &'static str {
    file!()
}

pub fn one() -> u8 {
    1
}
