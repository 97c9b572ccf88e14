export { one, two as deux } from './one';
export * from './three';
export { default as Four } from './four';
export type { T } from './types';
export * as all from './one';
export * from './deep';
