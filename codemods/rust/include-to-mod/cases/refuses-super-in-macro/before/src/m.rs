macro_rules! up {
    () => {
        super::n()
    };
}
