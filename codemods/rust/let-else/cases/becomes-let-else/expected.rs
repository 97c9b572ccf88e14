fn find(values: &[Option<u32>], key: Option<usize>) -> Option<u32> {
    let Some(at) = key else { return None };
    for value in values {
        let Some(_v) = value else { continue };
    }
    let Some(value) = values.get(at).copied().flatten() else {
        return Some(0);
    };
    let Ok(text) = std::env::var("A_LONG_NAME_OF_A_VARIABLE_THAT_IS_ASKED_FOR") else {
        return None;
    };
    let Some(n) = self.n else {
        log(value);
        return Some(text.len() as u32);
    };
    Some(value + n)
}
