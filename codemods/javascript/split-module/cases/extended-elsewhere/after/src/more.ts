import './m.js';

declare module './m.js' {
  interface Open {
    depth: number;
  }
}
