use super::*;

pub fn open() -> u32 {
    helper::value()
}
