import { body, type MakePiece } from './pieces.ts';

/** Pieces with state of the module's own, which several of its statements touch. */
export const OWN: readonly MakePiece[] = [
  (n) => ({
    form: 'own registry',
    statements: [
      `R${n} = []`,
      `def enter_${n}(item):\n    R${n}.append(item.__name__)\n    return item`,
      `@enter_${n}\ndef zebra_${n}():\n${body(n, 'total')}`,
      `@enter_${n}\ndef ant_${n}():\n${body(n + 1, 'total')}`,
      `FIRST_${n} = R${n}[0]`,
      `@enter_${n}\nclass Yak${n}:\n    pass`,
    ],
    binds: [`R${n}`, `enter_${n}`, `zebra_${n}`, `ant_${n}`, `FIRST_${n}`, `Yak${n}`],
    probe: [`m.R${n}`],
  }),
  (n) => ({
    form: 'own counter',
    statements: [
      `_count_${n} = 0`,
      `def count_${n}():\n    global _count_${n}\n    _count_${n} += 1\n    return _count_${n}`,
      `ONE_${n} = count_${n}()`,
      `TWO_${n} = count_${n}()`,
      `def later_${n}():\n${body(n, `total + _count_${n}`)}`,
    ],
    binds: [`_count_${n}`, `count_${n}`, `ONE_${n}`, `TWO_${n}`, `later_${n}`],
    probe: [`m.later_${n}()`, `m.count_${n}()`, `m.later_${n}()`, `m._count_${n}`],
  }),
  (n) => ({
    form: 'own base with a hook',
    statements: [
      `class Root${n}:\n    kinds = []\n\n    def __init_subclass__(cls):\n        Root${n}.kinds.append(cls.__name__)`,
      `class Zebra${n}(Root${n}):\n    pass`,
      `COUNT_${n} = len(Root${n}.kinds)`,
      `class Ant${n}(Root${n}):\n    pass`,
    ],
    binds: [`Root${n}`, `Zebra${n}`, `COUNT_${n}`, `Ant${n}`],
    probe: [`m.Root${n}.kinds`],
  }),
  (n) => ({
    form: 'own base without a hook',
    statements: [
      `class Stem${n}:\n    def run(self):\n${body(n, 'total').replace(/^/gm, '    ')}`,
      `class Zinnia${n}(Stem${n}):\n    pass`,
      `class Aster${n}(Stem${n}):\n    pass`,
      `def leaves_${n}():\n    return [one.__name__ for one in Stem${n}.__subclasses__()]`,
    ],
    binds: [`Stem${n}`, `Zinnia${n}`, `Aster${n}`, `leaves_${n}`],
    probe: [`m.leaves_${n}()`],
  }),
  (n) => ({
    form: 'own generator',
    statements: [
      `G${n} = iter(range(9))`,
      `GA${n} = next(G${n})`,
      `GB${n} = next(G${n})`,
      `def rest_${n}():\n${body(n, `[total, *G${n}]`)}`,
    ],
    binds: [`G${n}`, `GA${n}`, `GB${n}`, `rest_${n}`],
    probe: [`m.rest_${n}()`],
  }),
  (n) => ({
    form: 'own metaclass',
    statements: [
      `class Kind${n}(type):\n    seen = []\n\n    def __init__(cls, *rest):\n        super().__init__(*rest)\n        Kind${n}.seen.append(cls.__name__)`,
      `class Zorro${n}(metaclass=Kind${n}):\n    pass`,
      `class Abel${n}(metaclass=Kind${n}):\n    pass`,
    ],
    binds: [`Kind${n}`, `Zorro${n}`, `Abel${n}`],
    probe: [`m.Kind${n}.seen`],
  }),
  (n) => ({
    form: 'name bound twice',
    statements: [`T${n} = [1]`, `T${n} = T${n} + [2]`, `TL${n} = len(T${n})`, `T${n} = tuple(T${n})`],
    binds: [`T${n}`, `TL${n}`],
  }),
  (n) => ({
    form: 'dictionary that is filled by steps',
    statements: [
      `D${n} = {}`,
      `D${n}["z"] = len(D${n})`,
      `def fill_${n}(key):\n    D${n}[key] = len(D${n})\n    return key`,
      `D${n}A = fill_${n}("a")`,
      `D${n}["b"] = len(D${n})`,
    ],
    binds: [`D${n}`, `fill_${n}`, `D${n}A`],
    probe: [`m.D${n}`],
  }),
];

