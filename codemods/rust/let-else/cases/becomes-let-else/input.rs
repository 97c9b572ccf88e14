fn find(values: &[Option<u32>], key: Option<usize>) -> Option<u32> {
    let at = match key {
        Some(k) => k,
        None => return None,
    };
    for value in values {
        let _v = match value {
            Some(v) => v,
            None => continue,
        };
    }
    let value = match values.get(at).copied().flatten() {
        None => return Some(0),
        Some(it) => it,
    };
    let text = match std::env::var("A_LONG_NAME_OF_A_VARIABLE_THAT_IS_ASKED_FOR") {
        Ok(text) => text,
        Err(_) => {
            return None;
        }
    };
    let n = match self.n {
        Some(n) => n,
        None => {
            log(value);
            return Some(text.len() as u32);
        }
    };
    Some(value + n)
}
