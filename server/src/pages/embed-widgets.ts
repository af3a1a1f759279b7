/** What an embed address may say of a widget, and nothing else of it reaches the page. */
export interface EmbedWidget {
  /** The attribute that the last part of the address fills. */
  subject: string;
  /** The other attributes, from the query, and what may stand in them; each widget also takes `lang`. */
  attributes: Readonly<Record<string, RegExp>>;
}

const theme = /^[a-z][a-z0-9-]{0,39}$/;

/** The widgets that have a page: `/embed/<name>/<subject>`. */
const embedWidgets = {
  document: {
    subject: 'document',
    attributes: { version: /^[1-9]\d{0,5}$/, passage: /^[a-z0-9][a-z0-9.-]{0,99}$/i, 'heading-level': /^[1-6]$/, theme },
  },
  'pact-viewer': { subject: 'pact', attributes: { version: /^[1-9]\d{0,5}$/, 'heading-level': /^[1-6]$/, theme } },
} satisfies Record<string, EmbedWidget>;

export type EmbedName = keyof typeof embedWidgets;

export const isEmbedName = (name: string): name is EmbedName => Object.hasOwn(embedWidgets, name);

/** The attributes that an address asks for, in the order of the table. What is none, or cannot stand there, is left out. */
export function attributesOf(name: EmbedName, query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(embedWidgets[name].attributes).flatMap(([attribute, allowed]) => {
      const value = query[attribute];
      return typeof value === 'string' && allowed.test(value) ? [[attribute, value]] : [];
    }),
  );
}

/** The attributes of the element, its subject first. */
export const elementOf = (name: EmbedName, id: string, rest: Readonly<Record<string, string>>): Record<string, string> => ({
  [embedWidgets[name].subject]: id,
  ...rest,
});
