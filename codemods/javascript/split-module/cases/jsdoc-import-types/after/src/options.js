/** @typedef {{ loud: boolean }} Options */
export {};
