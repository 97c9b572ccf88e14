include!("traits.rs");

include!("numbers.rs");

pub fn show(value: u32) -> String {
    value.shown() + &Kind::of(value).shown()
}
