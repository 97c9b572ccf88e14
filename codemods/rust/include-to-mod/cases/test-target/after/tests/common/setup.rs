use super::*;

pub(super) fn value() -> u32 {
    keep(1)
}
