import { Box, Text } from 'ink';
import { useSyncExternalStore } from 'react';
import { tokens } from './paint/slots.ts';
import type { Shape } from './panes/shape.ts';

/** Something that changes and tells so. */
export interface Source<Value> {
  readonly get: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Lays the panes out: header, panes side by side or below one another, message and hints. Each row is one token, numbered as `rowsOf` orders
 * them; it is drawn anew only when the shape changes, not at each key.
 */
export function App({ shapes }: { readonly shapes: Source<Shape> }) {
  const { columns, portrait, list, main } = useSyncExternalStore(shapes.subscribe, shapes.get);
  const below = 1 + (list?.height ?? 0);
  return (
    <Box flexDirection="column">
      <Pane text={tokens(0, 1)} width={columns} />
      <Box flexDirection={portrait ? 'column' : 'row'}>
        {list && <Pane text={tokens(1, list.height)} width={list.width} />}
        {list && main && !portrait && <Pane text={Array(list.height).fill('│').join('\n')} width={1} />}
        {main && <Pane text={tokens(below, main.height)} width={main.width} />}
      </Box>
      <Pane text={tokens(below + (main?.height ?? 0), 2)} width={columns} />
    </Box>
  );
}

function Pane({ text, width }: { readonly text: string; readonly width: number }) {
  return (
    <Box flexShrink={0} width={width}>
      <Text>{text}</Text>
    </Box>
  );
}
