export { upper } from "./text/cases.js";

/** @param {import("./options.js").Options} options */
export function loud(options) {
  return options.loud;
}
