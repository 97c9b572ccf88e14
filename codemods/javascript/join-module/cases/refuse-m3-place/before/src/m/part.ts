export const one = () => import('./late.js');
