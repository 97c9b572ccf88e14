include!("common/setup.rs");
include!("common/cases.rs");
