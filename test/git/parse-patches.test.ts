import { expect, test } from 'vitest';
import type { CommitLines } from '../../src/git/line-changes.ts';
import { patchReader } from '../../src/git/parse-patches.ts';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const C = 'c'.repeat(40);

/** Content that looks like headers, a name with a tab and a quote, a binary file, a merge, and no newline at the end. */
const PATCHES = `${A}
diff --git a/src/a.rs b/src/a.rs
index 1..2 100644
--- a/src/a.rs
+++ b/src/a.rs
@@ -3,2 +3 @@ fn f() {
--- a/not/a/header
-@@ -1 +1 @@
+++ b/nor/this
@@ -9,0 +9,2 @@
+${B}
+diff --git a/x b/x
\\ No newline at end of file
diff --git a/old name.py b/new name.py
similarity index 90%
rename from old name.py
rename to new name.py
--- a/old name.py\t
+++ b/new name.py\t
@@ -5 +4,0 @@ def f():
-x
diff --git "a/t\\tb\\303\\251.rs" "b/t\\tb\\303\\251.rs"
deleted file mode 100644
index 1..0
diff --git a/p.bin b/p.bin
index 1..2 100644
Binary files a/p.bin and b/p.bin differ
diff --git a/new.rs b/new.rs
new file mode 100644
--- /dev/null
+++ b/new.rs
@@ -0,0 +1,2 @@
+a
+b
${B}
diff --combined m.rs
index 1,2..3
--- a/m.rs
--- a/was.rs
+++ b/m.rs
@@@ -4,2 -4,1 +4,2 @@@ fn f()
- gone from the first
 -gone from the second
 +only the first had it
++new in the merge
diff --combined end.rs
index 1,2..3
--- a/end.rs
--- a/end.rs
+++ b/end.rs
@@@ -265,18446744073709551615 -294,2 +294,18446744073709551615 @@@ impl
 -mod tests {
 -}
${C}
diff --git a/z.rs b/z.rs
--- a/z.rs
+++ b/z.rs
@@ -1 +1 @@
-a
+b
`;

const EXPECTED: CommitLines[] = [
  {
    id: A,
    files: [
      { path: 'src/a.rs', kind: 'edited', sides: [{ from: null, hunks: [3, 2, 3, 1, 10, 0, 9, 2] }] },
      { path: 'new name.py', kind: 'edited', sides: [{ from: 'old name.py', hunks: [5, 1, 5, 0] }] },
      { path: 't\tb\u00c3\u00a9.rs', kind: 'deleted', sides: [{ from: null, hunks: [] }] },
      { path: 'p.bin', kind: 'edited', sides: [{ from: null, hunks: [] }] },
      { path: 'new.rs', kind: 'added', sides: [{ from: null, hunks: [1, 0, 1, 2] }] },
    ],
  },
  {
    id: B,
    files: [
      {
        path: 'm.rs',
        kind: 'edited',
        sides: [
          { from: null, hunks: [4, 1, 4, 0, 6, 0, 5, 1] },
          { from: 'was.rs', hunks: [4, 1, 4, 2] },
        ],
      },
      {
        path: 'end.rs',
        kind: 'edited',
        sides: [
          { from: null, hunks: [] },
          { from: null, hunks: [294, 2, 294, 0] },
        ],
      },
    ],
  },
  { id: C, files: [{ path: 'z.rs', kind: 'edited', sides: [{ from: null, hunks: [1, 1, 1, 1] }] }] },
];

test.each([1, 2, 7, 64, 100_000])('reads patches that come in pieces of %i bytes', (size) => {
  const found: CommitLines[] = [];
  const reader = patchReader((commit) => found.push(commit));
  const bytes = Buffer.from(PATCHES);
  for (let at = 0; at < bytes.length; at += size) reader.feed(bytes.subarray(at, at + size));
  reader.end();
  expect(found).toEqual(EXPECTED);
});
