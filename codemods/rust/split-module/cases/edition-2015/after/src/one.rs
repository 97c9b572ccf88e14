use super::second;

pub fn first() -> u32 {
    second()
}
