use super::part::one;

pub(super) fn four() -> u32 {
    one() + 3
}
