pub(in crate::outer) struct Wrap(pub(in crate::outer) u32);

impl Wrap {
    pub(super) fn hidden() -> u32 {
        2
    }
}
