mod imports;
mod user;

use std::collections::*;
use std::fmt::Write as _;
pub use imports::empty;
pub use user::keys;
