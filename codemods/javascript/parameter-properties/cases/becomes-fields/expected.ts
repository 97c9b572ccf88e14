export class A {
  private readonly x: number;
  public y?: string;
  protected w: string[];

  constructor(x: number, y?: string, z = 1, w: string[] = []) {
    this.x = x;
    this.y = y;
    this.w = w;
  }
}

class B extends A {
  public override readonly x: number;
  private other: number;

  constructor(
    /** Doc. */
    x: number,
    n: number,
  ) {
    super(x);
    this.x = x;
    this.other = n;
  }
}

class C {
	readonly a: number;

	constructor(a: number) {
		this.a = a;
		log(a);
	}
}
