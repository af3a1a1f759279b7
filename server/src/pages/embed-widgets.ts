import { freshness } from '../observations/freshness.js';

/** What an embed address may say of a widget, and nothing else of it reaches the page. */
export interface EmbedWidget {
  /** The attribute that the last part of the address fills. */
  subject: string;
  /** The other attributes, from the query, and what may stand in them; each widget also takes `lang`. */
  attributes: Readonly<Record<string, RegExp>>;
  /** What else may stand in the query: only the page without scripts asks for it, the widget does not. */
  query?: Readonly<Record<string, RegExp>>;
  /** For how long, in milliseconds, the page may be out of date. Left out: until content changes. */
  freshness?: number;
}

const theme = /^[a-z][a-z0-9-]{0,39}$/;
const level = /^[1-6]$/;
const id = /^[a-z0-9][a-z0-9._-]{0,99}$/i;
const passage = /^[a-z0-9][a-z0-9.-]{0,99}$/i;
const token = /^[a-z0-9][a-z0-9_-]{0,99}$/i;
/** Whatever somebody typed from paper: the page says when it is no number. */
const reference = /^\P{Cc}{1,200}$/u;

/** The widgets that have a page: `/embed/<name>/<subject>`. */
const embedWidgets = {
  document: {
    subject: 'document',
    attributes: { version: /^[1-9]\d{0,5}$/, passage: /^[a-z0-9][a-z0-9.-]{0,99}$/i, 'heading-level': /^[1-6]$/, theme },
  },
  follow: {
    subject: 'process',
    attributes: { reference, 'heading-level': level, theme },
    freshness,
  },
  'observation-form': {
    subject: 'process',
    attributes: { document: id, version: /^[1-9]\d{0,5}$/, passage, 'heading-level': level, theme },
  },
  'observation-list': {
    subject: 'process',
    attributes: { document: id, passage, 'heading-level': level, theme },
    query: {
      // The database takes no NUL, and no other control sign means anything here.
      text: /^\P{Cc}{1,200}$/u,
      kind: token,
      theme: token,
      state: token,
      outcome: token,
      source: token,
      sort: token,
      cursor: /^[\w-]{1,200}$/,
      reference,
    },
    freshness,
  },
  'pact-viewer': { subject: 'pact', attributes: { version: /^[1-9]\d{0,5}$/, 'heading-level': /^[1-6]$/, theme } },
  receipt: { subject: 'ballot', attributes: { 'heading-level': level, theme }, freshness },
  'voting-widget': { subject: 'ballot', attributes: { 'heading-level': level, theme }, freshness },
} satisfies Record<string, EmbedWidget>;

const rows: Readonly<Record<EmbedName, EmbedWidget>> = embedWidgets;

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

/** What the page without scripts is asked for besides. */
export function queryOf(name: EmbedName, query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rows[name].query ?? {}).flatMap(([key, allowed]) => {
      const value = query[key];
      return typeof value === 'string' && allowed.test(value) ? [[key, value]] : [];
    }),
  );
}

/** For how long the page of a widget may be out of date, in milliseconds. */
export const freshnessOf = (name: EmbedName): number | undefined => rows[name].freshness;

/** The attributes of the element, its subject first. */
export const elementOf = (name: EmbedName, id: string, rest: Readonly<Record<string, string>>): Record<string, string> => ({
  [embedWidgets[name].subject]: id,
  ...rest,
});
