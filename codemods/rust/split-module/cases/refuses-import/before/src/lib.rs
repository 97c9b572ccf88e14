use std::fmt;

pub fn f(_: &dyn fmt::Debug) {}
