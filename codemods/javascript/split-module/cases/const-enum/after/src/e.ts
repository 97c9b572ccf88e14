export { Level } from './e/level';
export { at } from './e/at';
