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

    /// Adds one.
    pub fn push(&mut self, item: T) {
        self.grow();
        self.items.push(item);
    }

    fn grow(&mut self) {
        self.items.reserve(1);
    }

    pub fn first(&self) -> Option<T> {
        self.items.first().cloned()
    }
}
