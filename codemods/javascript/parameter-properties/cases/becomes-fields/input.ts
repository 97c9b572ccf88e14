export class A {
  constructor(private readonly x: number, public y?: string, z = 1, protected w: string[] = []) {}
}

class B extends A {
  private other: number;

  constructor(
    /** Doc. */
    public override readonly x: number,
    n: number,
  ) {
    super(x);
    this.other = n;
  }
}

class C {
	constructor(readonly a: number) {
		log(a);
	}
}
