#[macro_use]
mod traits;

mod numbers;

use numbers::Kind;
use traits::Shown;

pub fn show(value: u32) -> String {
    value.shown() + &Kind::of(value).shown()
}
