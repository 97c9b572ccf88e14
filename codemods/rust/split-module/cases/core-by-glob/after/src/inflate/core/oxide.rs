use super::super::*;

pub struct Oxide {
    pub state: core::State,
}

impl Oxide {
    pub fn new() -> Self {
        Self {
            state: core::State::Start,
        }
    }

    #[cfg(debug_assertions)]
    pub fn status(&self) -> Status {
        Status
    }
}
