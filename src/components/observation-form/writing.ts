import { html, nothing, type TemplateResult } from 'lit';
import type { Backend } from '../../backend/backend.js';
import { addStyles } from '../../internal/add-styles.js';
import { heading } from '../../parts/heading.js';
import { notice } from '../../parts/notice.js';
import { spoken } from '../../parts/spoken.js';
import { isAmendment, isWritten } from './entry.js';
import { problemsOf } from './entry-rules.js';
import type { FormHost } from './form-host.js';
import { stepOf, type ReadyState } from './observation-form.state.js';
import { elsewhere, late } from './views/around.js';
import { reader } from './views/before.js';
import { draftLine } from './views/draft-line.js';
import { notOpen, stepView, supported } from './views/form.js';
import { more } from './views/more.js';
import type { FormView, PlainView } from './views/view.js';
import { what } from './views/what.js';
import { where } from './views/where.js';
import type { Workings } from './workings.js';
import { writingStyles } from './writing.styles.js';

export interface WritingMeans extends Pick<Workings, 'drafts' | 'flow' | 'opening' | 'parts'> {
  readonly backend: () => Backend | undefined;
}

/** What is seen of the form, step by step, and its rules. It is fetched while the terms are being read. */
export class Writing {
  readonly problemsOf = problemsOf;

  constructor(
    private readonly _host: FormHost,
    private readonly _means: WritingMeans,
  ) {
    addStyles(_host, writingStyles);
  }

  render(plain: PlainView): TemplateResult {
    const { flow } = this._means;
    const problems = flow.problems();
    const view: FormView = { ...plain, error: id => problems.find(({ field }) => field === id)?.message };
    const { words, ready, level } = view;
    const { t, locale } = words;
    const title = this._host.helper ? t('observation-form.heading-helper') : t('observation-form.heading');
    return html`
      <div class="head">
        ${heading(level, title, { id: 'title', focusable: true })}
        <p class="muted">${spoken(ready.terms.process.title, locale)}</p>
        <slot name="paper">${this._paper(view)}</slot>
      </div>
      ${elsewhere(view, flow)} ${this._progress(view)}
    `;
  }

  private _progress(view: FormView): unknown {
    const { ready } = view;
    const { progress, terms } = ready;
    if (progress.type === 'sent') return this._finish(view);
    if (progress.type === 'supported') return supported(view, progress.reference);
    // Whoever was just told that it closed meanwhile is still looking at what they wrote.
    const refused = progress.type === 'writing' && progress.refused !== undefined;
    if (terms.status.value !== 'open' && !refused) return notOpen(view, isWritten(ready.entry));
    if (this._means.backend()?.observations?.can.submit === false) {
      return notice({ tone: 'info', text: view.words.t('observation-form.elsewhere') });
    }
    if (!refused && isBarred(ready) && !isWritten(ready.entry)) return reader({ ...view, level: view.level - 1 });
    const { flow, opening } = this._means;
    const first = stepOf(ready) === opening.first;
    const draft = isWritten(ready.entry) ? this._draft(view) : nothing;
    return stepView({ ...view, first, problems: flow.problems(), content: this._step(view), draft });
  }

  private _step(view: FormView): unknown {
    const { picker, similar, behalf, attachments } = this._means.parts;
    switch (stepOf(view.ready)) {
      case 'behalf':
        return behalf ? behalf(view) : this._late(view);
      case 'where':
        return where({ ...view, picker: picker?.isOpen ? picker.render(view) : nothing, onPick: () => void this._pick() });
      case 'what':
        return what({ ...view, difference: this._difference(view, false), similar: similar?.render(view) ?? nothing });
      case 'more':
        return more({ ...view, attachments: attachments?.render(view) ?? this._late(view) });
      case 'check':
        return this._finish(view);
    }
  }

  private _finish(view: FormView): unknown {
    const { finish, attachments } = this._means.parts;
    const missing = attachments?.missing ?? [];
    return finish?.render({ ...view, difference: this._difference(view, true), missing }) ?? this._late(view);
  }

  private _difference({ words, ready, level }: FormView, now: boolean): unknown {
    const { parts } = this._means;
    const { entry, subject } = ready;
    if (!isAmendment(entry) || entry.after === entry.before) return nothing;
    if (!parts.difference && !parts.failed) void parts.loadDifference();
    const lang = subject.passage?.type === 'here' ? subject.passage.lang : words.locale;
    return parts.difference?.render(entry.before, entry.after, lang, { words, level: level + 2, now }) ?? nothing;
  }

  private _draft(view: FormView): TemplateResult {
    const { flow, drafts, backend } = this._means;
    return draftLine({
      ...view,
      kept: drafts.place,
      // Hubs and pages of others are no place to leave something behind.
      keepable: !view.helper && !backend()?.session?.handOver,
      deleting: flow.deleting,
      onKeep: keep => {
        flow.keepOnDevice(keep);
      },
      onDelete: sure => {
        flow.deleteDraft(sure);
      },
      onStay: () => {
        flow.keepDraft();
      },
    });
  }

  /** The same questions on paper, with a code that leads back here, where the city's pages are known. */
  private _paper({ words, ready }: FormView): unknown {
    const pages = this._means.backend()?.pages ?? this._means.backend()?.session?.handOver;
    if (!pages) return nothing;
    const { document, passage } = ready.entry;
    const place = { widget: 'observation-form', subject: ready.terms.process.id };
    const url = new URL(pages.pageUrl(place, { lang: words.locale, document, passage }), location.href);
    url.pathname += '/paper';
    return html`<a class="paper" href=${url.href} data-portico="off">${words.t('observation-form.paper')}</a>`;
  }

  private _late(view: FormView): TemplateResult {
    const { parts } = this._means;
    return late(view, parts.failed, () => parts.retry());
  }

  private async _pick(): Promise<void> {
    (await this._means.parts.loadPicker())?.open();
  }
}

/** Whether the city has said that this person may not: nobody shall write what they cannot send. */
const isBarred = ({ terms, reader: who }: ReadyState): boolean =>
  terms.signIn && who.type === 'known' && who.participation.type === 'not-entitled';
