import { createInterface } from 'node:readline/promises';

/**
 * Asks one question after the other, each until its answer will do.
 *
 * @param questions - `{ name, text, choices?, usual?, problem?(answer) }`: `problem` says what is wrong with an answer.
 * @returns The answers by name; nothing when the person ended the input instead.
 */
export async function ask(questions, { input, output }) {
  const lines = createInterface({ input, output });
  const ended = new Promise(resolve => lines.once('close', () => resolve(undefined)));
  const answers = {};
  try {
    for (const question of questions) {
      const answer = await answerTo(question, lines, output, ended);
      if (answer === undefined) return undefined;
      answers[question.name] = answer;
    }
    return answers;
  } finally {
    lines.close();
  }
}

async function answerTo({ text, choices, usual, problem = () => undefined }, lines, output, ended) {
  const hint = choices ? ` (${choices.join(', ')})` : '';
  const prompt = `${text}${hint}${usual ? ` [${usual}]` : ''}: `;
  for (;;) {
    const line = await Promise.race([lines.question(prompt), ended]);
    if (line === undefined) return undefined;
    const answer = line.trim() || usual || '';
    const wrong = choices && !choices.includes(answer) ? `One of: ${choices.join(', ')}` : problem(answer);
    if (wrong === undefined) return answer;
    output.write(`${wrong}\n`);
  }
}
