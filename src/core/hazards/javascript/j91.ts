import { hazard } from '../hazard.ts';

export const J91 = hazard({
  id: 'J91',
  language: 'javascript',
  what: 'Decorators whose metadata the compiler emits (`emitDecoratorMetadata`).',
  foundBy: 'proof',
  verdict: 'note',
  remedy:
    'an import of a type alone leaves `Object` in the metadata: S says that it shows less, and M compares what is emitted',
  naive: 'dependency injection finds `Object` where a class was',
  heldBy: '`emitted-form.test.ts`',
});
