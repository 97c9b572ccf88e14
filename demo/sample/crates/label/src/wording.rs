// Spliced into lib.rs: the words that the printer asked to have in one place.

/// Names, as one would say them.
pub fn list_of(varieties: &[Variety]) -> String {
    let names: Vec<&str> = varieties.iter().map(|variety| variety.name()).collect();
    match names.as_slice() {
        [] => "apples".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Alcohol by volume, with a word for it.
pub fn strength(juice: &Juice) -> String {
    let percent = juice.potential();
    let word = match percent {
        p if p < 5.0 => "light",
        p if p < 7.0 => "medium",
        p if p < 8.0 => "medium strong",
        _ => "strong",
    };
    format!("{percent} % vol, {word}")
}
