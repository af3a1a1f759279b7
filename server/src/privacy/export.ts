import type { City } from '../city.js';
import type { Visitor } from '../sign-in/visitor.js';
import { everythingOf } from './given.js';
import { privacyWords } from './privacy-words.js';

/**
 * Everything that the server keeps of one person, in a form that a person can read and a program too (GDPR, articles 15 and 20). What
 * sign-in said is not in it: the file may be left on a shared computer, and that data is the provider's to give.
 */
export async function exportOf(city: City, visitor: Visitor, locale: string): Promise<object> {
  const { database, keys, settings, now } = city;
  const t = privacyWords(locale);
  const languages = { locale: t.locale, fallback: settings.locale };
  const given = await everythingOf(city, visitor, languages);
  const sessions = await database.db
    .selectFrom('session')
    .select(['started_at', 'seen_at', 'expires_at'])
    .where('person', '=', keys.pseudonym('person', visitor.identity))
    .orderBy('started_at')
    .execute();
  return {
    about: t('export.about', { city: settings.cityName }),
    madeAt: now().toISOString(),
    language: t.locale,
    nickname: visitor.nickname,
    processes: given.map(({ title, contributions, letters, sealedIdentities, ballots, likes, reports, files, ...rest }) => ({
      ...rest,
      ...(title && { title }),
      contributions: contributions.map(contribution => ({ label: t(`kind.${contribution.kind}`), ...contribution })),
      ...(ballots.length > 0 && { ballots }),
      ...(likes.length > 0 && { likes }),
      ...(reports.length > 0 && { reports }),
      ...(files.length > 0 && { files }),
      ...(letters && { letters }),
      ...(sealedIdentities.length > 0 && { sealedIdentities: { about: t('export.sealed'), of: sealedIdentities } }),
    })),
    sessions: {
      about: t('export.sessions'),
      of: sessions.map(({ started_at, seen_at, expires_at }) => ({
        startedAt: started_at.toISOString(),
        seenAt: seen_at.toISOString(),
        expiresAt: expires_at.toISOString(),
      })),
    },
    log: t('export.log'),
  };
}
