/// One.
// It really is one.
#[inline]
pub fn one() -> u32 {
    1 // here
} // end of one
