import type { Readmes } from '../../src/config/config.ts';
import type { Heading } from './read-markdown.ts';

/** What a README has to hold, by the words under which people write it. A team's own words come beside these. */
const SECTION_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  purpose: ['purpose', 'about', 'overview', 'introduction', 'what it does', 'what is it', 'description', 'why'],
  api: ['api', 'api surface', 'public api', 'usage', 'interface', 'reference', 'modules', 'exports'],
  tests: [
    'tests',
    'test',
    'testing',
    'test commands',
    'running tests',
    'running the tests',
    'how to test',
    'development',
  ],
  owners: ['owners', 'owner', 'owner notes', 'ownership', 'maintainers', 'maintainer', 'contact', 'team'],
};

export const SECTIONS = Object.keys(SECTION_HEADINGS);

/** How a section that is written anew is called. */
const SECTION_TITLES: Readonly<Record<string, string>> = {
  purpose: 'Purpose',
  api: 'API surface',
  tests: 'Test commands',
  owners: 'Owner notes',
};

export const titleOf = (section: string, { headings }: Readmes): string =>
  headings[section]?.[0] ?? SECTION_TITLES[section] ?? section;

/** True if one of the headings stands for the section. A first-level title does not: it is the name of the package. */
export function hasSection(section: string, headings: readonly Heading[], { headings: wordings }: Readmes): boolean {
  const words = new Set([...(wordings[section] ?? []), ...(SECTION_HEADINGS[section] ?? [section])].map(normal));
  return headings.some(({ text, level }, i) => (level > 1 || i > 0) && words.has(normal(text)));
}

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
