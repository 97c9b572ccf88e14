macro_rules! v {
    () => {
        1
    };
}

pub fn first() -> u32 {
    v!()
}

macro_rules! v {
    () => {
        2
    };
}

pub fn second() -> u32 {
    v!()
}
