import { other } from './other.js';

/** @typedef {import('./other.js').Size} Size */

/**
 * @param {import("./other.js").Size} size
 */
export function one(size) {
  return size.value;
}

export const two = () => other + 1;
