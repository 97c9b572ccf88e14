import { readFileSync } from 'node:fs';
import type { NapiConfig, SgNode } from '@ast-grep/napi';
import { applyEdits } from '../../../core/apply-edits.ts';
import { treeLanguageOf } from '../../../languages/tree-language.ts';
import { matcherOf } from '../../../workspace/compile-glob.ts';
import { behindMark } from '../behind-mark.ts';
import type { Step } from '../messages.ts';
import { requireSound } from '../require-sound.ts';
import type { RunFileState, StepRun } from '../step-run.ts';
import { fillFix } from './fill-fix.ts';
import { type Rule, type RuleExpansion, readRules } from './read-rules.ts';
import { requiredWords } from './required-words.ts';

/** The rules of a file of ast-grep as one step: each runs on what the ones before it have made. */
export function ruleStep(step: Step): StepRun {
  const all = readRules(step.name, readFileSync(step.path, 'utf8'));
  const rules = all.filter(({ id }) => step.rules?.includes(id) ?? true).map(prepared);
  return {
    name: step.name,
    reads: (path) => rules.some((rule) => rule.reads(path)),
    run: async (file) => {
      let now = file.text;
      for (const rule of rules) if (rule.reads(file.relative)) now = ruled(rule, { ...file, text: now });
      if (now === file.text) return { status: 'unchanged' };
      const root = file.trees.rootOf(now, treeLanguageOf(file.relative)!);
      requireSound(file.relative, now, root, 'what the rules made of it');
      return { status: 'changed', text: now, whole: null };
    },
  };
}

interface Prepared extends Rule {
  readonly reads: (path: string) => boolean;
  readonly words: readonly string[];
  readonly transformed: ReadonlySet<string>;
}

function prepared(rule: Rule): Prepared {
  const files = rule.files.length === 0 ? null : matcherOf(rule.files);
  const ignores = matcherOf(rule.ignores);
  return {
    ...rule,
    reads: (path) => treeLanguageOf(path) === rule.language && (files?.(path) ?? true) && !ignores(path),
    words: requiredWords(rule.search.rule),
    transformed: new Set(Object.keys(rule.search.transform ?? {})),
  };
}

/** The text with each match replaced, an outer one before those inside it. Throws where the file has syntax errors. */
function ruled(rule: Prepared, { text, relative, trees, records }: RunFileState): string {
  if (!rule.words.every((word) => text.includes(word))) return text;
  const root = trees.rootOf(text, rule.language);
  const matches = root.findAll(rule.search as NapiConfig);
  requireSound(relative, text, root, 'the file');
  if (matches.length === 0) return text;
  if (rule.fix === null) {
    for (const match of matches) records.report(`line ${match.range().start.line + 1}: ${rule.message} (${rule.id})`);
    return text;
  }
  const { template, expandStart, expandEnd } = rule.fix;
  const edits = matches.map((match) =>
    behindMark(text, {
      start: startOf(match, expandStart),
      end: endOf(match, expandEnd),
      text: lineEnds(fillFix(template, match, text, rule.transformed), text),
      reason: 'free' as const,
    }),
  );
  return applyEdits(text, apart(edits));
}

/** Matches inside a match that is replaced are left to a further run. */
function apart<E extends { readonly start: number; readonly end: number }>(edits: readonly E[]): E[] {
  let end = -1;
  return [...edits]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((edit) => {
      if (edit.start < end) return false;
      end = edit.end;
      return true;
    });
}

function startOf(match: SgNode, expansion: RuleExpansion | null): number {
  const found = expansion === null ? null : reached(match.prev(), match.prevAll(), expansion);
  return (found ?? match).range().start.index;
}

function endOf(match: SgNode, expansion: RuleExpansion | null): number {
  const found = expansion === null ? null : reached(match.next(), match.nextAll(), expansion);
  return (found ?? match).range().end.index;
}

const reached = (next: SgNode | null, all: readonly SgNode[], { rule, toEnd }: RuleExpansion): SgNode | null =>
  (toEnd ? all : next === null ? [] : [next]).find((node) => node.matches({ rule } as NapiConfig)) ?? null;

const lineEnds = (made: string, text: string): string =>
  /^[^\n]*\r\n/.test(text) ? made.replace(/\r?\n/g, '\r\n') : made;
