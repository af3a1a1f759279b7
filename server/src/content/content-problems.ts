import * as v from 'valibot';
import { inLanguage, Translations } from '../../../src/model/translations.js';
import { checkBallot } from './check-ballot.js';
import { checkDocument } from './check-document.js';
import { checkPact } from './check-pact.js';
import { checkProcess } from './check-process.js';
import { checkTexts } from './check-texts.js';
import { below, type ContentFault, type Fault } from './content-fault.js';
import { onlyOnce } from './only-once.js';
import { ballotContentSchema, documentContentSchema, pactContentSchema, processContentSchema, type Content } from './schema.js';

/**
 * Everything that is wrong with content: by the model's schemas, in each of its languages, and in what one part says about another.
 *
 * @param processes - The ids of processes that pacts and documents may name; those of the content itself where it is whole.
 */
export function contentProblems(
  content: Content,
  processes: ReadonlySet<string> = new Set(content.processes.map(({ id }) => id)),
): ContentFault[] {
  const faults: ContentFault[] = [];
  const fault: Fault = (path, message) => void faults.push({ path, message });

  content.processes.forEach((process, index) => {
    const at = below(fault, 'processes', index);
    if (fits(processContentSchema, process, at)) checkProcess(process, at);
  });
  content.pacts.forEach((pact, index) => {
    const at = below(fault, 'pacts', index);
    if (!fits(pactContentSchema, pact, at)) return;
    if (!processes.has(pact.process)) at(['process'], `there is no process '${pact.process}'`);
    checkPact(pact, at);
  });
  content.documents?.forEach((document, index) => {
    const at = below(fault, 'documents', index);
    if (!fits(documentContentSchema, document, at)) return;
    if (!processes.has(document.process)) at(['process'], `there is no process '${document.process}'`);
    checkDocument(document, at);
  });
  content.ballots?.forEach((ballot, index) => {
    const at = below(fault, 'ballots', index);
    if (!fits(ballotContentSchema, ballot, at)) return;
    if (!processes.has(ballot.process)) at(['process'], `there is no process '${ballot.process}'`);
    checkBallot(ballot, at);
  });
  onlyOnce(content.processes, below(fault, 'processes'));
  onlyOnce(content.pacts, below(fault, 'pacts'));
  onlyOnce(content.documents ?? [], below(fault, 'documents'));
  onlyOnce(content.ballots ?? [], below(fault, 'ballots'));
  return faults;
}

/** Whether it is what the schema says in each language, and each of its texts can be published. */
function fits(schema: v.GenericSchema, item: unknown, fault: Fault): boolean {
  const found = new Map<string, ContentFault>();
  const once: Fault = (path, message) => void found.set(`${path.join('/')} ${message}`, { path, message });
  for (const lang of languagesOf(item)) {
    const { issues = [] } = v.safeParse(schema, inLanguage(item, lang, lang));
    for (const issue of issues) once(issue.path?.map(({ key }) => key as string | number) ?? [], issue.message);
  }
  if (found.size === 0) checkTexts(item, once);
  for (const { path, message } of found.values()) fault(path, message);
  return found.size === 0;
}

/** All languages in which something is written; at least one, so that something without texts is looked at too. */
function languagesOf(value: unknown, languages = new Set<string>()): Set<string> {
  if (value instanceof Translations) Object.keys(value.byLanguage).forEach(lang => languages.add(lang));
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(each => languagesOf(each, languages));
  if (languages.size === 0) languages.add('it');
  return languages;
}
