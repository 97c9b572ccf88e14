/** Text that breaks behind slashes and blanks alone: a path never breaks within a word of it. */
export function pathText(text: string): DocumentFragment {
  const made = document.createDocumentFragment();
  for (const word of text.split(/(?<=[/ ])/)) {
    const span = document.createElement('span');
    span.className = 'word';
    span.textContent = word;
    made.append(span, document.createElement('wbr'));
  }
  return made;
}
