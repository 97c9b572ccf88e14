import { join } from 'node:path/posix';

export const one = () => join('b');
