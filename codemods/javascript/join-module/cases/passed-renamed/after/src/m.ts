const one = () => 1;

export const two = () => one() + 1;

type Pair = readonly [number, number];

export const three = () => two() + 1;

export { one as uno, type Pair as Two };
