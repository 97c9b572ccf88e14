export * from './m/part.js';

export const three = 3;
