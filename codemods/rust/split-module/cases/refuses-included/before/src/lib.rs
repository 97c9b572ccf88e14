include!("items.rs");
