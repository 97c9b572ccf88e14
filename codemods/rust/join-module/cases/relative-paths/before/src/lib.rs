pub mod m;

pub fn outside() -> u32 {
    1
}

#[macro_export]
macro_rules! call {
    ($f:path) => {
        $f()
    };
}
