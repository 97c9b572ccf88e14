pub(super) trait Shown {
    fn shown(&self) -> String;
}

macro_rules! shown {
    ($($name:ty),*) => {
        $(impl Shown for $name {
            fn shown(&self) -> String {
                self.to_string()
            }
        })*
    };
}
