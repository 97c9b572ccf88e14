#[path = "common/setup.rs"]
mod setup;
#[path = "common/cases.rs"]
mod cases;

#[cfg(test)]
use setup::value;
