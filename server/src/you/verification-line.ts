import type { Verification } from '../../../src/model/session.js';
import { html, type Html } from '../pages/html.js';
import type { Speaker } from '../words/words.js';
import type { YouKey } from './you-words.js';

const statuses = ['granted', 'pending', 'missing', 'refused'] as const;
const reasons = ['age', 'tie', 'district', 'identity', 'register'] as const;

const known = <Value extends string>(values: readonly Value[], value: string): Value | undefined =>
  values.find(each => each === value);

/** Whether somebody may take part, and why not. A state that we have no words for is shown by its own. */
export function verificationLine({ status, refusals }: Verification, t: Speaker<YouKey>): Html {
  const state = known(statuses, status.value);
  const because = refusals.map(({ reason }) => {
    const name = known(reasons, reason.value);
    return name ? t(`reason.${name}`) : (reason.label?.text ?? reason.value);
  });
  const list = new Intl.ListFormat(t.locale).format(because);
  return html`<strong>${state ? t(`verification.${state}`) : (status.label?.text ?? status.value)}</strong>
    ${because.length > 0 && t('reasons', { list })}`;
}
