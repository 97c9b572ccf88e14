import { Box, Text } from 'ink';
import { useSyncExternalStore } from 'react';
import type { Row } from './paint/line.ts';
import type { Slots } from './paint/slots.ts';
import { paintRow } from './paint/theme.ts';
import { frameOf } from './panes/frame.ts';
import type { State } from './state/state.ts';

export interface Store {
  readonly get: () => State;
  readonly subscribe: (listener: () => void) => () => void;
}

interface AppProps {
  readonly store: Store;
  readonly slots: Slots;
  readonly colour: boolean;
}

/** Lays prepared rows out: header, panes side by side or below one another, message and hints. */
export function App({ store, slots, colour }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { header, list, main, portrait, message, hints } = frameOf(state);
  slots.begin();
  const pane = (rows: readonly Row[]) => (
    <Pane text={slots.give(rows.map((row) => paintRow(row, colour)))} width={widthOf(rows)} />
  );
  return (
    <Box flexDirection="column">
      {pane([header])}
      <Box flexDirection={portrait ? 'column' : 'row'}>
        {list && pane(list)}
        {list && main && !portrait && <Pane text={list.map(() => '│').join('\n')} width={1} />}
        {main && pane(main)}
      </Box>
      {pane([message, hints])}
    </Box>
  );
}

const widthOf = (rows: readonly Row[]): number => rows[0]?.width ?? 0;

function Pane({ text, width }: { readonly text: string; readonly width: number }) {
  return (
    <Box flexShrink={0} width={width}>
      <Text>{text}</Text>
    </Box>
  );
}
