import type { Fault } from './content-fault.js';

/** A token of the city's own must bring the words for it. */
export function checkToken(token: string | { value: unknown; label?: unknown }, known: readonly string[], fault: Fault): void {
  const { value, label } =
    typeof token === 'string' ? { value: token, label: undefined } : { value: String(token.value), label: token.label };
  if (label !== undefined || known.includes(value)) return;
  fault([], `'${value}' needs a label, since it is none of ${known.join(', ')}: write { value: ${value}, label: … }`);
}
