pub(in super::super) struct Wrap(pub(in super::super) u32);

impl Wrap {
    pub(super) fn hidden() -> u32 {
        2
    }
}
