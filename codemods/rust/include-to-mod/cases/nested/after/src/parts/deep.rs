struct Deep {
    value: u32,
}

pub(super) fn deep() -> u32 {
    include_str!("deep.txt").len() as u32 + Deep { value: 2 }.value
}

pub(crate) fn twice(x: u32) -> u32 {
    2 * x
}
