use super::helper;

pub fn open() -> u32 {
    helper::value()
}
