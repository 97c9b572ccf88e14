macro_rules! make {
    ($name:ident) => { pub fn $name() {} };
}

include!("a.rs");
