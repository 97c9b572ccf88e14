pub(super) fn value() -> u32 {
    3
}
