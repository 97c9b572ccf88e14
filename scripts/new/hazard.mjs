// A hazard: its data, and a case that fails until the codemod refuses it.

const LANGUAGES = { R: 'rust', H: 'python', J: 'javascript', P: 'planner', N: 'planner' };

/** A case that a careless split gets through: two functions, of which one leaves; the refusal is what the case expects. */
const CASES = {
  rust: {
    'before/src/lib.rs': 'pub fn stays() -> u32 {\n    1\n}\n\npub fn moves() -> u32 {\n    stays() + 1\n}\n',
    'plan.json': '{ "path": "src/lib.rs", "modules": { "part": ["fn moves"] } }\n',
    'refusal.json': (id) => `[{ "hazard": "${id}", "line": 5 }]\n`,
  },
  python: {
    'before/m.py': 'def stays():\n    return 1\n\n\ndef moves():\n    return 2\n',
    'plan.json': '{ "path": "m.py", "modules": { "part": ["def moves"] } }\n',
    'refusal.json': (id) => `{ "hazard": "${id}", "line": 5 }\n`,
  },
  javascript: {
    'before/src/m.ts': 'export const stays = () => 1;\n\nexport const moves = () => stays() + 1;\n',
    'plan.json': '{ "path": "src/m.ts", "modules": { "part": ["const moves"] } }\n',
    'refusal.json': (id) => `["${id}"]\n`,
  },
};

/** Where the codemod refuses, and where the prover does so by itself. */
const PLACES = {
  rust: ['codemods/rust/split-module/refusals.ts (STOPS)', 'src/engine/prove/rust/syntax/check-moved.ts (HAZARDS)'],
  python: [
    'a guard beside codemods/python/split-module/guard-*.ts, called in divide.ts',
    'a check called in src/engine/prove/python/prove-static.ts',
  ],
  javascript: [
    'codemods/javascript/split-module/refusals.ts (refuseFile for the file, STOPS for a unit), or a refuse-*.ts called in split.ts',
    'src/engine/prove/javascript/judge-places.ts, or a judge-*.ts called in prove-syntax.ts',
  ],
};

/** What shows that the prover does not rest on the codemod. */
const SABOTAGE = {
  rust: 'a row in test/sabotage/rust/static-sabotages.ts',
  python: 'the careless result in naive/ of the case',
  javascript: 'a row in test/sabotage/javascript/table.ts, or in a file beside it',
};

const folderOf = (id) => `codemods/${LANGUAGES[id[0]]}/split-module/cases/refuse-${id.toLowerCase()}`;

export const hazard = {
  pattern: /^[RHJPN]\d+$/,
  example: 'R99',
  files(id) {
    const language = LANGUAGES[id[0]];
    const parts = CASES[language];
    const data = `import { hazard } from '../hazard.ts';

export const ${id} = hazard({
  id: '${id}',
  language: '${language}',
  what: 'TODO: one sentence that says what goes wrong.',
  foundBy: '${parts ? 'codemod' : 'planner'}',
  verdict: 'refused',
  remedy: 'TODO: what a person can do.',
  naive: 'TODO: what a split that looks right would do, and what comes of it.',
  heldBy: '${parts ? `\`refuse-${id.toLowerCase()}\`` : 'TODO: the test'}',
});
`;
    const made = { [`src/core/hazards/${language}/${id.toLowerCase()}.ts`]: data };
    if (!parts) return made;
    made[`${folderOf(id)}/case.txt`] = 'TODO: one sentence that says what the case shows.\n';
    for (const [path, text] of Object.entries(parts))
      made[`${folderOf(id)}/${path}`] = typeof text === 'string' ? text : text(id);
    return made;
  },
  edits: () => ({}),
  next(id) {
    const language = LANGUAGES[id[0]];
    const places = PLACES[language];
    return [
      'git grep --untracked -n TODO -- src codemods     # what is left to say',
      'UPDATE=1 npx vitest run test/core/hazards     # the index',
      'npm run build && UPDATE=1 npx vitest run test/report/rule-pages.test.ts     # the printed pages',
      ...(places
        ? [
            `npm run case -- ${language} refuse-${id.toLowerCase()}     # fails: nothing refuses it yet`,
            `the codemod refuses it: ${places[0]}`,
            `the prover refuses it by itself: ${places[1]}`,
            `S rejects a split that was made by hand: ${SABOTAGE[language]}`,
          ]
        : []),
    ];
  },
};
