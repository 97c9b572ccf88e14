import type { Outline } from '../../core/unit.ts';
import { defineFact } from '../fact.ts';
import type { Syntax } from '../syntax.ts';
import { outlineJavascript } from './outline-javascript.ts';

export const javascriptOutline = defineFact<Outline, null>({
  id: 'javascript-outline',
  version: 4,
  languages: ['javascript'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => outlineJavascript(syntax),
});
