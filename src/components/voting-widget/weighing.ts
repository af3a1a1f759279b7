import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import { addStyles } from '../../internal/add-styles.js';
import type { Option } from '../../model/ballot.js';
import { heading } from '../../parts/heading.js';
import { spoken } from '../../parts/spoken.js';
import { rulesText } from '../../i18n/ballot-words/rules-text.js';
import type { FillingIn } from './filling-in.js';
import { problemNotice } from './views/choose.js';
import { pointsRow } from './views/points-row.js';
import { rankingRow } from './views/ranking-row.js';
import type { QuestionView } from './views/view.js';
import type { VotingHost } from './voting-host.js';
import { weighingStyles } from './weighing.styles.js';

export interface WeighingMeans {
  readonly focus: FocusController;
  readonly status: StatusController;
  readonly filling: FillingIn;
}

/** The second step of points and rankings: how much of what was chosen, or in which order. */
export class Weighing {
  constructor(
    host: VotingHost,
    private readonly _means: WeighingMeans,
  ) {
    addStyles(host, weighingStyles);
  }

  render(view: QuestionView): TemplateResult {
    const { words, level, question, entry, filling } = view;
    const { t, locale } = words;
    const isRanking = question.method.value === 'ranking';
    const problems = filling.shownProblems(question, 'weigh');
    const options = entry.chosen.flatMap(id => question.options.find(each => each.id === id) ?? []);
    return html`
      <section class="question" aria-labelledby="step-title">
        ${heading(level + 1, isRanking ? t('voting-widget.order.title') : t('voting-widget.points.title'), {
          id: 'step-title',
          focusable: true,
        })}
        <p>${spoken(question.title, locale)}</p>
        <p class="rule">${rulesText(words, question)}</p>
        ${problemNotice(view, problems)}
        ${
          isRanking
            ? html`<p class="muted">${t('voting-widget.order.how')}</p>
                <ol class="ranking" role="list">
                  ${repeat(
                    options,
                    ({ id }) => id,
                    (option, at) => rankingRow(words, option, at, options.length, this._moves(view, option)),
                  )}
                </ol>`
            : html`<ul class="weights" role="list">
                ${options.map(option =>
                  pointsRow(
                    view,
                    option,
                    problems.find(each => each.option === option.id),
                  ),
                )}
              </ul>`
        }
        ${options.length === 0 ? html`<p class="notice info">${t('voting-widget.order.nothing')}</p>` : nothing}
      </section>
    `;
  }

  private _moves({ words: { t }, question, entry }: QuestionView, { id, title }: Option) {
    const { filling, focus, status } = this._means;
    return {
      move: (to: number, control: string): void => {
        const others = entry.chosen.filter(each => each !== id);
        if (to < 0 || to > others.length) {
          status.say(to < 0 ? t('voting-widget.order.first') : t('voting-widget.order.last'));
          return;
        }
        filling.set(question, { chosen: [...others.slice(0, to), id, ...others.slice(to)] });
        status.say(t('voting-widget.order.moved', { title: title.text, place: to + 1, of: others.length + 1 }));
        // The row moved; the person stays with it.
        focus.next(`[data-option="${id}"] .${control}`);
      },
      remove: (): void => {
        filling.choose(question, id, false);
        status.say(t('voting-widget.order.removed', { title: title.text }));
        focus.next('#step-title');
      },
    };
  }
}
