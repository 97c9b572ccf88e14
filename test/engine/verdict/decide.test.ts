import { describe, expect, test } from 'vitest';
import {
  type Accepts,
  type Evidence,
  NOTHING_ACCEPTED,
  type Proof,
  type Rung,
  type UnitCoverage,
  weaken,
  worstOf,
} from '../../../src/core/evidence.ts';
import type { Claim } from '../../../src/core/verdict.ts';
import { acceptsOf } from '../../../src/engine/verdict/accepts-of.ts';
import { decide } from '../../../src/engine/verdict/decide.ts';
import { whatWasShown } from '../../../src/report/split/what-was-shown.ts';
import { whyNotProven } from '../../../src/report/split/why-not-proven.ts';

const proof = (rung: Rung, path: string, verdict: Proof['verdict'], more: Partial<Proof> = {}): Proof => ({
  rung,
  path,
  configuration: 'lib',
  verdict,
  why: `${rung} ${verdict}`,
  ...more,
});

const claim = (path: string, by: Claim['by'] = 'rungs', kind: Claim['kind'] = 'changed'): Claim => ({
  path,
  kind,
  by,
  why: by,
});

const unit = (id: string, configurations: readonly string[], rung: Rung = 'B'): UnitCoverage => ({
  rung,
  path: 'a.rs',
  unit: id,
  configurations,
  condition: 'cfg(windows)',
});

function judge(
  proofs: readonly Proof[],
  { claims = [claim('a.rs')], asked = ['S', 'B'], accepts = NOTHING_ACCEPTED, coverage = [] }: Partial<Given> = {},
) {
  const evidence: Evidence = { proofs, coverage, commands: [], diagnostics: [], tools: [] };
  const decision = decide(claims, evidence, asked, accepts);
  return { decision, evidence, asked, kinds: decision.gaps.map(({ kind }) => kind) };
}

interface Given {
  readonly claims: readonly Claim[];
  readonly asked: readonly Rung[];
  readonly accepts: Accepts;
  readonly coverage: readonly UnitCoverage[];
}

const FINE = [proof('S', 'a.rs', 'proven'), proof('B', 'a.rs', 'proven')];

describe('a verdict is made from the paths', () => {
  test('proven: each rung for each source', () => {
    expect(judge(FINE).decision).toMatchObject({ outcome: 'proven', gaps: [] });
  });

  test('a source without a word of a rung is a gap, whatever else was shown', () => {
    const { decision, kinds } = judge(FINE, { claims: [claim('a.rs'), claim('b.rs')] });
    expect(decision.outcome).toBe('not-proven');
    expect(kinds).toEqual(['unshown', 'unshown']);
  });

  test('no proof at all and no path that rungs claim is not a proof of a path that nobody claims', () => {
    expect(judge([], { claims: [claim('.envrc', 'nothing', 'added')] }).decision.outcome).toBe('not-proven');
    expect(judge(FINE, { claims: [claim('a.rs'), claim('x.toml', 'nothing')] }).decision.outcome).toBe('not-proven');
    expect(judge(FINE, { claims: [claim('a.rs'), claim('x.toml', 'list')] }).decision.outcome).toBe('proven');
  });

  test('a part that a join has taken away needs S, whatever else is shown', () => {
    const gone = { ...claim('part.rs', 'rungs', 'removed'), joined: true as const };
    const { decision } = judge(FINE, { claims: [claim('a.rs'), gone] });
    expect(decision).toMatchObject({ outcome: 'not-proven', gaps: [{ kind: 'unshown', rung: 'S', path: 'part.rs' }] });
  });

  test('what is gone needs no proof of its own where something stands for it', () => {
    expect(judge(FINE, { claims: [claim('a.rs'), claim('old.rs', 'rungs', 'removed')] }).decision.outcome).toBe(
      'proven',
    );
  });

  test('a formatter or linter shows nothing, and can break everything', () => {
    const [syntax] = FINE as [Proof];
    expect(judge([syntax, proof('B', 'a.rs', 'proven', { beside: true })]).kinds).toEqual(['unshown']);
    expect(judge([...FINE, proof('B', 'a.rs', 'failed', { beside: true })]).kinds).toEqual(['failed']);
    expect(judge([...FINE, proof('B', 'a.rs', 'not-run', { beside: true })]).kinds).toEqual([]);
  });
});

