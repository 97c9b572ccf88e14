import type { Finding } from '../../src/core/finding.ts';
import type { ClientFunction } from './client-code.ts';
import type { ClientFile } from './client-file.ts';
import { found } from './found.ts';
import { LOST_ARGUMENT } from './rules.ts';

const SENDS =
  /\b(?:call_tool|list_(?:all_)?(?:tools|resources|prompts)|read_resource|get_prompt|send_request|send_notification|request|notify|send|write_all|writeline|write|rpc|call)\s*(?:::<[^>]*>)?\(/;

/** Parameters of functions that send, which nothing in them uses. */
export const judgeArguments = (files: readonly ClientFile[]): Finding[] =>
  files.flatMap((file) =>
    file.functions
      .filter((one) => !one.isTest && SENDS.test(one.code))
      .flatMap((one) =>
        one.parameters
          .filter(({ name }) => !isUsed(one, name))
          .map(({ name, start }) =>
            found(
              LOST_ARGUMENT,
              file,
              start,
              `${one.name}: ${name}`,
              `\`${one.name}\` takes \`${name}\` and does not send it`,
            ),
          ),
      ),
  );

/** `let _ = name;` and `del name` only silence the compiler. */
function isUsed({ code }: ClientFunction, name: string): boolean {
  const rest = code.replace(new RegExp(`\\blet\\s+_\\w*\\s*=\\s*&?${name}\\s*;|\\bdel\\s+${name}\\b`, 'g'), '');
  return new RegExp(`(?<![\\w.])${name}\\b`).test(rest) || new RegExp(`\\{${name}[}:!]`).test(rest);
}
