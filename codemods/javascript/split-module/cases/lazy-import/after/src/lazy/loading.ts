export const load = () => import('../other.js');
