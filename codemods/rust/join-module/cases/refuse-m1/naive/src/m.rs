mod other;

pub fn one() -> u32 {
    1
}

pub fn two() -> u32 {
    2
}

pub fn four() -> u32 {
    other::four()
}

pub fn three() -> u32 {
    one() + two()
}
