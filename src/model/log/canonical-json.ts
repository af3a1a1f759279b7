/**
 * JSON in the one form that everybody writes alike (RFC 8785): members sorted by the UTF-16 units of their names, no blanks. A database or a
 * parser may give members in another order; what was committed to must still be found again. Members that are `undefined` are left out.
 *
 * @throws TypeError for what JSON cannot say (a date, a map, `NaN`, half of a surrogate pair): it would come back as something else, and
 * nobody could ever open the commitment.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'string':
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) break;
      // RFC 8785 takes over how ECMAScript writes numbers.
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
      if (isRecord(value)) return `{${members(value).join(',')}}`;
  }
  throw new TypeError(`JSON cannot hold this ${typeof value}`);
}

function members(record: Record<string, unknown>): string[] {
  return Object.keys(record)
    .filter(name => record[name] !== undefined)
    .sort()
    .map(name => `${quoted(name)}:${canonicalJson(record[name])}`);
}

function quoted(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('JSON cannot hold half of a surrogate pair');
  return JSON.stringify(text);
}

/** Not by its prototype, which is another one in each frame of a page. */
function isRecord(value: object): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]' && !('toJSON' in value);
}
