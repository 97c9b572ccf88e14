pub fn read() -> &'static str {
    load!("data.txt")
}

pub fn rest() -> u8 {
    1
}
