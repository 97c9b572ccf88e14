use std::collections::BTreeMap;

#[derive(Default)]
pub struct Tree {
    pub(super) names: BTreeMap<&'static str, u32>,
}

pub(super) struct Step(pub(super) u32);

impl Tree {
    pub fn add(&mut self, name: &'static str) {
        let step = Step(1);
        *self.names.entry(name).or_default() += step.0;
    }
}
