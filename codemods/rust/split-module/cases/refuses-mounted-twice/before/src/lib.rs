#[path = "shared.rs"]
pub mod a;
#[path = "shared.rs"]
pub mod b;
