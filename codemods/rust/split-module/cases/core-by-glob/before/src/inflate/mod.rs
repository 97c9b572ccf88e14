pub mod core;

pub struct Status;
