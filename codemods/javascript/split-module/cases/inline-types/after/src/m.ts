import { type Size } from './shape';
import { area } from './shape';
export { width } from './m/width';
export { paint } from './m/paint';

export const size = (size: Size): number => size.n + area;
