/** @typedef {import('../other.js').Size} Size */

/**
 * @param {import("../other.js").Size} size
 */
export function one(size) {
  return size.value;
}
