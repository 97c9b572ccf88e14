include!("run.rs");
