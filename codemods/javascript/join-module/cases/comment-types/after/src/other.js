/** @typedef {{ value: number }} Size */

export const other = 1;
