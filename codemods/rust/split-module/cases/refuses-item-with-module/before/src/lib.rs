pub fn f() {}

mod tests {
}
