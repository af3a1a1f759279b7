import type { Observation } from '../../../src/model/observation.js';
import { plainParagraphs } from '../../../src/model/richtext.js';
import type { CsvValue } from './csv.js';

/** The columns of the table, in their order; `docs/open-data.md` says what each of them means. New ones come at the end. */
const columns: readonly (readonly [name: string, value: (observation: Observation) => CsvValue])[] = [
  ['reference', ({ reference }) => reference],
  ['received_at', ({ receivedAt }) => receivedAt],
  ['source', ({ source }) => source.value],
  ['kind', ({ kind }) => kind.value],
  ['state', ({ state }) => state.value],
  ['author', ({ author }) => author],
  ['document', ({ subject }) => subject.document],
  ['version', ({ subject }) => subject.version],
  ['passage', ({ subject }) => subject.passage],
  ['passage_name', ({ passageName }) => passageName?.text],
  ['quote', ({ subject }) => subject.quote?.exact],
  ['lang', ({ text }) => text.lang],
  ['title', ({ title }) => title?.text],
  ['text', ({ text }) => text.text],
  ['wording_before', ({ wording }) => wording?.before],
  ['wording_after', ({ wording }) => wording?.after],
  ['theme', ({ theme }) => theme?.id],
  ['place', ({ place }) => place?.text],
  ['longitude', ({ place }) => place?.point?.[0]],
  ['latitude', ({ place }) => place?.point?.[1]],
  ['attachments', ({ attachments }) => attachments.length],
  ['likes', ({ likes }) => likes],
  ['comments', ({ comments }) => comments],
  ['hidden_for', ({ hidden }) => hidden?.reason.value],
  ['outcome', ({ outcome }) => outcome?.value],
  ['answered_at', ({ responses }) => responses.at(-1)?.at],
  ['answer', ({ responses }) => plainParagraphs(responses.at(-1)?.text.blocks ?? []).join('\n')],
  ['act_kind', ({ responses }) => responses.at(-1)?.act?.kind.text],
  ['act_number', ({ responses }) => responses.at(-1)?.act?.number],
  ['act_date', ({ responses }) => responses.at(-1)?.act?.date],
  ['adopted_document', ({ adoptedIn }) => adoptedIn?.document],
  ['adopted_version', ({ adoptedIn }) => adoptedIn?.version],
  ['adopted_passage', ({ adoptedIn }) => adoptedIn?.passage],
];

export const columnNames: readonly string[] = columns.map(([name]) => name);

export const valuesOf = (observation: Observation): CsvValue[] => columns.map(([, value]) => value(observation));
