const one = () => import('./late.js');

export const three = () => one();
