pub(super) fn offset() -> u32 {
    1
}
