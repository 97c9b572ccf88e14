#[path = "common/setup.rs"]
mod setup;
#[path = "common/cases.rs"]
mod cases;

use std::convert::identity as keep;
#[cfg(test)]
use setup::value;
