use core::iter::FusedIterator;

mod lines;

pub use lines::lines;

pub fn last<'a>(text: impl FusedIterator<Item = &'a str>) -> Option<&'a str> {
    text.last()
}
