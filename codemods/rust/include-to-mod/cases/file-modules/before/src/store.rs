include!("store/parts.rs");
