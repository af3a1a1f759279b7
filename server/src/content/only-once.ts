import type { Fault } from './content-fault.js';

/**
 * Says which ids of a list stand there twice. Large and small letters count as the same, as they do in the file names of some computers.
 */
export function onlyOnce(items: readonly { id: string }[], fault: Fault): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id.toLowerCase())) fault([index, 'id'], `there are two with the id '${id}'`);
    seen.add(id.toLowerCase());
  });
}
