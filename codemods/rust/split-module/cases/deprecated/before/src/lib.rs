#[deprecated(note = "use new")]
pub fn old() -> u32 {
    new()
}

pub fn new() -> u32 {
    1
}
