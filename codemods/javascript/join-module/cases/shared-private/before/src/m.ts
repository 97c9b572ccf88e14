// What this file is about.

export { a } from './m/a';
export { b } from './m/b';
