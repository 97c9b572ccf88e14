// Copyright the authors.

// ---- the parts ----
include!("parts/first.rs"); // first
// then
include!("parts/second.rs");
