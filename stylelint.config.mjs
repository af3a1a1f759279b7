const noPhysical = 'Use the logical property, so that right-to-left pages are mirrored.';

/** Four values name the sides one by one, left and right too. */
const fourValues = /^(?:[^\s()]+\s+){3}[^\s()]+$/;

export default {
  extends: ['stylelint-config-standard'],
  reportNeedlessDisables: true,
  rules: {
    // Sites set the root font size as they like (62.5 %).
    'unit-disallowed-list': ['rem'],
    'declaration-no-important': true,
    'selector-max-id': 0,
    'property-disallowed-list': [
      [
        'top',
        'right',
        'bottom',
        'left',
        /^(scroll-)?(margin|padding)-(top|right|bottom|left)$/,
        /^border-(top|right|bottom|left)(-|$)/,
      ],
      { message: noPhysical },
    ],
    'declaration-property-value-disallowed-list': [
      {
        '/^(margin|padding|inset|scroll-margin|scroll-padding)$/': [fourValues],
        'text-align': ['left', 'right'],
        float: ['left', 'right'],
        clear: ['left', 'right'],
      },
      { message: noPhysical },
    ],
    // --portico-name is for pages, --_name for the widget itself.
    'custom-property-pattern': [
      /^_?[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      { message: 'Call it --name-in-kebab-case, or --_name inside a widget.' },
    ],
  },
  overrides: [
    {
      files: ['src/**/*.ts'],
      customSyntax: 'postcss-lit',
      rules: {
        // A file may hold only names and values for other styles.
        'no-empty-source': null,
        // What stands for an expression of the template.
        'value-keyword-case': ['lower', { ignoreKeywords: [/^POSTCSS_LIT_/] }],
        'declaration-property-value-no-unknown': [true, { ignoreProperties: { '/./': /POSTCSS_LIT_/ } }],
      },
    },
  ],
};
