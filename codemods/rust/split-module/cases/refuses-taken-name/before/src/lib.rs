use std::fmt;

pub fn f(x: &dyn fmt::Debug) -> String {
    format!("{x:?}")
}
