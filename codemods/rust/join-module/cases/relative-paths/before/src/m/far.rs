use super::own;

/// See [`outside`](super::super::outside) and [`own`](super::own).
/// All of [this module](super#own), [it], [`self`](super) and [its parent](super::super).
///
/// [it]: super
pub fn moved() -> u32 {
    use super::super::outside as again;
    let inner = {
        mod inner {
            pub fn deep() -> u32 {
                super::own() + super::super::super::outside()
            }
        }
        inner::deep()
    };
    super::super::outside() + super::own() + crate::call!(super::super::outside) + again() + self::along() + inner
}

pub fn along() -> u32 {
    crate::outside()
}
