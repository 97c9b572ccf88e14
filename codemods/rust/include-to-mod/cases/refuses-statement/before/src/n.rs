println!()
