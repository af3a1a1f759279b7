import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../../parts/heading.js';
import { notice } from '../../../parts/notice.js';
import type { View } from './view.js';

/** Somebody has voted and comes back. The city cannot show them how they voted: it does not know. */
export function votedAlready({ words, level, ready: { ballot } }: View, onChange: () => void): TemplateResult {
  const { t, formats } = words;
  const until = formats.instant(ballot.closes, ballot.process.timeZone);
  return notice({
    tone: 'success',
    title: heading(level + 1, t('voting-widget.voted.title'), { id: 'you', focusable: true }),
    text: ballot.changeable ? t('voting-widget.voted.changeable', { time: until }) : t('voting-widget.voted.final'),
    actions: ballot.changeable
      ? html`<button class="button" type="button" @click=${onChange}>${t('voting-widget.voted.change')}</button>`
      : nothing,
  });
}
