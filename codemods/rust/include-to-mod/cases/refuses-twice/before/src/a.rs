include!("one.rs");
