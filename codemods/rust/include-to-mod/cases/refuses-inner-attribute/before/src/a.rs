#![allow(dead_code)]

pub fn a() {}
