import { hazard } from '../hazard.ts';

export const J10 = hazard({
  id: 'J10',
  language: 'javascript',
  what: 'A namespace or ambient module is a separate scope that other declarations can extend.',
  foundBy: 'outline',
  verdict: 'kept',
  remedy:
    'The planner keeps what another file extends, and what that names, in the facade; an edited plan that moves it is refused.',
  naive: null,
  heldBy: 'codemods/javascript/split-module/cases',
});
