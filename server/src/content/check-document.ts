import { checkToken } from './check-token.js';
import { below, type Fault } from './content-fault.js';
import { knownValues } from './known-values.js';
import { writePassage } from './markdown/passages.js';
import { NotMarkdown } from './markdown/write-markdown.js';
import { onlyOnce } from './only-once.js';
import { languagesOf, passageMarkdown, type PassageField } from './passage-markdown.js';
import type { DocumentContent, PassageContent } from './schema.js';
import { termsIn } from './terms-in.js';

/** What the schema cannot say about a document. */
export function checkDocument({ versions, kinds = [] }: DocumentContent, fault: Fault): void {
  onlyOnce(kinds, below(fault, 'kinds'));
  const known = [...knownValues.passageKind, ...kinds.map(({ id }) => id)];
  /** Each id as it was first written. */
  const spellings = new Map<string, string>();
  let open: number | undefined;
  versions.forEach(({ number, status, passages }, index) => {
    const at = below(fault, 'versions', index);
    const before = versions[index - 1]?.number;
    if (before !== undefined && before >= number)
      at(['number'], `version ${String(number)} stands after version ${String(before)}`);
    checkToken(status, knownValues.documentStatus, below(at, 'status'));
    if ((typeof status === 'string' ? status : status.value) === 'open') {
      if (open !== undefined) at(['status'], `version ${String(open)} is open too; only one can be`);
      open ??= number;
    }
    checkPassages(passages, known, spellings, below(at, 'passages'));
  });
}

function checkPassages(
  passages: readonly PassageContent[],
  kinds: readonly string[],
  spellings: Map<string, string>,
  fault: Fault,
): void {
  onlyOnce(passages, fault);
  if (passages[0] && passages[0].level !== 1) fault([0, 'level'], 'the first passage must have one #, since it lies in no other');
  passages.forEach((passage, index) => {
    const { id, kind } = passage;
    const spelling = spellings.get(id.toLowerCase()) ?? id;
    spellings.set(id.toLowerCase(), spelling);
    if (spelling !== id) fault([index, 'id'], `'${id}' is '${spelling}' in an earlier version; an id stays as it is`);
    if (!kinds.includes(kind)) {
      fault(
        [index, 'kind'],
        `'${kind}' is none of ${kinds.join(', ')}; a kind of your own stands in document.yaml, with its label`,
      );
    }
    checkWriting(passage, below(fault, index));
  });
}

/** Whatever is published can be taken out again: as Markdown, in each of its languages. */
function checkWriting(passage: PassageContent, fault: Fault): void {
  for (const field of ['body', 'plain'] satisfies PassageField[]) {
    const [term] = termsIn(passage[field]);
    if (term !== undefined) fault([field], `a document has no glossary, so '${term}' cannot be looked up there`);
    for (const lang of languagesOf(passage, field)) {
      try {
        writePassage(passageMarkdown(passage, field, lang, true));
      } catch (error) {
        if (!(error instanceof NotMarkdown)) throw error;
        fault([field], error.message);
      }
    }
  }
}
