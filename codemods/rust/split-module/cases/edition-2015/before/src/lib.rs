pub fn first() -> u32 {
    second()
}

pub fn second() -> u32 {
    2
}
