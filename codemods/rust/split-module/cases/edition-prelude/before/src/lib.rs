use core::convert::{TryFrom, TryInto};
use core::fmt::Debug;

pub fn narrow(wide: u64) -> Option<u8> {
    let small: u32 = wide.try_into().ok()?;
    u8::try_from(small).ok()
}

pub fn show<T: TryFrom<u64> + Debug>(wide: u64) -> Option<T> {
    wide.try_into().ok()
}
