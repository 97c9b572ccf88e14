import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf } from '../../core/hash.ts';
import { grammarHashes } from '../../languages/grammars.ts';
import { ownPackage } from '../own-package.ts';

const CODE = ['src/languages', 'src/core', 'analyzers'];
const GATE_CODE = ['src/workspace', 'src/config'];
const PROOF_CODE = ['codemods', 'src/engine', 'src/process'];

/** Hashes of the sources by folder, set where the build joins modules: there no file holds a folder's code alone. */
declare const ROOM_HASHES: Readonly<Record<string, string>> | undefined;

let known: string | null = null;
let knownGate: string | null = null;
let knownProof: string | null = null;

/**
 * What facts depend on besides the text: the parsers and the code of this tool that reads syntax. It is taken from the files
 * themselves, so a forgotten version number cannot bring back the facts of an older tool.
 */
export function extractorFingerprint(): string {
  known ??= hashOf([grammarHashes(), ...CODE.map(hashFolder)].join('\n')).slice(0, 16);
  return known;
}

/** What the results of checks depend on besides the workspace: all of that, what reads manifests, and the packages that parse them. */
export function gateFingerprint(): string {
  knownGate ??= hashOf(
    [extractorFingerprint(), ...GATE_CODE.map(hashFolder), JSON.stringify(ownPackage().dependencies)].join('\n'),
  ).slice(0, 16);
  return knownGate;
}

/** What a proof depends on besides the workspace and its toolchains: all of that, the codemods and the provers. */
export function proofFingerprint(): string {
  knownProof ??= hashOf([gateFingerprint(), ...PROOF_CODE.map(hashFolder)].join('\n')).slice(0, 16);
  return knownProof;
}

function hashFolder(room: string): string {
  if (typeof ROOM_HASHES !== 'undefined') return ROOM_HASHES[room]!;
  const folder = fileURLToPath(new URL(`../../../${room}/`, import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.d)\.[jt]s$/.test(file),
  );
  return files
    .sort()
    .map((file) => `${file} ${hashOf(readFileSync(join(folder, file)))}`)
    .join('\n');
}
