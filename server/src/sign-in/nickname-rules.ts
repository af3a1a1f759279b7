/** Lengths of a nickname, in characters as people count them. */
export const nicknameLength = { least: 3, most: 30 } as const;

/** The same in units of UTF-16: no script needs more than four for a character. */
const mostUnits = 4 * nicknameLength.most;

/** Why a nickname is not taken. */
export type NicknameFault = 'length' | 'characters' | 'personal' | 'city' | 'taken';

const scripts = [
  'Latin',
  'Arabic',
  'Cyrillic',
  'Greek',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Bengali',
  'Sinhala',
  'Tamil',
  'Devanagari',
  'Gurmukhi',
  'Ethiopic',
  'Georgian',
  'Armenian',
  'Thai',
];

const allowed = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’_-]*$/u;

/** Who might seem to speak for the city: what begins with one of these, in any of its languages. */
const offices = [
  'comune', 'comunale', 'municip', 'sindac', 'vicesindac', 'assessor', 'giunta', 'consiglier', 'consigliocomunale', 'amministra', 'ufficio',
  'ufficial', 'segreteria', 'moderator', 'moderatric', 'redazione', 'polizia', 'prefett', 'ministr', 'protocollo', 'notaio', 'garante',
  'admin', 'official', 'mayor', 'cityhall', 'citycouncil', 'councillor', 'staff', 'support', 'assistenza', 'portico', 'system', 'root',
  'بلدية', 'البلدية', 'عمدة', 'العمدة', 'مشرف',
]; // prettier-ignore

/** Signs that are read as letters, so that `C0mune` is `comune`. */
const lookalikes: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' };

/** The letters and digits alone, all small and without accents: two nicknames that come to the same would be taken for one person. */
export const foldNickname = (nickname: string): string =>
  nickname.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''); // prettier-ignore

/**
 * What speaks against a nickname that somebody chose.
 *
 * @param nickname - In normal form C, without blanks around it.
 * @param cityName - As the city calls itself; it is not for others to use.
 */
export function nicknameFault(nickname: string, cityName: string): Exclude<NicknameFault, 'taken'> | undefined {
  // One character can be made of any number of signs, and a tower of accents covers what stands above it.
  if (nickname.length > mostUnits) return 'length';
  if (/\p{M}{4}/u.test(nickname)) return 'characters';
  const length = [...new Intl.Segmenter().segment(nickname)].length;
  if (length < nicknameLength.least || length > nicknameLength.most) return 'length';
  if (!allowed.test(nickname) || /\s{2}/.test(nickname) || !inOneScript(nickname)) return 'characters';
  if (isPersonal(nickname)) return 'personal';
  return speaksForTheCity(nickname, cityName) ? 'city' : undefined;
}

/** Letters of several scripts look alike; with two of them in one word anybody could be imitated. */
function inOneScript(nickname: string): boolean {
  const letters = nickname.replace(/[^\p{L}]/gu, '');
  if (letters === '') return false;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u.test(letters)) return true;
  return scripts.some(script => new RegExp(`^\\p{Script=${script}}+$`, 'u').test(letters));
}

/** A fiscal code, a telephone number, a year of birth with the day: what a nickname is there to spare people. */
function isPersonal(nickname: string): boolean {
  const bare = nickname.replace(/[^\p{L}\p{N}]/gu, '');
  // Where two people would have the same code, letters stand for its digits.
  const code = /[a-z]{6}(?=\w*\d)[\dlmnp-v]{2}[a-ehlmprst][\dlmnp-v]{2}[a-z][\dlmnp-v]{3}[a-z]/i;
  return code.test(bare) || /\d{5}/.test(bare);
}

function speaksForTheCity(nickname: string, cityName: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[013457]/g, digit => lookalikes[digit] ?? digit);
  const words = plain(nickname).split(/[\s.'’_-]+/).map(foldNickname); // prettier-ignore
  const whole = foldNickname(plain(nickname));
  const city = foldNickname(plain(cityName));
  return (
    offices.some(office => whole.startsWith(office) || words.some(word => word.startsWith(office))) ||
    (city.length >= nicknameLength.least && whole.includes(city))
  );
}
