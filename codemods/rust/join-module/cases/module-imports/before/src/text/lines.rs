use core::iter::{self, FusedIterator};

pub fn lines<'a>(text: &'a str) -> impl FusedIterator<Item = &'a str> {
    iter::once(text)
}
