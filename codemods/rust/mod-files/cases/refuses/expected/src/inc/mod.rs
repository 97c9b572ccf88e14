const T: &str = include_str!("t.txt");
