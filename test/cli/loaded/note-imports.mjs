// Loader hooks: each module that is imported is a line of the file that OMNI_LOADED names.
import { appendFileSync } from 'node:fs';

export async function load(url, context, nextLoad) {
  appendFileSync(process.env.OMNI_LOADED, `${url}\n`);
  return nextLoad(url, context);
}
