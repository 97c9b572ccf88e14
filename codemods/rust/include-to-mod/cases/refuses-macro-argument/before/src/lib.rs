macro_rules! keep {
    ($($item:item)*) => { $($item)* };
}

keep! {
    include!("a.rs");
}
