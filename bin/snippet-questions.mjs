import { ask } from './ask.mjs';

/** What a snippet cannot be made without. */
export const needed = ['site', 'widget', 'subject', 'lang', 'cms'];

function questions({ widgets, cms, looks, problemsOf }, flags) {
  // An answer is tried among others that are right.
  const right = { site: 'https://example.org/', version: '1.0.0', widget: widgets[0], subject: 'one', lang: 'en', cms: 'static' };
  const problemWith = option => answer =>
    problemsOf({ ...right, text: 'one', pinned: false, [option]: answer }).find(problem => problem.option === option)?.message;
  return [
    { name: 'site', text: 'Address of the folder that serves the files', problem: problemWith('site') },
    { name: 'widget', text: 'Widget', choices: widgets, usual: widgets[0] },
    { name: 'subject', text: 'Id of what it shows', problem: problemWith('subject') },
    { name: 'lang', text: 'Language', usual: 'it', problem: problemWith('lang') },
    { name: 'cms', text: 'CMS', choices: cms },
    { name: 'look', text: 'Look', choices: ['portico', ...looks], usual: 'portico' },
    { name: 'pinned', text: 'Pinned to this release', choices: ['yes', 'no'], usual: 'no' },
  ].filter(({ name }) => flags[name] === undefined);
}

/** Flags as if the answers had been written on the command line. */
function withAnswers(flags, { look, pinned, ...answers }) {
  return {
    ...flags,
    ...answers,
    ...(look !== undefined && look !== 'portico' && { look }),
    ...(pinned !== undefined && { pinned: pinned === 'yes' }),
  };
}

/**
 * The flags whole, after asking for what is missing where somebody is there to answer. The questions go to `stderr`, so that the snippet
 * can be sent into a file.
 *
 * @returns Nothing when they stay incomplete.
 */
export async function completed(flags, known, { stdin, stderr }) {
  const missing = needed.filter(name => flags[name] === undefined);
  if (missing.length === 0) return flags;
  if (!stdin.isTTY) {
    stderr.write(`Missing: ${missing.map(name => `--${name}`).join(', ')}. See portico snippet --help\n`);
    return undefined;
  }
  const answers = await ask(questions(known, flags), { input: stdin, output: stderr });
  return answers && withAnswers(flags, answers);
}
