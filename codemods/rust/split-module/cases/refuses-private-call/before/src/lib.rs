macro_rules! counter {
    ($name:ident) => {
        pub struct $name {
            count: u32,
        }
    };
}

counter!(Clicks);

pub fn clicks() -> u32 {
    Clicks { count: 1 }.count
}
