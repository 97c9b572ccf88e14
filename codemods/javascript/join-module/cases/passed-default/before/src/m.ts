import { Base } from './m/part.js';

export { default } from './m/part.js';

export const make = (): Base => new Base();
