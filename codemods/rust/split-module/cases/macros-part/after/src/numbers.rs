pub fn between(x: u8) -> u8 {
    x + 1
}

pub fn four() -> u8 {
    twice!(2)
}
