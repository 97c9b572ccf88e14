/** Names of keys in the bytes of one read: `j`, `space`, `ctrl+d`, `escape`, `up`. Several keys can stand in one read. */
export interface KeyParser {
  readonly feed: (text: string) => string[];
  /** True if the read ended in the middle of a sequence, or with a lone escape. */
  readonly waiting: () => boolean;
  /** Nothing more came: a lone escape was the key. */
  readonly flush: () => string[];
}

const SEQUENCES: Readonly<Record<string, string>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  '[H': 'home',
  '[F': 'end',
  OH: 'home',
  OF: 'end',
  '[1~': 'home',
  '[4~': 'end',
  '[7~': 'home',
  '[8~': 'end',
  '[3~': 'delete',
  '[5~': 'pageup',
  '[6~': 'pagedown',
  '[Z': 'shift+tab',
};

const CONTROL: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  ' ': 'space',
  '\u007F': 'backspace',
  '\b': 'backspace',
};

// CSI with parameters, or SS3 with one letter. Mouse reports, pastes' brackets and answers of the terminal come as CSI too: they are read and dropped.
// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is parsed here
const WHOLE = /^\u001B(\[[0-?]*[ -/]*[@-~]|O[A-Za-z])/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is parsed here
const PARTIAL = /^\u001B(\[[0-?]*[ -/]*|O)?$/;

export function keyParser(): KeyParser {
  let rest = '';
  return {
    feed(text) {
      const keys: string[] = [];
      let input = rest + text;
      rest = '';
      while (input !== '') {
        const taken = takeKey(input);
        if (taken === null) {
          rest = input;
          break;
        }
        keys.push(taken.key);
        input = input.slice(taken.length);
      }
      return keys.filter((key) => key !== '');
    },
    waiting: () => rest !== '',
    flush() {
      const pending = rest;
      rest = '';
      if (pending === '') return [];
      return ['escape', ...[...pending.slice(1)].map(nameOf)];
    },
  };
}

function nameOf(character: string): string {
  const known = CONTROL[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0)!;
  if (code < 0x20) return code >= 1 && code <= 26 ? `ctrl+${String.fromCharCode(code + 96)}` : '';
  return character;
}

/** The first key of some input, '' for a sequence that has no name; null where more of it is to come. */
function takeKey(input: string): { readonly key: string; readonly length: number } | null {
  if (input[0] !== '\u001B') {
    const character = String.fromCodePoint(input.codePointAt(0)!);
    return { key: nameOf(character), length: character.length };
  }
  const whole = WHOLE.exec(input);
  if (whole) return { key: SEQUENCES[whole[1]!] ?? '', length: whole[0].length };
  return PARTIAL.test(input) ? null : { key: 'escape', length: 1 };
}
