import './dep';
import { add } from './log';
import { D } from './dep';

export const first = add('first');

export const d = add('d') + D;

export const plain = (): number => 1;
