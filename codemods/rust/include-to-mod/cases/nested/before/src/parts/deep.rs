struct Deep {
    value: u32,
}

fn deep() -> u32 {
    include_str!("deep.txt").len() as u32 + Deep { value: 2 }.value
}
