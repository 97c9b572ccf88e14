// Applies, undoes or resumes with a disk that ends the process by SIGKILL. Arguments, as one JSON object:
// { build, root, home, verb, changeSets, killAt, middle }: killAt counts changes of the disk from 1, 0 is never.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { build, root, home, verb, changeSets, draft, killAt, middle } = JSON.parse(process.argv[2]);
const load = (path) => import(pathToFileURL(join(build, 'src', path)).href);
const { nodeDisk } = await load('engine/state/disk.js');
const { makeStateFolder, stateFolderOf } = await load('engine/state/state-folder.js');

const die = () => {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
};
let count = 0;
const disk = {};
for (const [name, run] of Object.entries(nodeDisk))
  disk[name] = async (...args) => {
    if (!['look', 'read', 'list'].includes(name)) count += 1;
    else return run(...args);
    if (count !== killAt) return run(...args);
    if (middle && name === 'create') writeFileSync(args[0], args[1].subarray(0, args[1].length / 2));
    die();
  };

const state = await stateFolderOf(root, { OMNI_REFACTOR_STATE: home });
await makeStateFolder(state);
const common = { lock: { state }, onProgress: () => {}, disk };
const { applyChangeSets } = await load('engine/apply/apply-change-sets.js');
const { undoLast, resumeApply } = verb === 'apply' ? {} : await load('engine/apply/undo-last.js');
console.log('go');
try {
  if (verb === 'apply')
    await applyChangeSets({ ...common, changeSets, receipt: draft, signal: new AbortController().signal });
  else if (verb === 'undo') await undoLast(common);
  else await resumeApply(common);
  console.log(`done ${count}`);
} catch (error) {
  console.log(error.problem?.code ?? error.stack);
}
