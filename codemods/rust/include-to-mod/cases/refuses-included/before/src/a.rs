include!("b.rs");