const written =
  (form: string, write: (n: number) => string, parameters = 'value'): MakePiece =>
  (n) => ({
    form: `writes to itself: ${form}`,
    statements: [
      `MODE_${n} = "slow"`,
      `def mode_${n}():\n${body(n, `(MODE_${n}, total)`)}`,
      `def enable_${n}(${parameters}):\n    ${write(n).replace(/\n/g, '\n    ')}\n    return value`,
    ],
    binds: [`MODE_${n}`, `mode_${n}`, `enable_${n}`],
    probe: [`m.mode_${n}()`, `m.enable_${n}("fast")`, `m.mode_${n}()`, `m.MODE_${n}`],
  });

/** Functions that bind a name of their module again, by whatever way. */
export const WRITES: readonly MakePiece[] = [
  written('global', (n) => `global MODE_${n}\nMODE_${n} = value`),
  written('own import', (n) => `import shop.m\nshop.m.MODE_${n} = value`),
  written('own import by alias', (n) => `import shop.m as me\nme.MODE_${n} = value`),
  written('own import from the package', (n) => `from shop import m\nm.MODE_${n} = value`),
  written('relative own import', (n) => `from . import m as me\nme.MODE_${n} = value`),
  written('sys.modules', (n) => `sys.modules[__name__].MODE_${n} = value`),
  written('sys.modules by text', (n) => `setattr(sys.modules["shop.m"], "MODE_${n}", value)`),
  written('sys.modules by get', (n) => `setattr(sys.modules.get(__name__), "MODE_${n}", value)`),
  written('modules under another name', (n) => `from sys import modules as loaded\nloaded[__name__].MODE_${n} = value`),
  written('computed import', (n) => `importlib.import_module(__name__).MODE_${n} = value`),
  written('computed import by parts', (n) => `setattr(importlib.import_module("shop." + "m"), "MODE_${n}", value)`),
  written('__import__', (n) => `__import__("shop.m", fromlist=["x"]).MODE_${n} = value`),
  written('globals', (n) => `globals()["MODE_${n}"] = value`),
  written('globals update', (n) => `globals().update(MODE_${n}=value)`),
  written('globals held', (n) => `space = globals()\nspace["MODE_${n}"] = value`),
  written('vars of the module', (n) => `vars(sys.modules[__name__])["MODE_${n}"] = value`),
  written('__dict__ of the module', (n) => `sys.modules[__name__].__dict__["MODE_${n}"] = value`),
  written('__globals__ of a function', (n) => `mode_${n}.__globals__["MODE_${n}"] = value`),
  written('frame', (n) => `sys._getframe().f_globals["MODE_${n}"] = value`),
  written('exec', (n) => `exec(f"MODE_${n} = {value!r}", globals())`),
  written('inspect.getmodule', (n) => `inspect.getmodule(mode_${n}).MODE_${n} = value`),
  written('by a stranger', (n) => `base.poke(__name__, "MODE_${n}", value)`),
  written('by a stranger and text', (n) => `base.poke("shop.m", "MODE_${n}", value)`),
  written('operator', (n) => `operator.setitem(globals(), "MODE_${n}", value)`),
  written('by a loop', (n) => `for key in ("MODE_${n}",):\n    setattr(sys.modules[__name__], key, value)`),
  written('by a held module', (n) => `setattr(ME, "MODE_${n}", value)`),
  written('by the class of a function', (n) => `sys.modules[mode_${n}.__module__].MODE_${n} = value`),
  written('by a module of its package', (n) => `pkgutil.resolve_name("shop.m").MODE_${n} = value`),
];
