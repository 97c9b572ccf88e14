use super::{ONE, SEEN};

pub fn seen() -> u32 {
    SEEN.with(|seen| {
        seen.set(seen.get() + ONE);
        seen.get()
    })
}
