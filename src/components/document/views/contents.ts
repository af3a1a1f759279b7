import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ContentsLine } from '../../../model/document.js';
import { disclosure } from '../../../parts/disclosure.js';
import { hasName } from '../document.state.js';
import { passageName } from './passage-name.js';
import type { Links, View } from './view.js';

export interface ContentsView extends View {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly links: Links;
  /** How many passages have their lines already; the rest come little by little. */
  readonly drawn: number;
}

/** A line with those that lie inside it. */
interface Branch {
  readonly line: ContentsLine;
  readonly inside: Branch[];
}

/** The table of contents, of any depth. It leads to what is not loaded yet as well. */
export function contents(view: ContentsView): TemplateResult | typeof nothing {
  const { words, document, level, open, onToggle, drawn } = view;
  const named = document.contents.slice(0, drawn).filter(hasName);
  if (named.length < 2) return nothing;
  return html`
    <nav class="contents" aria-label=${words.t('document.contents')}>
      ${disclosure({
        id: 'contents',
        level: level + 1,
        label: words.t('document.contents'),
        open,
        onToggle,
        content: html`<ul role="list">
          ${branches(named).map(branch => guard([document.contents, words, size(branch)], () => item(branch, view)))}
        </ul>`,
      })}
    </nav>
  `;
}

function branches(lines: readonly ContentsLine[]): Branch[] {
  const top: Branch[] = [];
  const path: Branch[] = [];
  for (const line of lines) {
    const branch: Branch = { line, inside: [] };
    while ((path.at(-1)?.line.level ?? 0) >= line.level) path.pop();
    (path.at(-1)?.inside ?? top).push(branch);
    path.push(branch);
  }
  return top;
}

/** How many lines it has. A branch that did not grow is not drawn again. */
const size = ({ inside }: Branch): number => inside.reduce((sum, branch) => sum + size(branch), 1);

function item({ line, inside }: Branch, view: ContentsView): TemplateResult {
  const { words, links } = view;
  const onClick = (event: MouseEvent): void => links.follow(event, line.id);
  return html`
    <li>
      <a href=${links.href(line.id)} data-to=${line.id} @click=${onClick}>${passageName(line, words)}</a>
      ${
        inside.length > 0
          ? html`<ul role="list">
              ${inside.map(branch => item(branch, view))}
            </ul>`
          : nothing
      }
    </li>
  `;
}
