std::include! { "../data/list.rs" }

pub fn size() -> usize {
    names().len()
}
