/// See [`outside`](super::outside) and [`own`](self::own).
/// All of [this module](self#own), [it], [`self`](self) and [its parent](super).
///
/// [it]: self
pub fn moved() -> u32 {
    use super::outside as again;
    let inner = {
        mod inner {
            pub fn deep() -> u32 {
                super::own() + super::super::outside()
            }
        }
        inner::deep()
    };
    super::outside() + self::own() + crate::call!(super::outside) + again() + self::along() + inner
}

pub fn along() -> u32 {
    crate::outside()
}

pub fn own() -> u32 {
    2
}
