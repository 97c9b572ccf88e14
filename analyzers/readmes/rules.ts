import type { Rule } from '../../src/core/finding.ts';

export const MISSING: Rule = {
  id: 'readme-missing',
  severity: 'error',
  what: 'A crate or Python distribution has no README of its own.',
  why: 'Who finds the package, in the tree or in a registry, cannot tell what it is for, how it is tested and whom to ask.',
  mend: 'workspace/scaffold-readme',
  whatToDo: 'Write one, or begin with facts: `check readmes --fix`.',
};

export const LOST: Rule = {
  id: 'readme-lost',
  severity: 'error',
  what: 'A manifest names a README that is not there.',
  why: 'Cargo and build backends look only when the package is built for a release: the release fails, and nothing before it does.',
  whatToDo: 'Correct the path in the manifest, or write the file.',
  example: { before: 'readme = "READ.md"      # no such file', after: 'readme = "README.md"' },
};

export const SHARED: Rule = {
  id: 'readme-shared',
  severity: 'warning',
  what: 'Several packages share one README.',
  why: 'It describes the workspace, and none of the packages: each counts as documented and none is.',
  mend: 'workspace/scaffold-readme',
  whatToDo: 'Give each package a README of its own; `check readmes --fix` begins them.',
  example: { before: 'readme.workspace = true', after: 'readme = "README.md"' },
};

export const SECTION: Rule = {
  id: 'readme-section',
  severity: 'warning',
  what: 'A README lacks a section of the template.',
  why: 'Readers look for the same things in the same place: what it is for, what it offers, how to test it, who owns it.',
  mend: 'workspace/scaffold-readme',
  whatToDo:
    'Write the section, map the heading that stands for it in `[readmes.headings]`, or scaffold it: `check readmes --fix`.',
};

export const STALE_API: Rule = {
  id: 'readme-stale-api',
  severity: 'error',
  what: 'The API list of a README is not what the package exports.',
  why: 'A list that names what is gone, or leaves out what is there, is worse than none.',
  mend: 'workspace/scaffold-readme',
  whatToDo: 'Bring the marked list up to date: `check readmes --fix`.',
  example: {
    before: '<!-- omni-refactor:api -->\n- `fn old_name`\n<!-- /omni-refactor:api -->',
    after: '<!-- omni-refactor:api -->\n- `fn new_name`: Presses fruit.\n<!-- /omni-refactor:api -->',
  },
};

export const UNKNOWN_COMMAND: Rule = {
  id: 'readme-command',
  severity: 'error',
  what: 'A README shows a command that cannot work here.',
  why: 'The first thing that a newcomer types fails, and the README is not trusted after it.',
  whatToDo: 'Correct the command, or remove it.',
  example: { before: 'cargo test -p pres', after: 'cargo test -p press' },
};

export const UNKNOWN_NAME: Rule = {
  id: 'readme-name',
  severity: 'warning',
  what: 'A README names an item that its package does not have.',
  why: 'It was renamed or removed, and the text was not.',
  whatToDo: 'Use the name of today, or remove it.',
  example: { before: '`press::squeeze`', after: '`press::press`' },
};

export const DEAD_LINK: Rule = {
  id: 'readme-link',
  severity: 'error',
  what: 'A link of a README leads to no file or heading of the repository.',
  why: 'The text behind it moved or is gone.',
  whatToDo: 'Correct the link, or remove it.',
  example: { before: '[how it works](docs/design.md)', after: '[how it works](ARCHITECTURE.md)' },
};

export const README_RULES: readonly Rule[] = [
  MISSING,
  LOST,
  SHARED,
  SECTION,
  STALE_API,
  UNKNOWN_COMMAND,
  UNKNOWN_NAME,
  DEAD_LINK,
];
