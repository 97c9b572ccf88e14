class A {
  count = 1;

  constructor(private x: number) {}
}

class B {
  constructor(private x = 1) {}
}

class C {
  constructor(@Inject() private x: number) {}
}

class D extends A {
  constructor(private y: number) {
    if (y) super(y);
    else super(1);
  }
}

class E {
  constructor(x: number) {}
}
