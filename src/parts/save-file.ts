/** How long some browsers take to read a file after the click, in milliseconds. */
const reading = 10_000;

/** Gives something to the person as a file. */
export function saveFile(name: string, content: string, type: 'text/plain' | 'text/calendar' | 'application/json'): void {
  // With its mark Windows' own editor knows that it is UTF-8.
  const mark = type === 'text/plain' ? '\uFEFF' : '';
  const url = URL.createObjectURL(new Blob([mark + content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, reading);
}
