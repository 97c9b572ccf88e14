mod a;
pub mod b;
