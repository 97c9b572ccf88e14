use derive_builder::Builder;

#[derive(Builder)]
pub struct Order {
    pub id: u32,
}

pub fn stays() {}
