import { tidied } from '../../../src/model/written-text.js';
import { endings, type MediaType } from './media/sniff.js';

/** The longest name without its ending, in code points. */
const longest = 80;

/**
 * The name of an attachment as it is shown: without a path, without signs that systems or readers take for something else, and with the
 * ending that its content has, whatever ending it came with.
 */
export function tidyFileName(given: string, type: MediaType): string {
  const last = tidied(given).replaceAll('\n', ' ').split(/[/\\]/u).at(-1) ?? '';
  const plain = last
    .replace(/\.[a-z0-9]{1,5}$/iu, '')
    .replace(/[<>:"|?*%#;]/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const name = Array.from(plain).slice(0, longest).join('').trim();
  return `${name === '' ? 'file' : name}.${endings[type]}`;
}

/** Value of `Content-Disposition` with a name in any script (RFC 6266, RFC 8187). */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*!]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename*=UTF-8''${encoded}`;
}
