/* Copyright (c) the authors. */

import { join } from 'node:path';
import { upper } from './cases.js';

export function place(text: string): string {
  return join('a', upper(text));
}
