mod reading;
mod writing;

pub struct Store<T> {
    items: Vec<T>,
}

/// Everything a store can do.
#[allow(clippy::new_without_default)]
impl<T> Store<T>
where
    T: Clone,
{
    pub fn new() -> Self {
        Store { items: Vec::new() }
    }

    fn grow(&mut self) {
        self.items.reserve(1);
    }
}
