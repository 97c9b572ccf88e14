export { one } from './m/one';
export { two } from './m/two';

export const three = (): number => 3;
