export const load = () => import('./other.js');

export const kept = 1;
