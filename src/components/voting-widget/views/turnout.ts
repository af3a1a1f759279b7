import { html, nothing, type TemplateResult } from 'lit';
import type { ResultsView } from './results.js';

/** How many voted, in which way, and whether that is enough. */
export function turnout({ words, results, ready: { ballot } }: ResultsView): TemplateResult {
  const { t, formats } = words;
  const { voted, online, paper, entitled = ballot.entitled } = results.turnout;
  const share = (part: number, of: number): string => formats.number(part / of, { style: 'percent', maximumFractionDigits: 1 });
  const fact = (name: string, value: string): TemplateResult =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`
    <dl class="turnout">
      ${fact(t('voting-widget.turnout.voted'), formats.number(voted))}
      ${
        entitled === undefined || entitled === 0
          ? nothing
          : fact(
              t('voting-widget.turnout.share'),
              t('voting-widget.turnout.of', { share: share(voted, entitled), of: formats.number(entitled) }),
            )
      }
      ${paper > 0 ? [fact(t('voting-widget.turnout.online'), formats.number(online)), fact(t('voting-widget.turnout.paper'), formats.number(paper))] : nothing}
    </dl>
    ${quorum({ t, formats }, ballot.quorum, voted, entitled)}
  `;
}

function quorum(
  { t, formats }: Pick<ResultsView['words'], 't' | 'formats'>,
  percent: number | undefined,
  voted: number,
  entitled: number | undefined,
): TemplateResult | typeof nothing {
  if (percent === undefined || entitled === undefined) return nothing;
  const share = formats.number(percent / 100, { style: 'percent' });
  const needed = Math.ceil((entitled * percent) / 100);
  const reached = voted * 100 >= entitled * percent;
  const parameters = { share, needed: formats.number(needed) };
  return html`<p class=${reached ? 'in-log' : ''}>
    ${reached ? t('voting-widget.quorum.reached', parameters) : t('voting-widget.quorum.missed', parameters)}
  </p>`;
}
