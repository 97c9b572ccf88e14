import { Leaf } from './leaf';

export class Base {
  make(): Base {
    return new Leaf();
  }
}
