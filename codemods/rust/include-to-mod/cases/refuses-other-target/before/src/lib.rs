include!("build_info.rs");
