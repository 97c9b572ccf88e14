mod history;

#[allow(deprecated)]
pub use history::old;

pub fn new() -> u32 {
    1
}
