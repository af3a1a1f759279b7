import floors from './floors.mjs';
import memberOrder from './member-order.mjs';
import noCustomElementDecorator from './no-custom-element-decorator.mjs';
import noInlineStyle from './no-inline-style.mjs';
import noRem from './no-rem.mjs';
import noUnsafeHtml from './no-unsafe-html.mjs';
import staticTextKeys from './static-text-keys.mjs';
import underscorePrivate from './underscore-private.mjs';

/** The rules of this house that no public plugin knows. */
export default {
  meta: { name: 'eslint-plugin-portico', version: '1.0.0' },
  rules: {
    floors,
    'member-order': memberOrder,
    'no-custom-element-decorator': noCustomElementDecorator,
    'no-inline-style': noInlineStyle,
    'no-rem': noRem,
    'no-unsafe-html': noUnsafeHtml,
    'static-text-keys': staticTextKeys,
    'underscore-private': underscorePrivate,
  },
};
