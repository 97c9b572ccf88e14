mod nanos;

pub use nanos::now;
#[cfg(unix)]
use nanos::parts;

#[cfg(unix)]
pub mod late {
    use crate::clock::{now, parts};

    pub fn later() -> u64 {
        now() + parts(2)
    }
}
