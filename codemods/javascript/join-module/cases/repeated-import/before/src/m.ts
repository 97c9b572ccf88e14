import './dep';
export { first } from './m/first';
export { d } from './m/later';

export const plain = (): number => 1;
