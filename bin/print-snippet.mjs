/** Code stands between fences and not indented: at the beginning of a line spaces mean something to wikis and to YAML. */
function piece({ where, code, language, notes }) {
  const remarks = notes.map(note => `- ${note}\n`).join('');
  return `${where}\n\n\`\`\`${language}\n${code.trimEnd()}\n\`\`\`\n${remarks && `\n${remarks}`}`;
}

/** The pieces for reading: what is needed first, numbered, then what else may be useful. */
export function printed(pieces, title) {
  const needed = pieces.filter(({ optional }) => !optional).map((each, index) => `${index + 1}. ${piece(each)}`);
  const others = pieces.filter(({ optional }) => optional).map(each => `* ${piece(each)}`);
  return [`${title}\n`, ...needed, ...(others.length > 0 ? ['Other ways, and what only some sites need\n', ...others] : [])].join(
    '\n',
  );
}
