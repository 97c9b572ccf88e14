pub struct A;

make!(b);
