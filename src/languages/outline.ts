import type { Outline } from '../core/unit.ts';
import type { Fact } from './fact.ts';
import { javascriptOutline } from './javascript/outline.ts';
import type { Language } from './language.ts';
import { pythonOutline } from './python/outline.ts';
import { rustOutline } from './rust/outline.ts';

/** The fact that gives the outline of a language's files. */
export const OUTLINES: Readonly<Record<Language, Fact<Outline, null>>> = {
  rust: rustOutline,
  python: pythonOutline,
  javascript: javascriptOutline,
};
