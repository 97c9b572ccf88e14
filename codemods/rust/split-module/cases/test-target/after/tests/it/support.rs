pub(super) fn helper() -> u32 {
    1
}
