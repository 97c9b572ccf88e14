#[my::bridge]
mod ffi {
    pub fn f() {}
}
