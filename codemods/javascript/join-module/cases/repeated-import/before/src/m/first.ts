import { add } from '../log';

export const first = add('first');
