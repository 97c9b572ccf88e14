pub struct Loom;
