/** A key that no run before this one used. `Math.random` will do: nothing is kept secret by it. */
export function key(): string {
  return `contract-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}
