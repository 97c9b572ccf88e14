/* Copyright (c) the authors. */

import { clean } from '../clean.js';

/** Upper case. */
export function upper(text: string): string {
  return clean(text).toUpperCase();
}
