import { html, type TemplateResult } from 'lit';
import { widgets } from '../../../src/embed/widgets.js';
import { cmsNames } from '../../../src/snippet/cms.js';
import { defaultText } from '../../../src/snippet/link-text.js';
import { looks } from '../../../src/snippet/looks.js';
import { systems } from '../../../src/snippet/systems.js';
import { attributeField, type Draft } from './draft.js';
import { radioFields, selectField, textField, tickField, type Choices, type Field } from './field.js';

export interface FormParts {
  /** How the form begins; from then on the browser keeps what is in it. */
  readonly first: Draft;
  readonly draft: Draft;
  readonly version: string;
  readonly subjects: readonly string[];
  /** What is wrong, by the name of the field. */
  readonly problems: ReadonlyMap<string, string>;
}

const languages: Choices = {
  it: 'Italiano',
  'it-simple': 'Italiano semplice',
  en: 'English',
  'en-simple': 'Simple English',
  ar: 'العربية',
};

const each = <Value>(names: readonly string[], words: (name: string) => Value): Record<string, Value> =>
  Object.fromEntries(names.map(name => [name, words(name)]));

const attributeLabels: Choices = {
  'heading-level': 'Level of its title as a heading, 1 to 6',
  version: 'Version, as a number; the one in force without it',
};

type Make = (field: Omit<Field, 'problem'>) => Field;

const withProblems =
  (problems: ReadonlyMap<string, string>): Make =>
  field => ({ ...field, problem: problems.get(field.name) });

function subject({ first, draft, subjects }: FormParts, field: Make): TemplateResult {
  const usual = defaultText(draft['widget'] ?? '', draft['lang'] ?? '');
  const textHint = usual === undefined ? 'There are no ready words in this language.' : `Left empty: ${usual}`;
  return html`
    <fieldset>
      <legend><h2>What to show</h2></legend>
      ${selectField(
        field({ name: 'widget', label: 'Widget' }),
        first['widget'] ?? '',
        each(Object.keys(widgets), name => name),
      )}
      ${textField(
        field({ name: 'subject', label: 'Its subject', hint: 'The id by which the participation site knows it.' }),
        first['subject'] ?? '',
        { suggestions: subjects },
      )}
      ${selectField(field({ name: 'lang', label: 'Language of the widget' }), first['lang'] ?? '', languages)}
      ${textField(field({ name: 'text', label: 'Words of the link', hint: textHint }), first['text'] ?? '')}
    </fieldset>
  `;
}

function look({ first, draft }: FormParts, field: Make): TemplateResult {
  return html`
    <fieldset>
      <legend><h2>How it looks</h2></legend>
      ${selectField(field({ name: 'look', label: 'Design system of the page' }), first['look'] ?? '', {
        '': "None: Portico's own look",
        ...looks,
      })}
      ${radioFields(
        field({ name: 'lookVia', label: 'Who says so' }),
        first['lookVia'] ?? '',
        {
          sheet: 'A style sheet in the head, for the whole site',
          script: 'The script tag, where no style sheet can be added',
          link: 'This link, for this widget only',
        },
        !draft['look'],
      )}
    </fieldset>
  `;
}

function place({ first, version }: FormParts, field: Make): TemplateResult {
  return html`
    <fieldset>
      <legend><h2>Where it goes</h2></legend>
      ${selectField(
        field({ name: 'cms', label: 'CMS' }),
        first['cms'] ?? '',
        each(cmsNames, name => systems[name as keyof typeof systems].name),
      )}
      ${textField(
        field({ name: 'site', label: 'Address of the files', hint: 'The folder of your server that holds dist/cdn.' }),
        first['site'] ?? '',
        { type: 'url' },
      )}
      ${radioFields(field({ name: 'release', label: 'Release' }), first['release'] ?? '', {
        floating: 'Follow the newest of this major version',
        pinned: `Pinned to ${version}, checked by the browser`,
      })}
    </fieldset>
  `;
}

function more({ first, draft }: FormParts, field: Make): TemplateResult {
  const attributes = widgets[draft['widget'] ?? '']?.attributes ?? [];
  return html`
    <details>
      <summary>More settings</summary>
      ${attributes.map(name =>
        textField(field({ name: attributeField(name), label: attributeLabels[name] ?? name }), first[attributeField(name)] ?? ''),
      )}
      ${textField(
        field({ name: 'platform', label: 'Participation site', hint: 'Where it is on another host than the files.' }),
        first['platform'] ?? '',
        { type: 'url' },
      )}
      ${textField(
        field({ name: 'backend', label: 'API', hint: 'Where it is not api/ of the participation site.' }),
        first['backend'] ?? '',
        { type: 'url' },
      )}
      ${textField(
        field({ name: 'origins', label: 'Other sites whose links may become widgets', hint: 'Addresses with a space between.' }),
        first['origins'] ?? '',
      )}
      ${selectField(field({ name: 'preload', label: 'What each page fetches ahead' }), first['preload'] ?? '', {
        widget: 'The code of this widget',
        all: 'The code of all widgets',
        off: 'Nothing: few pages have a widget',
      })}
      ${tickField(field({ name: 'lazy', label: 'Wait until it comes near the viewport' }), first['lazy'] === 'on')}
      ${tickField(
        field({
          name: 'classic',
          label: 'Use the loader that is no module',
          hint: 'For pages where type="module" does not survive.',
        }),
        first['classic'] === 'on',
      )}
    </details>
  `;
}

/** The fields. Native controls throughout, and the browser keeps their values. */
export function formFields(parts: FormParts): TemplateResult {
  const field = withProblems(parts.problems);
  return html`${subject(parts, field)}${look(parts, field)}${place(parts, field)}${more(parts, field)}`;
}
