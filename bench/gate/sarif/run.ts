import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * Validates the SARIF of every check, on every repository of a folder, against the published schema.
 * Usage: node run.js SCHEMA MODULES FOLDER, where SCHEMA is OASIS' `sarif-schema-2.1.0.json`, and MODULES a folder in which ajv,
 * ajv-draft-04 and ajv-formats are installed.
 */
const [schemaPath, modules, folder] = process.argv.slice(2);
if (schemaPath === undefined || modules === undefined || folder === undefined)
  throw new Error('usage: run.js SCHEMA MODULES FOLDER');

interface Validate {
  (value: unknown): boolean;
  readonly errors?: readonly unknown[] | null;
}
type Ajv = new (options: object) => { compile(schema: unknown): Validate };

const load = createRequire(join(modules, 'index.js'));
const schema = JSON.parse(readFileSync(schemaPath, 'utf8')) as { readonly $schema?: string };
const { default: Ajv } = load(/draft-04/.test(schema.$schema ?? '') ? 'ajv-draft-04' : 'ajv') as { default: Ajv };
const ajv = new Ajv({ strict: false, allErrors: true });
(load('ajv-formats') as { default: (ajv: unknown) => void }).default(ajv);
const validate = ajv.compile(schema);

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
    readonly results: readonly Result[];
  }[];
}
interface Rule {
  readonly id: string;
  readonly name: string;
  readonly help: { readonly markdown: string };
}
interface Result {
  readonly ruleIndex: number;
  readonly ruleId: string;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number };
    };
  }[];
}

/** What GitHub asks for beyond the schema. */
function faultsOf(log: Log, root: string): string[] {
  const [run] = log.runs;
  const { rules } = run!.tool.driver;
  return [
    ...rules.filter(({ name, help }) => !help.markdown.startsWith(`# ${name}`)).map(({ id }) => `${id} has no page`),
    ...rules.filter(({ name }) => !existsSync(`docs/rules/${name}.md`)).map(({ id }) => `${id} has no page in docs`),
    ...run!.results.flatMap(({ ruleId, ruleIndex, locations }) => {
      const [{ physicalLocation }] = locations as [Result['locations'][number]];
      const { uri } = physicalLocation.artifactLocation;
      return [
        ...(rules[ruleIndex]?.id === ruleId ? [] : [`${ruleId} is not at its index`]),
        ...(/^(?:\/|[a-z]+:|\.\.)/i.test(uri) || uri.includes(root) ? [`${uri} is not relative`] : []),
        ...(physicalLocation.region.startLine >= 1 ? [] : [`${uri} has no line`]),
      ];
    }),
  ];
}

let results = 0;
let bad = 0;
const repositories = readdirSync(folder).sort();
for (const name of repositories) {
  const root = join(folder, name);
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'check', '--format', 'sarif', '--root', root],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (run.status !== 0 && run.status !== 1) {
    process.stdout.write(`${name}: ended with ${run.status}: ${run.stderr.slice(0, 300)}\n`);
    bad += 1;
    continue;
  }
  const log = JSON.parse(run.stdout) as Log;
  const faults = [...(validate(log) ? [] : (validate.errors ?? []).slice(0, 5).map((one) => JSON.stringify(one)))];
  faults.push(...faultsOf(log, root).slice(0, 5));
  results += log.runs[0]!.results.length;
  if (faults.length > 0) bad += 1;
  for (const fault of faults) process.stdout.write(`${name}: ${fault}\n`);
}
process.stdout.write(`${repositories.length} reports with ${results} results; ${bad} not as they have to be\n`);
process.exitCode = bad > 0 ? 1 : 0;
