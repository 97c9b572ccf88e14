import type { Buffer } from 'node:buffer';

export interface Shape {
  readonly data: Buffer;
}

export type Pair = readonly [Shape, Shape];

export namespace Names {
  export type Id = string;
}
