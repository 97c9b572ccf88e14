// ---------- numbers ----------

/// One.
// It really is one.
#[inline]
pub fn one() -> u32 {
    1 // here
} // end of one

// ---------- rest ----------

pub fn two() -> u32 {
    one() + 1
}
