import type { Backend } from '../../backend/backend.js';
import { DraftController } from '../../controllers/draft.js';
import type { FocusController } from '../../controllers/focus.js';
import type { LocaleController } from '../../controllers/locale.js';
import type { StatusController } from '../../controllers/status.js';
import { FormFlow } from './form-flow.js';
import type { FormHost } from './form-host.js';
import { KeptDrafts } from './kept-drafts.js';
import { LateParts } from './late-parts.js';
import type { ReadyState } from './observation-form.state.js';
import { Opening } from './opening.js';
import { SubjectReader } from './subject-reader.js';

export interface WorkingsMeans {
  readonly backend: () => Backend | undefined;
  readonly locale: LocaleController;
  readonly focus: FocusController;
  readonly status: StatusController;
  readonly retryReader: () => void;
}

/** What works behind the form: its drafts, its steps, what it reads and what it fetches later. They know each other by what they need. */
export class Workings {
  readonly drafts: KeptDrafts;
  readonly flow: FormFlow;
  readonly opening: Opening;
  readonly parts: LateParts;
  readonly subject: SubjectReader;

  constructor(host: FormHost, { backend, locale, focus, status, retryReader }: WorkingsMeans) {
    const ready = (): ReadyState | undefined => (host.state.type === 'ready' ? host.state : undefined);
    const words = () => locale.words;
    const kept = new DraftController(host, {
      name: () => host.process && `observation-form:${host.process}${host.helper ? ':helper' : ''}`,
      place: () => (backend()?.session?.handOver ? 'page' : 'tab'),
      onElsewhere: value => {
        this.flow.onElsewhere(value);
      },
    });
    this.drafts = new KeptDrafts(kept);
    this.subject = new SubjectReader(host, {
      documents: () => backend()?.documents,
      locale: () => locale.requested,
      onQuoteGone: () => {
        const gone = words()?.t('observation-form.quote-gone');
        if (gone !== undefined) status.say(gone, true);
      },
    });
    this.parts = new LateParts(host, {
      focus,
      status,
      words,
      writing: () => ({ backend, drafts: this.drafts, flow: this.flow, opening: this.opening, parts: this.parts }),
      observations: () => backend()?.observations,
      session: () => backend()?.session,
      locale: () => locale.requested,
      lang: () => (locale.words?.locale ?? 'it').replace('-simple', ''),
      key: () => this.drafts.id,
      tried: () => this.drafts.tried,
      onTried: draft => {
        this.drafts.tried = draft;
        const now = ready();
        if (now) this.drafts.keep(now);
      },
      add: attachment => {
        this.flow.set({ attachments: [...(ready()?.entry.attachments ?? []), attachment] });
      },
      remove: id => {
        this.flow.set({ attachments: ready()?.entry.attachments.filter(each => each.id !== id) ?? [] });
      },
      complete: () => this.flow.complete(),
      onReceipt: receipt => {
        const now = ready();
        if (now) this.drafts.done(now, receipt);
      },
      onReader: participation => {
        this.opening.onReader({ type: 'known', participation });
      },
      onChanged: () => {
        this.flow.forgetVersion();
        this.subject.again();
      },
      onQuote: quote => {
        this.flow.setQuote(quote);
      },
      takeName: () => {
        this.opening.takeName();
      },
      another: () => {
        this.flow.restart();
      },
    });
    const { drafts, parts } = this;
    const retryPassage = (): void => {
      this.subject.again();
    };
    this.flow = new FormFlow(host, { words, focus, status, drafts, parts, retryReader, retryPassage });
    this.opening = new Opening(host, { focus, drafts, flow: this.flow });
  }
}
