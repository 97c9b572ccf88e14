import type { Pair } from './shapes';

export class Store {
  all: Pair[] = [];
}
