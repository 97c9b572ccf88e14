pub struct Counter {
    pub(super) count: u32,
    step: u32,
}

impl Counter {
    pub fn new(step: u32) -> Self {
        Counter { count: 0, step }
    }

    pub(super) fn bump(&mut self) {
        self.count += self.step;
    }

    fn unused_outside(&self) -> u32 {
        self.step
    }
}

impl std::fmt::Display for Counter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.count, self.unused_outside())
    }
}
