import { article } from './data.js';

const field = document.createElement('textarea');
field.value = article.join('\n');
field.style.cssText = 'inline-size: 100%; block-size: 20em';
document.querySelector('main').append(field);

globalThis.subject = { ready: () => true, field: () => field, shown: () => true };
