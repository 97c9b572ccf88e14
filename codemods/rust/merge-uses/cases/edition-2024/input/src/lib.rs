use a::b2;
use a::{b10, Z, _x};
use a::{Abc, ABC};
use a::*;
use a::c::{d, e::f};
use a::c::g;
