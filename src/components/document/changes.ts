import type { LitElement, TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.js';
import { passageChanges } from '../../model/document-changes.js';
import type { Passage } from '../../model/document.js';
import { VersionComparison, type ComparisonMeans } from '../../parts/version-comparison.js';
import type { PartChange } from '../../parts/word-changes.js';
import { hasName } from './document.state.js';
import { passageName } from './views/passage-name.js';
import type { View } from './views/view.js';

/** What changed between two versions, word by word. */
export class DocumentChanges {
  private readonly _comparison: VersionComparison<readonly Passage[]>;

  /** @param means - Reads all passages of a version. */
  constructor(host: LitElement, means: ComparisonMeans<readonly Passage[]>) {
    this._comparison = new VersionComparison(host, means);
  }

  render({ words, document, level }: View): TemplateResult {
    return this._comparison.render({
      words,
      level: level + 2,
      numbers: document.versions.map(version => version.number),
      shown: document.version.number,
      changes: (from, to) => changesOf(from, to, words),
    });
  }
}

function changesOf(from: readonly Passage[], to: readonly Passage[], words: Words): PartChange[] {
  return passageChanges(from, to).map(({ passage, before, after }) => {
    const named = hasName(passage);
    // A passage begins with its name, which stands above; it is repeated only when it changed.
    const repeated = named && (!before || !after || before[0] === after[0]) ? 1 : 0;
    return {
      name: named ? passageName(passage, words) : words.t('document.unnamed-passage'),
      before: before?.slice(repeated),
      after: after?.slice(repeated),
      lang: (passage.body ?? passage.title ?? passage.label)?.lang ?? words.locale,
    };
  });
}
