use a::{_x, ABC, Abc, Z, b2, b10, *};
use a::c::{d, e::f};
use a::c::g;
