include!(env!("PARTS"));
