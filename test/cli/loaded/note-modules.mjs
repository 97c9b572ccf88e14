import { appendFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

register('./note-imports.mjs', import.meta.url);
const { cache } = createRequire(import.meta.url);
process.on('exit', () => {
  for (const path of Object.keys(cache)) appendFileSync(process.env.OMNI_LOADED, `${pathToFileURL(path).href}\n`);
});
