import { define } from '../../../src/internal/define.js';
import { SnippetGenerator } from './snippet-generator.js';

define('snippet-generator', SnippetGenerator);

declare global {
  interface HTMLElementTagNameMap {
    'snippet-generator': SnippetGenerator;
  }
}
