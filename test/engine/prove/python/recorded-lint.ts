/** `ruff check --output-format json` of ruff 0.17.6 on `import os\nimport json\n…`, without the urls. */
export const RUFF_0_17_6 = `[
  {
    "cell": null,
    "code": "I001",
    "end_location": { "column": 12, "row": 2 },
    "filename": "/home/me/pkg/bank.py",
    "fix": {
      "applicability": "safe",
      "edits": [
        {
          "content": "import json\\nimport os\\n\\n\\n",
          "end_location": { "column": 1, "row": 3 },
          "location": { "column": 1, "row": 1 }
        }
      ],
      "message": "Organize imports"
    },
    "location": { "column": 1, "row": 1 },
    "message": "Import block is un-sorted or un-formatted",
    "name": "unsorted-imports",
    "noqa_row": 1,
    "severity": "error"
  },
  {
    "cell": null,
    "code": "F401",
    "end_location": { "column": 10, "row": 1 },
    "filename": "/home/me/pkg/bank.py",
    "fix": {
      "applicability": "safe",
      "edits": [
        { "content": "", "end_location": { "column": 1, "row": 2 }, "location": { "column": 1, "row": 1 } }
      ],
      "message": "Remove unused import: \`os\`"
    },
    "location": { "column": 8, "row": 1 },
    "message": "\`os\` imported but unused",
    "name": "unused-import",
    "noqa_row": 1,
    "severity": "error"
  }
]
`;

/** mypy 2.4.1 with --no-color-output --no-error-summary --show-error-codes --no-pretty --show-absolute-path. */
export const MYPY_2_4_1 = `/home/me/pkg/bank.py:3: error: Cannot find implementation or library stub for module named "foo"  [import-not-found]
/home/me/pkg/bank.py:3: note: See https://mypy.readthedocs.io/en/stable/running_mypy.html#missing-imports
/home/me/pkg/bank.py:12: error: Name "g" already defined on line 10  [no-redef]
`;

/** `pyright --outputjson` of pyright 1.1.414, one diagnostic of it. */
export const PYRIGHT_1_1_414 = `{
    "version": "1.1.414",
    "time": "1795363744524",
    "generalDiagnostics": [
        {
            "file": "/home/me/pkg/bank.py",
            "severity": "error",
            "message": "Import \\"os\\" is not accessed",
            "range": { "start": { "line": 0, "character": 7 }, "end": { "line": 0, "character": 9 } },
            "rule": "reportUnusedImport"
        },
        {
            "file": "/home/me/pkg/bank.py",
            "severity": "information",
            "message": "Type of \\"x\\" is \\"int\\"",
            "range": { "start": { "line": 4, "character": 0 }, "end": { "line": 4, "character": 9 } }
        }
    ],
    "summary": { "filesAnalyzed": 1, "errorCount": 1, "warningCount": 0, "informationCount": 1, "timeInSec": 0.5 }
}
`;
