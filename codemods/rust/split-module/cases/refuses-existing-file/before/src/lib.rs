mod m;

pub use m::f;
