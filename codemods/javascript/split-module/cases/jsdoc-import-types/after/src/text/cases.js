/**
 * @param {string} text
 * @param {import("../options.js").Options} options
 */
export function upper(text, options) {
  /** @type {import('../options.js').Options} */
  const used = options;
  return used.loud ? text.toUpperCase() : text;
}
