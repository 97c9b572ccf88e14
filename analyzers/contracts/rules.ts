import type { Rule } from '../../src/core/finding.ts';

export const BREAKING: Rule = {
  id: 'contract-breaking',
  severity: 'error',
  what: 'One side of a `[[contract]]` writes a payload that the other does not read.',
  why: 'The payload fails at run time, in another process than the one that made it.',
  whatToDo: 'Change either side so that what is written is read: the finding has a payload that breaks.',
  example: {
    before: '# Rust: skip_serializing_if = "Option::is_none"\nclass Job(BaseModel):\n    note: str | None',
    after: 'class Job(BaseModel):\n    note: str | None = None',
  },
};

export const LOST: Rule = {
  id: 'contract-lost',
  severity: 'warning',
  what: 'One side of a `[[contract]]` writes a key that nobody reads, and the other reads one that nobody writes.',
  why: 'Both work, and the value never arrives: most often the two keys were meant to be one.',
  whatToDo: 'Give both the same name on the wire, or remove the one that is not used.',
  example: {
    before: '# Rust writes `createdAt`\nclass Job(BaseModel):\n    created_at: int = 0',
    after: 'class Job(BaseModel):\n    created_at: int = Field(0, alias="createdAt")',
  },
};

export const CONSTANT: Rule = {
  id: 'contract-constant',
  severity: 'error',
  what: 'A string that several sides have to spell alike is not the same on all of them.',
  why: 'A schema id or an event name that differs by a letter is another one: nothing arrives, and nothing fails.',
  whatToDo: 'Spell it the same way on every side.',
  example: { before: 'const DONE: &str = "job.done";   // Python: DONE = "job.finished"', after: 'DONE = "job.done"' },
};

export const CONFIG: Rule = {
  id: 'contract-config',
  severity: 'error',
  what: 'A `[[contract]]` or `[[contract-constant]]` names what is not there.',
  why: 'It compares nothing, and looks as if it did.',
  whatToDo:
    'Name a type by its module path, `core::job::Job` or `acme.job.Job`, or by its file, `src/job.rs#Job` or `web/job.ts#Job`.',
  example: { before: 'rust = "core::jobs::Job"', after: 'rust = "core::job::Job"' },
};

export const CONTRACT_RULES: readonly Rule[] = [BREAKING, LOST, CONSTANT, CONFIG];
