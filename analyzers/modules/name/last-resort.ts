import type { Unit } from '../../../src/core/unit.ts';
import { bySize } from './by-size.ts';
import { isFiller } from './name-fillers.ts';
import { wordsOf } from './name-words.ts';

/** Nothing else was free: two words of different units, what impls are written for, or a word and the kind of what is inside. */
export function lastResort(group: readonly Unit[], free: (name: string) => boolean): string {
  const words = wordsIn(bySize(group).map(({ name }) => name ?? ''));
  const headed = wordsIn(group.map(headerOf)).filter((word) => !words.includes(word));
  const kinds = kindsOf(group);
  const tried = [
    ...words.flatMap((first) => words.filter((second) => second !== first).map((second) => `${first}_${second}`)),
    ...headed,
    ...headed.flatMap((word) => words.map((of) => `${of}_${word}`)),
    ...words.flatMap((word) => kinds.map((kind) => `${word}_${kind}`)),
    ...kinds,
  ];
  return tried.find(free) ?? numbered(words[0] ?? kinds[0]!, free);
}

const wordsIn = (names: readonly string[]): string[] => [
  ...new Set(names.flatMap(wordsOf).filter((word) => /^[a-z]/.test(word) && !isFiller(word))),
];

/** Of `impl checkbox::Renderer for Renderer` what stands before ` for `; '' for all else. */
const headerOf = ({ kind, id }: Unit): string =>
  kind === 'impl' && id.includes(' for ') ? id.slice(0, id.indexOf(' for ')) : '';

const MANY: Readonly<Record<string, string>> = {
  fn: 'functions',
  def: 'functions',
  function: 'functions',
  class: 'classes',
  const: 'constants',
  static: 'constants',
  assign: 'values',
};

/** The kinds of thing that a group holds, the commonest first. */
function kindsOf(group: readonly Unit[]): string[] {
  const counts = new Map<string, number>();
  for (const unit of group) {
    const many = unit.kind === 'impl' ? (headerOf(unit) ? 'traits' : 'methods') : (MANY[unit.kind] ?? 'types');
    counts.set(many, (counts.get(many) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([many]) => many);
}

/** All of these are taken: the letters of a second, third and further one. */
function numbered(word: string, free: (name: string) => boolean): string {
  for (let part = 'b'; ; part = after(part)) if (free(`${word}_${part}`)) return `${word}_${part}`;
}

/** `b`, `c`, … `z`, `za`, `zb`, … */
const after = (letters: string): string =>
  letters.endsWith('z')
    ? `${letters}a`
    : letters.slice(0, -1) + String.fromCharCode(letters.charCodeAt(letters.length - 1) + 1);
