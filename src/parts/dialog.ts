import { css, html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { heading } from './heading.js';

export interface Dialog {
  level: number;
  title: unknown;
  content: unknown;
  /** Words for the button that closes it. */
  close: string;
  /** It was closed by the button, by Escape or by a click beside it. */
  onClose: () => void;
}

/** A template is made outside of the document, where a dialog cannot be shown; a moment later it is in. */
const show = (element?: Element): void => {
  const dialog = element as HTMLDialogElement | undefined;
  queueMicrotask(() => {
    if (dialog?.isConnected && !dialog.open) dialog.showModal();
  });
};

/** A modal dialog that is open as long as it is rendered. The browser keeps focus inside it; its heading has focus first. */
export function dialog({ level, title, content, close, onClose }: Dialog): TemplateResult {
  const onCancel = (event: Event): void => {
    // Whoever renders it decides when it is gone, so that nothing in it is lost.
    event.preventDefault();
    onClose();
  };
  const onClick = (event: MouseEvent): void => {
    const box = event.currentTarget as HTMLDialogElement;
    if (event.target === box && !inside(box.getBoundingClientRect(), event)) onClose();
  };
  return html`
    <dialog class="dialog" aria-labelledby="dialog-title" @cancel=${onCancel} @click=${onClick} ${ref(show)}>
      <div class="dialog-head">
        ${heading(level, title, { id: 'dialog-title', focusable: true })}
        <button class="button quiet" type="button" @click=${onClose}>${close}</button>
      </div>
      ${content}
    </dialog>
  `;
}

const inside = (box: DOMRect, { clientX, clientY }: MouseEvent): boolean =>
  clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;

export const dialogStyles = css`
  .dialog {
    inline-size: min(40em, 100vi - 2em);
    max-block-size: calc(100vb - 2em);
    padding: 1.25em;
    border: var(--_border-width) solid var(--_control-border);
    border-radius: calc(2 * var(--_radius));
    font-size: 1em;
    color: var(--_text);
    background: var(--_surface);
    overflow: auto;
    overscroll-behavior: contain;
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 55%);
  }

  .dialog-head {
    display: flex;
    gap: 0.75em;
    align-items: start;
    justify-content: space-between;
    margin-block-end: 1em;
  }

  .dialog-head > :first-child {
    font-size: 1.3em;
    padding-block-start: 0.3em;
  }
`;
