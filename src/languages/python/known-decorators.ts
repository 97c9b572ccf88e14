/** Decorators of the standard library that only wrap or mark: they register nothing anywhere. */
export const PURE_DECORATOR =
  /^(\w+\.)*(property|cached_property|staticmethod|classmethod|abstractmethod|abstractproperty|overload|final|override|runtime_checkable|no_type_check|dataclass|dataclass_transform|total_ordering|unique|verify|contextmanager|asynccontextmanager|lru_cache|cache|wraps|singledispatch|singledispatchmethod|deprecated|coroutine|recursive_repr|skip|skipIf|skipUnless|expectedFailure)\b(?!\.)/;
