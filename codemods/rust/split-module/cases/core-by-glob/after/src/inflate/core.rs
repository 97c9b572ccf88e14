use super::*;

mod oxide;

pub use oxide::Oxide;

pub enum State {
    Start,
}

pub fn status() -> Status {
    Status
}
