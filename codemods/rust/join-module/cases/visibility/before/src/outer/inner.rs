mod parts;
mod wrap;

pub(crate) use parts::crate_wide;
pub(in crate::outer) use parts::named;
pub(super) use parts::total;
pub(super) use wrap::Wrap;

fn shared() -> u32 {
    1
}
