import { expect, test } from 'vitest';
import { readHeadings, titlesOver } from '../../../analyzers/modules/name/read-headings.ts';

test.each([
  ['# ---- Parsing ----', 'Parsing'],
  ['# ---------- Parsing', 'Parsing'],
  ['// ===== What is kept =====', 'What is kept'],
  ['#################### Parsing ####################', 'Parsing'],
  ['// MARK: - Parsing', 'Parsing'],
  ['// #region Parsing', 'Parsing'],
  ['# region Parsing', 'Parsing'],
  ['# =======\n# Parsing\n# =======', 'Parsing'],
])('%j is a heading', (text, title) => {
  expect(readHeadings(`import os\n${text}\n\ndef f(): ...\n`).map((one) => one.title)).toEqual([title]);
});

test.each([
  '# Parsing',
  '# ------',
  '# a -- b',
  'x = "# ---- Parsing ----"',
  '    # ---- inner ----',
  '#!/bin/sh',
  '//--- ',
])('%j is none', (text) => {
  expect(readHeadings(`${text}\n`)).toEqual([]);
});

test('what stands above the first heading has none, and each title is said once', () => {
  const text = 'a = 1\n# --- One ---\nb = 2\nc = 3\n# --- Two ---\nd = 4\n';
  const at = (name: string): number => text.indexOf(`${name} =`);
  const headings = readHeadings(text);
  expect(titlesOver(headings, [at('a')])).toEqual([]);
  expect(titlesOver(headings, [at('d'), at('b'), at('c')])).toEqual(['One', 'Two']);
});
