import type { ObservationDraft } from './observation-draft.js';
import { tidied } from './written-text.js';

/** What is kept of a draft, and what the log commits to: all that was written, tidied, and nothing that was left empty. */
export function keptDraft(draft: ObservationDraft): ObservationDraft {
  const { subject, kind, title = '', text, wording, theme, place, attachments, lang, onBehalf } = draft;
  const name = tidied(title).replace(/\s+/gu, ' ');
  return {
    subject,
    kind,
    ...(name !== '' && { title: name }),
    text: tidied(text),
    ...(wording && { wording: { before: wording.before, after: tidied(wording.after) } }),
    ...(theme !== undefined && theme !== '' && { theme }),
    ...(place && { place: { ...place, text: tidied(place.text) } }),
    attachments: [...new Set(attachments)],
    lang,
    ...(onBehalf && { onBehalf: { ...onBehalf, place: tidied(onBehalf.place) } }),
  };
}
