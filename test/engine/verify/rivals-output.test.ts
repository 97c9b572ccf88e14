import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { NOTHING_ACCEPTED } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { verifySides } from '../../../src/engine/verify/verify-sides.ts';

type Files = Readonly<Record<string, string>>;

const BEFORE: Files = {
  'text.py': `"""Text tools."""
from __future__ import annotations

import re
from functools import lru_cache

# the words that count
WORDS = re.compile(r"\\w+")
SEEN = {}


def _clean(text: str) -> str:
    # spaces go
    return text.strip()


@lru_cache(maxsize=None)
def words(text: str) -> list:
    SEEN[text] = 1
    return WORDS.findall(_clean(text))


FIRST = words("a b")


def seen() -> list:
    return list(SEEN)
`,
};

const FACADE = 'text/__init__.py';
const CLEAN = 'text/_clean.py';
const WORDS = 'text/_words.py';

/** A split by hand, of the shape that maintainers make: plain modules behind an __init__ that takes every name back. */
const GOOD: Files = {
  [FACADE]: `"""Text tools."""
from __future__ import annotations

import re
from functools import lru_cache

from ._clean import _clean
from ._words import FIRST, SEEN, WORDS, seen, words
`,
  [CLEAN]: `from __future__ import annotations


def _clean(text: str) -> str:
    # spaces go
    return text.strip()
`,
  [WORDS]: `from __future__ import annotations

import re
from functools import lru_cache

from ._clean import _clean

# the words that count
WORDS = re.compile(r"\\w+")
SEEN = {}


@lru_cache(maxsize=None)
def words(text: str) -> list:
    SEEN[text] = 1
    return WORDS.findall(_clean(text))


FIRST = words("a b")


def seen() -> list:
    return list(SEEN)
`,
};

/** What the tools that were measured wrote, kind by kind: where, what stands there in the good split, and what they put. */
const KINDS: readonly [kind: string, finding: RegExp, ...swaps: (readonly [string, string | RegExp, string])[]][] = [
  ['private names are not taken back', /the name _clean is lost/, [FACADE, 'from ._clean import _clean\n', '']],
  [
    'star imports take back public names only',
    /the name _clean is lost|star imports differ/,
    [FACADE, 'from ._clean import _clean', 'from ._clean import *'],
  ],
  ['nothing is taken back', /is lost/, [FACADE, /from \._words.*\n/, 'from . import _words\n']],
  [
    'state is copied to each file that reads it',
    /a statement that is new, or that stands twice: SEEN = \{\}/,
    [CLEAN, /$/, '\n\nSEEN = {}\n'],
  ],
  [
    '`import re` becomes `from re import re`',
    /re means something else there/,
    [WORDS, 'import re\n', 'from re import re\n'],
  ],
  ['a header import is missing', /re is not defined there/, [WORDS, 'import re\n', '']],
  ['a needed part is not imported', /_clean is not defined there/, [WORDS, 'from ._clean import _clean\n', '']],
  [
    'future imports are lost',
    /from __future__ import annotations differs from the module's/,
    [WORDS, 'from __future__ import annotations\n', ''],
  ],
  [
    'a future import is no longer first',
    /__future__|syntax/,
    [WORDS, 'from __future__ import annotations\n\nimport re\n', 'import re\n'],
  ],
  ['decorators are dropped', /a statement is lost or changed/, [WORDS, '@lru_cache(maxsize=None)\n', '']],
  [
    'bodies come in the order of a set',
    /words is read (while the module is imported, and is bound later now|above the line that binds it)/,
    [WORDS, '\n\nFIRST = words("a b")\n', ''],
    [WORDS, 'SEEN = {}\n', 'SEEN = {}\nFIRST = words("a b")\n'],
  ],
  ['comments are lost', /a comment is lost: # spaces go/, [CLEAN, '    # spaces go\n', '']],
  [
    'text is printed anew from the syntax tree',
    /a statement is lost or changed: WORDS/,
    [WORDS, 'r"\\w+"', "'\\\\w+'"],
  ],
  [
    'every file imports every other',
    /a circle of imports|_clean is not defined there/,
    [CLEAN, 'annotations\n', 'annotations\n\nfrom ._words import words\n'],
  ],
  [
    'code that is no definition is lost',
    /a statement is lost or changed: FIRST/,
    [WORDS, '\n\nFIRST = words("a b")\n', ''],
    [FACADE, 'FIRST, ', ''],
  ],
  [
    'a back edge to the old module',
    /an import cycle/,
    [CLEAN, 'annotations\n', 'annotations\n\nfrom . import words\n'],
  ],
  [
    'a definition is doubled',
    /or that stands twice: def _clean/,
    [WORDS, /$/, '\n\ndef _clean(text: str) -> str:\n    # spaces go\n    return text.strip()\n'],
  ],
];

const home = mkdtempSync(join(tmpdir(), 'omni-verify-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function folder(name: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name, path)), { recursive: true });
    writeFileSync(join(home, name, path), text);
  }
  return join(home, name);
}

const base = folder('base', BEFORE);

async function verify(head: string) {
  const { outcome, evidence } = await verifySides({
    cwd: home,
    root: base,
    base,
    head,
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
    asked: ['S'],
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    env: { ...process.env, XDG_STATE_HOME: join(home, 'state'), XDG_CACHE_HOME: join(home, 'cache') },
    onAnnounce: () => {},
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  const failed = evidence.proofs.filter(({ verdict }) => verdict === 'failed');
  return { outcome, said: failed.map(({ path, why }) => `${path}: ${why}`).join('\n') };
}

test('a split by hand that keeps everything is proven', async () => {
  expect(await verify(folder('good', GOOD))).toEqual({ outcome: 'proven', said: '' });
});

test.each(KINDS)('%s', async (kind, finding, ...swaps) => {
  const files: Record<string, string> = { ...GOOD };
  for (const [path, from, to] of swaps) {
    const text = files[path]!.replace(from, to);
    if (text === files[path]) throw new Error(`${path} holds no ${from}`);
    files[path] = text;
  }
  const { outcome, said } = await verify(folder(`head-${KINDS.findIndex(([one]) => one === kind)}`, files));
  expect(said).toMatch(finding);
  expect(outcome).toBe('not-proven');
});
