import type { Rule } from '../../src/core/finding.ts';

export const FORBIDDEN: Rule = {
  id: 'boundary-forbidden',
  severity: 'error',
  what: 'A module leads to one that a rule of `[boundary]` forbids.',
  why: 'What the rule keeps apart grows together one import at a time.',
  whatToDo: 'Do what the rule names instead, or except the module in it.',
  example: {
    before:
      '[[boundary.rule]]\nid = "core-by-bridge"\nfrom = ["py:acme.*"]\nforbid = ["native:acme._core"]\nexcept = ["py:acme.bridge"]\ninstead = "import acme.bridge"',
    after: 'from acme import bridge      # in place of: from acme import _core',
  },
};

export const LAYER: Rule = {
  id: 'boundary-layer',
  severity: 'error',
  what: 'A module leads to one of a layer above its own.',
  why: 'The lower layer can no longer be used, tested or moved without the upper one.',
  whatToDo: 'Move what is shared down, or hand it in from above.',
  example: {
    before: 'layers = [["py:acme.cli.*"], ["py:acme.core.*"]]\n# acme/core/run.py: from acme.cli import options',
    after: '# acme/core/run.py: def run(options): ...',
  },
};

export const REQUIRED: Rule = {
  id: 'boundary-required',
  severity: 'error',
  what: 'A module does not lead to what a rule of `[boundary]` requires.',
  why: 'What everything has to go through is gone round there.',
  whatToDo: 'Use what the rule names.',
  example: { before: 'from = ["py:acme.handlers.*"]\nrequire = ["py:acme.audit"]', after: 'from acme import audit' },
};

export const INTERFACE: Rule = {
  id: 'boundary-interface',
  severity: 'error',
  what: 'A module leads past the interface of a part into its inside.',
  why: 'What is inside cannot change any more without breaking its users.',
  whatToDo: 'Import from what the part has open, or open it.',
  example: {
    before:
      '[[boundary.interface]]\nof = ["py:acme.core.*"]\nopen = ["py:acme.core.api"]\ninstead = "import from acme.core.api"',
    after: 'from acme.core.api import run',
  },
};

export const UNDECLARED: Rule = {
  id: 'boundary-undeclared',
  severity: 'error',
  what: 'A distribution imports another that it does not declare.',
  why: 'It works where both happen to be installed, and fails where only it is.',
  whatToDo: 'Declare the dependency in the manifest of the distribution.',
  example: { before: 'dependencies = []            # acme/run.py: import tools', after: 'dependencies = ["tools"]' },
};

export const UNUSED: Rule = {
  id: 'boundary-unused',
  severity: 'error',
  what: 'An exception of `[boundary]` excuses nothing.',
  why: 'It is a hole that nobody needs: the next import through it would be seen by nobody.',
  whatToDo: 'Remove it from `except`.',
};

export const CONFIG: Rule = {
  id: 'boundary-config',
  severity: 'error',
  what: 'A selector of `[boundary]` names nothing that is there.',
  why: 'A rule about nothing holds nothing, and looks as if it did.',
  whatToDo: 'Use a name of the map: `omni-refactor map --modules`.',
  example: { before: 'from = ["py:acme.cor.*"]', after: 'from = ["py:acme.core.*"]' },
};

export const BOUNDARY_RULES: readonly Rule[] = [FORBIDDEN, LAYER, REQUIRED, INTERFACE, UNDECLARED, UNUSED, CONFIG];
