mod parts;
mod wrap;

pub(in crate::outer) use parts::named;
pub(crate) use parts::crate_wide;
pub(super) use parts::total;
pub(super) use wrap::Wrap;

fn shared() -> u32 {
    1
}
