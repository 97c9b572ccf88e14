import type { Language } from '../../../src/languages/language.ts';
import { javascriptBound } from './javascript.ts';
import { pythonBound } from './python.ts';
import { rustBound } from './rust.ts';

const BOUNDS: Readonly<Record<Language, (text: string) => number>> = {
  rust: rustBound,
  python: pythonBound,
  javascript: javascriptBound,
};

/**
 * No file has more cognitive complexity than this, which its characters alone say at a twentieth of what parsing costs. Of sound source it is an
 * upper bound because each construct that costs has a word or sign, and each that nests has a block; where source is broken, recovery can see
 * blocks in one another that the text closes, and `measure` counts no more than this.
 */
export const cognitiveBound = (text: string, language: Language): number => BOUNDS[language](text);
