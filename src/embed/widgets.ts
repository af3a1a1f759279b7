/** What has to be known of a widget before its code is there. */
export interface EmbeddedWidget {
  /** The attribute that says which subject to show; the last part of an embed address fills it. */
  readonly subject: string;
  /** The other attributes that a link or a placeholder may set. Every widget also takes `lang` and `theme`. */
  readonly attributes: readonly string[];
  /** Where the subject is read, below the address of the API. */
  readonly read: string;
  /** Height to keep free while it loads, as a CSS length in `em`. */
  readonly height: string;
}

/**
 * The widgets that a link, a placeholder or a tag can become, by name: `portico-<name>` is the tag, `src/components/<name>` the folder,
 * `<site>/embed/<name>/<subject>` the address. One line for each.
 */
export const widgets: Readonly<Record<string, EmbeddedWidget>> = {
  document: { subject: 'document', attributes: ['version', 'passage', 'heading-level'], read: 'v1/documents', height: '40em' },
  follow: { subject: 'process', attributes: ['reference', 'heading-level'], read: 'v1/observation-terms', height: '22em' },
  'observation-form': {
    subject: 'process',
    attributes: ['document', 'version', 'passage', 'heading-level'],
    read: 'v1/observation-terms',
    height: '40em',
  },
  'observation-list': {
    subject: 'process',
    attributes: ['document', 'passage', 'heading-level'],
    read: 'v1/observation-terms',
    height: '40em',
  },
  'pact-viewer': { subject: 'pact', attributes: ['version', 'heading-level'], read: 'v1/pacts', height: '40em' },
  receipt: { subject: 'ballot', attributes: ['heading-level'], read: 'v1/ballots', height: '30em' },
  'voting-widget': { subject: 'ballot', attributes: ['heading-level'], read: 'v1/ballots', height: '40em' },
};
