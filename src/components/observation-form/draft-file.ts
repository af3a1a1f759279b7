import { enumText, type Words } from '../../i18n/words.js';
import { kindTexts } from '../../i18n/observation-words.js';
import { saveFile } from '../../parts/save-file.js';
import { isAmendment } from './entry.js';
import type { ReadyState } from './observation-form.state.js';
import { plainName } from './views/passage-name.js';

/** Everything that was typed, as a text that any device opens, also when nothing can be sent any more. */
export function saveDraftFile(ready: ReadyState, words: Words): void {
  const { entry, terms, subject } = ready;
  const { t } = words;
  const kind = terms.kinds.find(({ value }) => value === entry.kind);
  const line = subject.document?.contents.find(({ id }) => id === entry.passage);
  const parts: (readonly [string, string])[] = [
    [t('common.process'), terms.process.title.text],
    [t('observation-form.step.where'), [subject.document?.title.text, line && plainName(line)].filter(Boolean).join(', ')],
    [t('observation-form.where.quote'), entry.quote?.exact ?? ''],
    [t('observation-form.kind.label'), kind ? enumText(words, kindTexts, kind).text : ''],
    [t('observation-form.title.label'), entry.title],
    [t('observation-form.before.label'), isAmendment(entry) ? entry.before : ''],
    [t('observation-form.after.label'), isAmendment(entry) ? entry.after : ''],
    [isAmendment(entry) ? t('observation-form.text.reason') : t('observation-form.text.label'), entry.text],
    [t('observation-form.theme.label'), terms.themes.find(({ id }) => id === entry.theme)?.label.text ?? ''],
    [t('observation-form.hub.label'), terms.hubs.find(({ id }) => id === entry.hub)?.label.text ?? ''],
    [t('observation-form.place.label'), entry.place],
    [t('observation-form.files.label'), entry.attachments.map(({ name }) => name).join(', ')],
  ];
  const text = parts.filter(([, value]) => value !== '').map(([label, value]) => `${label}\n${value}\n`);
  saveFile(`${terms.process.id}.txt`, `${t('observation-form.draft.not-sent')}\n\n${text.join('\n')}`, 'text/plain');
}
