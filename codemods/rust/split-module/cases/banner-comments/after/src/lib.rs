// ---------- numbers ----------

mod numbers;

pub use numbers::one;

// ---------- rest ----------

pub fn two() -> u32 {
    one() + 1
}
