use super::Store;

#[allow(clippy::new_without_default)]
impl<T> Store<T>
where
    T: Clone,
{
    /// Adds one.
    pub fn push(&mut self, item: T) {
        self.grow();
        self.items.push(item);
    }
}
