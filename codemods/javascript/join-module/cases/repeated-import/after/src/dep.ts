import { add } from './log';

export const D = add('dep');
