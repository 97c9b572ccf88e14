/* Copyright (c) the authors. */
import { clean } from './clean.js';
import { join } from 'node:path';

/** Upper case. */
export function upper(text: string): string {
  return clean(text).toUpperCase();
}

export function place(text: string): string {
  return join('a', upper(text));
}

export default function main(): string {
  return place('x');
}
