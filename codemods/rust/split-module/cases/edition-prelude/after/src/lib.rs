use core::convert::{TryFrom, TryInto};
use core::fmt::Debug;

mod narrow;

pub use narrow::narrow;

pub fn show<T: TryFrom<u64> + Debug>(wide: u64) -> Option<T> {
    wide.try_into().ok()
}
