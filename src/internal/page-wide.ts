/**
 * Something of which a page needs one, however many copies of the library it has: they find it on the document, under a symbol that names
 * the major version, so that two majors never meet. It is no global that a page could see or trip over.
 *
 * @param name - What it is for.
 * @param make - Makes it, for the first who asks.
 */
export function pageWide<Value>(name: string, make: () => Value): Value {
  const held = document as unknown as Record<symbol, Value | undefined>;
  return (held[Symbol.for(`portico:${name}@1`)] ??= make());
}
