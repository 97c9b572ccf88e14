mod calc;

pub use calc::limits;
use calc::{base, inner};

pub fn used() -> u32 {
    inner::triple(1) + base()
}
