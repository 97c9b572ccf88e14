include!("imports.rs");
include!("user.rs");
