import { D } from './dep';
import { add } from './log';

export const first = add('first');

export const d = add('d') + D;

export const plain = (): number => 1;
