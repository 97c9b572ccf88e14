import type { Diagnosis } from '../../engine/toolchains/diagnose.ts';
import { sanitize } from '../sanitize.ts';

/** Programs, rungs that can be reached here, state and cache. */
export function renderDiagnosis({ programs, rungs, state, cache, nested }: Diagnosis): string {
  const rows = programs.map(
    ({ name, version, why }) => `  ${version ? 'ok  ' : 'no  '}${name.padEnd(8)} ${sanitize(version ?? why ?? '')}`,
  );
  const languages = [...new Set(rungs.map(({ language }) => language))];
  const reach = languages.map((language) => {
    const ofLanguage = rungs.filter((row) => row.language === language);
    const reachable = ofLanguage.filter(({ why }) => why === null).map(({ rung }) => rung);
    const blocked = ofLanguage.filter(({ why }) => why !== null);
    const reasons = [...new Set(blocked.map(({ why }) => why!))].map((why) => {
      const missing = blocked.filter((row) => row.why === why).map(({ rung }) => rung);
      return `; not ${missing.join(', ')}: ${sanitize(why)}`;
    });
    return `  ${language.padEnd(11)} ${ofLanguage[0]!.files} files: ${reachable.join(', ')}${reasons.join('')}`;
  });
  return [
    'Programs',
    ...rows,
    '',
    'Evidence that can be given here',
    ...(reach.length > 0 ? reach : ['  no Rust, Python or TypeScript file was found']),
    '',
    'State',
    `  ${state.applies} applies; ${state.unfinished === null ? 'none unfinished' : `${state.unfinished} is UNFINISHED: run \`omni-refactor undo\` or \`omni-refactor apply --resume\``}`,
    `  journals  ${sanitize(state.folder)}`,
    `  cache     ${sanitize(cache ?? 'off')}`,
    ...(nested.length === 0 ? [] : ['', 'Left out', ...nested.map((one) => `  ${sanitize(one)}`)]),
    '',
  ].join('\n');
}
