include!("calc.rs");

pub fn used() -> u32 {
    inner::triple(1) + base()
}
