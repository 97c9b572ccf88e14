#[cfg(test)]
use super::*;

#[cfg(test)]
mod tests {
    use super::*;

    include!("checks/doubles.rs");
}
