mod inner;

pub fn sum() -> u32 {
    inner::total() + inner::named() + inner::crate_wide() + inner::Wrap(1).0
}
