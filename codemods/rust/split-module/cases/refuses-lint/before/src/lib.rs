pub struct Gauge {
    level: u8,
}

impl Gauge {
    pub fn new(level: u8) -> Self {
        Gauge { level }
    }

    pub fn level(&self) -> u8 {
        self.level
    }
}
