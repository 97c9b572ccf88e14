export const one = () => 1;

export const two = () => one() + 1;

export type Pair = readonly [number, number];
