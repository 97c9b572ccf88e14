use std::collections::BTreeMap;
use std::fmt::Write;

#[derive(Default)]
pub struct Tree {
    names: BTreeMap<&'static str, u32>,
}

struct Step(u32);

impl Tree {
    pub fn add(&mut self, name: &'static str) {
        let step = Step(1);
        *self.names.entry(name).or_default() += step.0;
    }
}
