#[cfg(debug_assertions)]
fn trace(x: u32) -> u32 {
    x + OFFSET
}

#[cfg(debug_assertions)]
pub fn traced() -> u32 {
    trace(1)
}

pub const OFFSET: u32 = 3;
