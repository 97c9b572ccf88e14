#[cfg(test)]
mod tests {
    use super::*;

    include!("checks/doubles.rs");
}
