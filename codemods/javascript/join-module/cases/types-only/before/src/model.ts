export type { Shape, Pair, Names } from './model/shapes';
export { Store } from './model/store';
