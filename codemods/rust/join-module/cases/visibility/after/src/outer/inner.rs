pub(super) fn total() -> u32 {
    shared() + Wrap(3).0 + Wrap::hidden()
}

pub(in crate::outer) fn named() -> u32 {
    shared()
}

pub(crate) fn crate_wide() -> u32 {
    shared()
}

pub(super) struct Wrap(pub(in crate::outer) u32);

impl Wrap {
    fn hidden() -> u32 {
        2
    }
}

fn shared() -> u32 {
    1
}
