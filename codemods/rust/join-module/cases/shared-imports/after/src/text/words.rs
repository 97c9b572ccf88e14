pub struct Word(pub String);
