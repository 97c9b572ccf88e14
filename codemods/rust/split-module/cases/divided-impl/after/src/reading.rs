use super::Store;

#[allow(clippy::new_without_default)]
impl<T> Store<T>
where
    T: Clone,
{
    pub fn first(&self) -> Option<T> {
        self.items.first().cloned()
    }
}
