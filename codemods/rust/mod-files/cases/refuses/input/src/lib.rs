#[path = "other/mod.rs"]
mod other;
mod inc;
mod at;
mod both;
