include!("a.in");
