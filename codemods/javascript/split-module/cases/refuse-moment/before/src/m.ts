import { add, LOG } from './log';

export const a = add('a');

export const size = LOG.length;

export const b = add('b');

export const plain = () => 1;
