#![allow(dead_code)]

mod core;

fn main() {
    println!("{}", core::store(1) + core::parse(2));
}
