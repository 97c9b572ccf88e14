#[macro_use]
mod traits;

mod numbers;

use traits::Shown;
use numbers::Kind;

pub fn show(value: u32) -> String {
    value.shown() + &Kind::of(value).shown()
}
