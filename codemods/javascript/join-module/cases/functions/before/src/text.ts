/* Copyright (c) the authors. */
export { upper } from './text/cases.js';
import { place } from './text/places.js';
export { place } from './text/places.js';

export default function main(): string {
  return place('x');
}
