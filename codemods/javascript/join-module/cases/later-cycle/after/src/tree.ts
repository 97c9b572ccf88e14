export class Base {
  make(): Base {
    return new Leaf();
  }
}

export class Leaf extends Base {}
