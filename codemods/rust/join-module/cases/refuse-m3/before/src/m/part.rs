//! Numbers.
#![allow(dead_code)]

pub fn one() -> u32 {
    1
}

pub fn two() -> u32 {
    2
}

fn unused() {}
