use super::*;

pub fn first() -> u32 {
    second()
}
