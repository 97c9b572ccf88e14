include!("a.rs");
