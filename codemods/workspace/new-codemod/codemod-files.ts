import type { Scaffold } from '../scaffold.ts';
import { EXAMPLES, type ScaffoldLanguage } from './examples.ts';

export const CODEMOD_KINDS = ['file', 'rule', 'jscodeshift'] as const;
export type CodemodKind = (typeof CODEMOD_KINDS)[number];

export interface NewCodemod {
  readonly name: string;
  /** From the workspace's root. */
  readonly folder: string;
  readonly kind: CodemodKind;
  readonly language: ScaffoldLanguage;
}

/** A codemod that works, two cases, and a test that runs them. */
export function codemodFiles({ name, folder, kind, language }: NewCodemod): Scaffold[] {
  const { extension, changed, kept } = EXAMPLES[language];
  const at = (path: string): string => `${folder}/${name}/${path}`;
  const files = (made: readonly (readonly [string, string])[]): Scaffold[] =>
    made.map(([path, text]) => ({ path: at(path), text }));
  return files([
    CODE[kind](name, language),
    [`cases/changes/input.${extension}`, changed[0]],
    [`cases/changes/expected.${extension}`, changed[1]],
    [`cases/keeps/input.${extension}`, kept],
    [`cases/keeps/expected.${extension}`, kept],
    // This module itself imports nothing of Node.
    [`${name}.test.mjs`, testText(name).replaceAll('NODE:', 'node:')],
  ]);
}

const CODE: Readonly<Record<CodemodKind, (name: string, language: ScaffoldLanguage) => readonly [string, string]>> = {
  file: (_, language) => ['codemod.ts', fileText(language)],
  rule: (name, language) => ['rule.yml', ruleText(name, language)],
  jscodeshift: () => ['transform.ts', TRANSFORM],
};

const fileText = (language: ScaffoldLanguage): string => `import { defineFileCodemod } from 'omni-refactor';

// What \`file\` can do: https://github.com/omni-refactor/omni-refactor/blob/main/docs/codemods.md
export default defineFileCodemod({
  languages: [${EXAMPLES[language].reads.map((one) => `'${one}'`).join(', ')}],
  change(file, params) {
    const to = String(params.to ?? '${EXAMPLES[language].to}');
    for (const node of file.findAll('${EXAMPLES[language].pattern}')) {
      file.replace(node, \`\${to}(\${file.matched(node, 'A')})\`);
      file.count('calls renamed');
    }
  },
});
`;

const ruleText = (name: string, language: ScaffoldLanguage): string => `id: ${name}
language: ${language}
rule: { pattern: '${EXAMPLES[language].pattern}' }
fix: ${EXAMPLES[language].to}($A)
`;

const TRANSFORM = `import type { API, FileInfo } from 'jscodeshift';

export default function transform(file: FileInfo, api: API): string {
  const j = api.jscodeshift;
  return j(file.source)
    .find(j.CallExpression, { callee: { name: 'oldName' }, arguments: (all) => all.length === 1 })
    .forEach((path) => {
      path.node.callee = j.identifier('newName');
    })
    .toSource();
}
`;

/** Node's own runner, so that a project needs nothing else. */
const testText = (name: string): string => `import assert from 'NODE:assert/strict';
import test from 'NODE:test';
import { testCodemods } from 'omni-refactor';

const results = await testCodemods(import.meta.dirname);
for (const { path, status, why, files } of results)
  test(\`${name}: \${path}\`, () => assert.equal(status, 'passed', why ?? JSON.stringify(files, null, 2)));
`;
