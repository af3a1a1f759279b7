/** Markup that is safe as it stands: made by the `html` tag alone. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Value = Html | string | number | false | undefined | readonly Value[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Markup as a template: whatever is put into it is text, and escaped, unless it was made by this very tag. Nothing, `false` and missing
 * values leave no trace; a list is put in piece by piece. Attribute values stand in quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.map((string, index) => string + (index < values.length ? shown(values[index]) : '')).join(''));
}

function shown(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(shown).join('');
  return String(value).replace(/[&<>"']/g, sign => signs[sign] ?? sign);
}
