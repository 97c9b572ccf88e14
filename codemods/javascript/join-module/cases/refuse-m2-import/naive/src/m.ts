import { join } from 'node:path';

const one = () => join('b');

export const three = () => join('a', one());
