import type { Buffer } from 'node:buffer';

export interface Shape {
  readonly data: Buffer;
}

export type Pair = readonly [Shape, Shape];

export class Store {
  all: Pair[] = [];
}

export namespace Names {
  export type Id = string;
}
