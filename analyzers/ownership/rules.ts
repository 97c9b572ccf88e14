import type { Rule } from '../../src/core/finding.ts';

export const TWICE: Rule = {
  id: 'ownership-twice',
  severity: 'error',
  what: 'One tool, handler, route or command is registered twice on the same server, app or group.',
  why: 'Only one of the two ever answers, as the order of imports or calls decides; axum panics when it starts.',
  whatToDo: 'Keep one of the two, or give them different names.',
  example: {
    before:
      '@mcp.tool()\ndef search(): ...      # acme/a.py\n@mcp.tool(name="search")\ndef find(): ...        # acme/b.py',
    after: '@mcp.tool(name="find")\ndef find(): ...',
  },
};

export const FOREIGN: Rule = {
  id: 'ownership-foreign',
  severity: 'error',
  what: 'A module registers what a responsibility gives to another.',
  why: 'What two modules answer for drifts apart: a change in one is forgotten in the other.',
  whatToDo: 'Move it to the owner, or name the module as one.',
  example: {
    before: '[[ownership.responsibility]]\nid = "mcp"\nowners = ["py:acme.mcp.*"]\nevidence = ["tool:*"]',
    after: '# acme/mcp/search.py\n@mcp.tool()\ndef search(): ...',
  },
};

export const OVERLAP: Rule = {
  id: 'ownership-overlap',
  severity: 'error',
  what: 'Two modules register the same thing of one responsibility, on different servers or apps.',
  why: 'Both are kept up by hand, and only by luck alike.',
  whatToDo: 'Let one of them have it: `omni-refactor ownership` prints the order in which to merge.',
};

export const DUPLICATE: Rule = {
  id: 'ownership-duplicate',
  severity: 'warning',
  what: 'Two packages have nearly the same function.',
  why: 'A fault is mended in one of them.',
  whatToDo: 'Move it to what both can use, and call it there.',
};

export const CONFIG: Rule = {
  id: 'ownership-config',
  severity: 'error',
  what: 'An owner in `[ownership]` names no module.',
  why: 'Nobody owns what it was meant for, and everything of it is foreign.',
  whatToDo: 'Use a name of the map: `omni-refactor map --modules`.',
};

export const OWNERSHIP_RULES: readonly Rule[] = [TWICE, FOREIGN, OVERLAP, DUPLICATE, CONFIG];
