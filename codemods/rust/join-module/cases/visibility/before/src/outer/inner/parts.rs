use super::{shared, Wrap};

pub(in crate::outer) fn total() -> u32 {
    shared() + Wrap(3).0 + Wrap::hidden()
}

pub(in crate::outer) fn named() -> u32 {
    shared()
}

pub(crate) fn crate_wide() -> u32 {
    shared()
}
