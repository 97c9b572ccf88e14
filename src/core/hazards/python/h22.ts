import { hazard } from '../hazard.ts';

export const H22 = hazard({
  id: 'H22',
  language: 'python',
  what: '`super()`, closures and mangled names keep their meaning when a class moves whole.',
  foundBy: 'none needed',
  verdict: 'invariant',
  remedy: 'verbatim moves keep them',
  naive: '-',
  heldBy: 'test/codemods/python/hazards',
});