describe('moved units that nothing compiled', () => {
  test('are gaps by the rungs that were asked for', () => {
    const coverage = [unit('fn a', ['lib']), unit('fn b', []), unit('fn c', [], 'M')];
    const { decision, kinds } = judge(FINE, { coverage });
    expect(kinds).toEqual(['uncompiled']);
    expect(decision).toMatchObject({ outcome: 'not-proven', gaps: [{ unit: { unit: 'fn b' } }] });
  });

  test('count once though several parts of the evidence refer to them, and not where one of these saw them', () => {
    expect(judge(FINE, { coverage: [unit('fn b', []), unit('fn b', [])] }).kinds).toEqual(['uncompiled']);
    expect(judge(FINE, { coverage: [unit('fn b', []), unit('fn b', ['all-features'])] }).kinds).toEqual([]);
  });

  test('are accepted by their ids alone, and the acceptance is kept', () => {
    const coverage = [unit('fn b', []), unit('fn c', [])];
    const accepts = { hazards: [], uncompiled: ['fn b', 'fn z'] };
    const { decision } = judge(FINE, { coverage, accepts });
    expect(decision.gaps).toMatchObject([{ unit: { unit: 'fn c' } }]);
    expect(decision.accepted).toMatchObject([{ id: 'fn b', path: 'a.rs' }]);
  });

  test('the way on quotes their ids', () => {
    const said = whyNotProven(judge(FINE, { coverage: [unit("impl Foo<'a>::b", [])] }));
    expect(said[0]).toContain('cfg(windows)');
    expect(said.at(-1)).toContain("--accept-uncompiled 'impl Foo<'\\''a>::b'");
  });
});

describe('acceptance of a hazard', () => {
  const lost = proof('M', 'a.rs', 'failed', { hazard: 'R42' });
  const asked: readonly Rung[] = ['S', 'B', 'M'];

  test('stands for the failure that carries its id, and for no other', () => {
    const accepts: Accepts = { hazards: ['R42'], uncompiled: [] };
    expect(judge([...FINE, lost], { asked }).decision.outcome).toBe('not-proven');
    expect(judge([...FINE, lost], { asked, accepts }).decision).toMatchObject({
      outcome: 'proven',
      accepted: [{ id: 'R42', path: 'a.rs' }],
    });
    expect(judge([...FINE, proof('M', 'a.rs', 'failed')], { asked, accepts }).decision.outcome).toBe('not-proven');
    expect(judge([...FINE, lost, proof('M', 'a.rs', 'failed')], { asked, accepts }).decision.outcome).toBe(
      'not-proven',
    );
    expect(judge([...FINE, proof('M', 'a.rs', 'proven')], { asked, accepts }).decision.accepted).toEqual([]);
  });

  test.each(['R42', 'H1', 'X9', ''])('%s is not a matter of choice', (id) => {
    expect(() => acceptsOf([id], [])).toThrow(expect.objectContaining({ exitCode: 2 }));
  });
});

describe('words', () => {
  test('a proof claims what its rungs showed', () => {
    expect(whatWasShown(judge(FINE, { asked: ['S'] }))).toContain('nothing was compiled or run');
    expect(whatWasShown(judge(FINE))).not.toContain('nothing was compiled');
    expect(whatWasShown(judge(FINE.map((one) => weaken(one, 'the base has 2,470 errors'))))).toContain('2,470 errors');
    expect(weaken(proof('B', 'a.rs', 'failed'), 'x')).not.toHaveProperty('weakened');
  });

  test('the same reason is told once, with the number of further files', () => {
    const claims = Array.from({ length: 16 }, (_, i) => claim(`a${String(i).padStart(2, '0')}.rs`));
    const failed = claims.map(({ path }) => proof('S', path, 'failed', { why: 'boom' }));
    const said = whyNotProven(judge(failed, { claims, asked: ['S'] }));
    expect(said).toEqual(['failed S a00.rs: boom … and in 15 more files']);
  });

  test('the way on is never what was asked for', () => {
    const part = judge([...FINE, proof('S', 'b.rs', 'proven'), proof('B', 'b.rs', 'not-run', { why: 'no crate' })], {
      claims: [claim('a.rs'), claim('b.rs')],
    });
    expect(whyNotProven(part)).toEqual(['B not shown for b.rs: no crate', 'To go on without: --evidence S']);
    expect(whyNotProven(judge([], { asked: ['S'] })).join()).not.toContain('--evidence');
    expect(whyNotProven(judge([proof('S', 'a.rs', 'failed')])).join()).not.toContain('--evidence');
  });
});

test('a rung is no better than the worst of its files', () => {
  expect(worstOf([])).toBeNull();
  expect(worstOf([proof('B', 'a.rs', 'proven'), proof('B', 'b.rs', 'vacuous')])?.verdict).toBe('vacuous');
  expect(worstOf([proof('B', 'a.rs', 'vacuous'), proof('B', 'a.rs', 'proven')])?.verdict).toBe('proven');
  expect(
    worstOf([proof('B', 'a.rs', 'proven'), proof('B', 'b.rs', 'not-run'), proof('B', 'c.rs', 'vacuous')])?.verdict,
  ).toBe('not-run');
  expect(worstOf([proof('B', 'a.rs', 'proven'), proof('B', 'a.rs', 'failed', { beside: true })])?.verdict).toBe(
    'failed',
  );
});
