import { html, nothing, type TemplateResult } from 'lit';
import type { TextKey } from '../../../i18n/texts.js';
import { enumText } from '../../../i18n/words.js';
import { badge } from '../../../parts/badge.js';
import { heading } from '../../../parts/heading.js';
import { stateTexts } from '../../../i18n/observation-words.js';
import { passageAddress, passageLink } from '../../../parts/passage-link.js';
import { officialResponse } from '../../../parts/response.js';
import { spoken } from '../../../parts/spoken.js';
import { stepsOf, type FollowStep, type StepName } from '../../../model/follow-steps.js';
import type { FoundView } from './found.js';

const titles: Readonly<Record<Exclude<StepName, 'other'>, TextKey>> = {
  received: 'follow.step.received',
  examined: 'follow.step.examined',
  answered: 'follow.step.answered',
  'in-final-text': 'follow.step.in-final-text',
  unchanged: 'follow.step.unchanged',
  withdrawn: 'follow.step.withdrawn',
};

/** What is said of a step that is still to come. */
const comingTexts = {
  examined: 'follow.coming.examined',
  answered: 'follow.coming.answered',
  'in-final-text': 'follow.coming.in-final-text',
} as const;

/** The way of an observation as a list of steps, with what was answered. */
export function steps(view: FoundView): TemplateResult {
  return html`
    <ol class="phases" role="list">
      ${stepsOf(view.observation).map(step => one(step, view))}
    </ol>
  `;
}

function one(step: FollowStep, view: FoundView): TemplateResult {
  const { words, level, terms } = view;
  const { t, formats, locale } = words;
  const { name, status, at, state } = step;
  const title = name === 'other' ? (state ? spoken(enumText(words, stateTexts, state), locale) : nothing) : t(titles[name]);
  const look = status === 'here' ? 'active' : status;
  return html`
    <li class="phase ${look}" aria-current=${status === 'here' ? 'step' : nothing}>
      <div class="step-head">
        ${heading(level + 2, title)} ${status === 'here' ? badge('success', t('follow.here')) : nothing}
        ${status === 'upcoming' && name !== 'unchanged' ? badge('muted', t('follow.upcoming')) : nothing}
      </div>
      ${at === undefined ? nothing : html`<p class="phase-dates">${formats.date(at, terms.process.timeZone)}</p>`}
      ${details(step, view)}
    </li>
  `;
}

function details(step: FollowStep, view: FoundView): unknown {
  const { name, status } = step;
  const { words, observation } = view;
  const { t } = words;
  if (name === 'answered' && observation.responses.length > 0) return responses(view);
  if (name === 'in-final-text' && status === 'here') return adopted(view);
  if (name === 'unchanged') return html`<p>${t('follow.unchanged-why')}</p>`;
  if (status === 'here') return next(view);
  if (status === 'upcoming' && Object.hasOwn(comingTexts, name))
    return html`<p class="muted">${t(comingTexts[name as keyof typeof comingTexts])}</p>`;
  return nothing;
}

function responses({ words, level, observation, terms }: FoundView): TemplateResult[] {
  return observation.responses.map((response, index) =>
    officialResponse({
      words,
      response,
      level: level + 3,
      title: words.t(index === 0 ? 'follow.response' : 'follow.later-response'),
      timeZone: terms.process.timeZone,
      scope: `response-${String(index)}`,
    }),
  );
}

/** What happens next, and by when. */
function next({ words, observation, terms }: FoundView): unknown {
  const { t, formats, locale } = words;
  const { next: step, by, state } = observation;
  if (state.value === 'withdrawn') return html`<p>${t('follow.withdrawn-why')}</p>`;
  if (!step) return nothing;
  const until = by === undefined ? nothing : t('follow.by', { date: formats.date(by, terms.process.timeZone) });
  return html`<p><strong>${t('follow.next')}</strong> ${spoken(step, locale)} ${until}</p>`;
}

/** Where the words of the observation, or of its answer, stand now. */
function adopted({ words, observation: { adoptedIn, passageName, subject }, pages }: FoundView): unknown {
  const { t, formats, locale } = words;
  if (!adoptedIn) return nothing;
  const { document, version, passage = subject.passage } = adoptedIn;
  const number = formats.number(version);
  if (passage === undefined) return html`<p>${t('follow.adopted', { number })}</p>`;
  const name = passageName && passage === subject.passage ? spoken(passageName, locale) : t('follow.read-passage');
  const place = { document, passage, version };
  return html`<p>${t('follow.adopted', { number })} ${passageLink(place, passageAddress(place, pages), name)}</p>`;
}
