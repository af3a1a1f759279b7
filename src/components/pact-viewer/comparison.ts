import type { LitElement, TemplateResult } from 'lit';
import type { FocusController } from '../../controllers/focus.js';
import type { StatusController } from '../../controllers/status.js';
import type { TextKey } from '../../i18n/texts.js';
import type { Words } from '../../i18n/words.js';
import { pactChanges, type PactChange, type PactPart } from '../../model/pact-changes.js';
import type { Pact, PactVersion } from '../../model/pact.js';
import { spoken } from '../../parts/spoken.js';
import { VersionComparison } from '../../parts/version-comparison.js';
import type { PartChange } from '../../parts/word-changes.js';
import type { View } from './views/view.js';
import { rulesOf } from './views/who.js';

const partTexts: Readonly<Record<Exclude<PactPart, 'section' | 'party'>, TextKey>> = {
  title: 'pact-viewer.compare.part.title',
  brief: 'pact-viewer.in-brief',
  decided: 'pact-viewer.decided',
  notDecided: 'pact-viewer.not-decided',
  eligibility: 'pact-viewer.who',
};

/** What changed between two versions, word by word. */
export class Comparison {
  private readonly _comparison: VersionComparison<PactVersion>;

  /** @param load - Reads one version of the pact. */
  constructor(host: LitElement, status: StatusController, focus: FocusController, load: (version: number) => Promise<Pact>) {
    this._comparison = new VersionComparison(host, { focus, status, load: async number => (await load(number)).version });
  }

  render({ words, pact, level }: View): TemplateResult {
    return this._comparison.render({
      words,
      level: level + 2,
      numbers: pact.versions.map(version => version.number),
      shown: pact.version.number,
      changes: (from, to) => changesOf(from, to, words),
    });
  }
}

function changesOf(from: PactVersion, to: PactVersion, words: Words): PartChange[] {
  const { t, locale } = words;
  const found = pactChanges(from, to, {
    eligibility: rules => rulesOf(rules, words).map(([name, rule]) => `${name}: ${rule}`),
    gives: text => t('pact-viewer.compare.gives', { text }),
    gets: text => t('pact-viewer.compare.gets', { text }),
  });
  const labels = [t('pact-viewer.compare.gives', { text: '' }), t('pact-viewer.compare.gets', { text: '' })];
  return found.map(change => {
    const { part, heading: title, before, after } = change;
    const langs = languagesOf(change, from, to, words);
    const name =
      part === 'section' || part === 'party' ? spoken({ text: title ?? '', lang: langs.heading }, locale) : t(partTexts[part]);
    // A section begins with its title, which stands above; it is repeated only when it changed.
    const repeated = part === 'section' && (before?.[0] ?? title) === (after?.[0] ?? title) ? 1 : 0;
    return { name, before: before?.slice(repeated), after: after?.slice(repeated), lang: langs.text, labels };
  });
}

/** The languages that the heading and the compared words are in, since a city may have translated only one of them. */
interface Languages {
  readonly heading: string;
  readonly text: string;
}

function languagesOf({ part, id, heading: name }: PactChange, from: PactVersion, to: PactVersion, { locale }: Words): Languages {
  switch (part) {
    case 'section': {
      const section = [...to.sections, ...from.sections].find(each => each.id === id);
      return { heading: section?.title.lang ?? locale, text: section?.body.lang ?? locale };
    }
    case 'party': {
      const party = [...to.parties, ...from.parties].find(each => each.role.value === id && each.name.text === name);
      return { heading: party?.name.lang ?? locale, text: [...(party?.gives ?? []), ...(party?.gets ?? [])][0]?.lang ?? locale };
    }
    case 'title':
    case 'brief':
      return { heading: locale, text: to[part].lang };
    case 'decided':
    case 'notDecided':
      return { heading: locale, text: [...to[part], ...from[part]][0]?.lang ?? locale };
    default:
      return { heading: locale, text: locale };
  }
}
