export { load } from './lazy/loading';

export const kept = 1;
