/** pydantic/alias_generators.py, for names of ASCII letters. */
export const ALIAS_GENERATORS: Readonly<Record<string, (name: string) => string>> = {
  'pydantic.alias_generators.to_camel': toCamel,
  'pydantic.alias_generators.to_pascal': toPascal,
  'pydantic.alias_generators.to_snake': toSnake,
};

/** `str.title`: a letter behind anything but a letter is a capital, every other one is small. */
const title = (text: string): string =>
  text.replace(/[A-Za-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());

function toPascal(name: string): string {
  return title(name).replace(/([0-9A-Za-z])_(?=[0-9A-Z])/g, '$1');
}

function toCamel(name: string): string {
  if (/^[a-z]+[A-Za-z0-9]*$/.test(name) && !/\d(?=[a-z])/.test(name)) return name;
  return toPascal(name).replace(/^_*[A-Z]/, (start) => start.toLowerCase());
}

function toSnake(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/([0-9])([A-Z])/g, '$1_$2')
    .replace(/([a-z])([0-9])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
}
