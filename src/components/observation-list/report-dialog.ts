import { html, nothing, type TemplateResult } from 'lit';
import { asBackendError, type BackendError } from '../../backend/errors.js';
import { addStyles } from '../../internal/add-styles.js';
import { randomId } from '../../internal/random-id.js';
import { reportReasons, type ReportReason } from '../../model/moderation.js';
import { tidied } from '../../model/written-text.js';
import { dialog } from '../../parts/dialog.js';
import { dialogStyles } from '../../parts/dialog.js';
import { errorSummary, errorSummaryStyles } from '../../parts/error-summary.js';
import { choices, field, fieldGroup, fieldStyles } from '../../parts/field.js';
import { reasonTexts } from '../../i18n/observation-words.js';
import type { ListHost } from './list-reading.js';
import { PorticoReportedEvent } from './observation-list.events.js';
import type { OpenMeans } from './open-and-own.js';
import { you, type TakingPart } from './views/you.js';
import type { View } from './views/view.js';
import { writeFailure } from './views/write-failure.js';

export interface ReportAbout {
  /** Where the observation stands open. */
  key: string;
  /** Reference number of the observation. */
  reference: string;
  /** The comment that is meant; left out: the observation itself. */
  comment: string | undefined;
  onChange: () => void;
  onClose: () => void;
}

type Progress =
  | { readonly type: 'asking'; readonly missing?: boolean; readonly failed?: BackendError }
  | { readonly type: 'sending' }
  | { readonly type: 'sent' };

/** Somebody says that a contribution should not stand there (Digital Services Act, article 16). */
export class ReportDialog {
  private _progress: Progress = { type: 'asking' };
  private _reason: ReportReason | '' = '';
  private _note = '';
  private readonly _idempotencyKey = randomId();

  constructor(
    private readonly _host: ListHost,
    private readonly _means: OpenMeans,
    private readonly _about: ReportAbout,
  ) {
    addStyles(_host, [dialogStyles, errorSummaryStyles, fieldStyles]);
  }

  isFor(key: string): boolean {
    return this._about.key === key;
  }

  render({ words, level }: View, takingPart: TakingPart): TemplateResult {
    const { t } = words;
    const sent = this._progress.type === 'sent';
    return dialog({
      level: level + 1,
      title: sent ? t('observation-list.report.sent-title') : t('observation-list.report.title'),
      close: sent ? t('observation-list.close') : t('common.cancel'),
      onClose: () => {
        this._close();
      },
      content: sent ? html`<p>${t('observation-list.report.sent')}</p>` : this._renderForm(words, level, takingPart),
    });
  }

  private _renderForm(words: View['words'], level: number, takingPart: TakingPart): TemplateResult {
    const { t } = words;
    const progress = this._progress;
    const missing = progress.type === 'asking' && progress.missing ? t('observation-list.report.missing') : undefined;
    const failed = progress.type === 'asking' ? progress.failed : undefined;
    const onSubmit = (event: SubmitEvent): void => {
      event.preventDefault();
      void this._send();
    };
    return html`
      <form class="report-form" novalidate @submit=${onSubmit}>
        ${missing === undefined ? nothing : errorSummary(t('common.error-summary'), level + 2, [{ field: 'report-reason', message: missing }])}
        ${failed ? html`<p class="field-error" id="report-failure" tabindex="-1">${writeFailure(words, failed)}</p>` : nothing}
        ${failed?.reason === 'unauthenticated' ? you(words, takingPart, 'report-you') : nothing}
        <p>${t('observation-list.report.text')}</p>
        ${fieldGroup(
          words,
          { id: 'report-reason', label: t('observation-list.report.reason'), error: missing },
          choices(
            'report-reason',
            // eslint-disable-next-line portico/static-text-keys -- the keys stand in the table of the part
            reportReasons.map(value => ({ value, label: t(reasonTexts[value]) })),
            this._reason,
            value => {
              this._reason = value as ReportReason;
              this._about.onChange();
            },
          ),
        )}
        ${field(
          words,
          { id: 'report-note', label: t('observation-list.report.note'), hint: t('observation-list.report.note-hint') },
          html`<textarea
            class="control"
            id="report-note"
            rows="3"
            dir="auto"
            aria-describedby="report-note-hint"
            .value=${this._note}
            @input=${(event: Event) => (this._note = (event.currentTarget as HTMLTextAreaElement).value)}
          ></textarea>`,
        )}
        <p class="actions">
          <button class="button primary" type="submit" aria-disabled=${progress.type === 'sending' ? 'true' : nothing}>
            ${progress.type === 'sending' ? t('observation-list.sending') : t('observation-list.report.send')}
          </button>
        </p>
      </form>
    `;
  }

  private _close(): void {
    const { key, comment, onClose } = this._about;
    onClose();
    this._means.focus.next(comment === undefined ? `#${CSS.escape(key)}-report` : `#${CSS.escape(`${key}-c-${comment}`)}`);
  }

  private async _send(): Promise<void> {
    const observations = this._means.backend()?.observations;
    if (!observations || this._progress.type === 'sending') return;
    if (this._reason === '') {
      this._show({ type: 'asking', missing: true }, '.error-summary');
      return;
    }
    const { reference, comment } = this._about;
    const note = tidied(this._note);
    this._show({ type: 'sending' });
    try {
      const draft = { reference, comment, reason: this._reason, ...(note !== '' && { note }) };
      await observations.report(draft, { idempotencyKey: this._idempotencyKey, locale: this._means.locale() });
      this._show({ type: 'sent' }, '#dialog-title');
      this._host.dispatchEvent(new PorticoReportedEvent(this._means.ready()?.terms.process.id ?? '', reference, comment));
    } catch (error) {
      this._show({ type: 'asking', failed: asBackendError(error) }, '#report-failure');
    }
  }

  private _show(progress: Progress, focus?: string): void {
    this._progress = progress;
    this._about.onChange();
    if (focus !== undefined) this._means.focus.next(focus);
  }
}
