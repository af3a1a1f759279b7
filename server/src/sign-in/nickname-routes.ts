import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import type { City } from '../city.js';
import { idempotencyKey } from '../http/idempotency-key.js';
import { readerLocale } from '../http/reader-locale.js';
import { Problem } from '../problems/problem.js';
import { visitorOf } from './know-visitor.js';
import { nicknameLength } from './nickname-rules.js';
import { Nicknames } from './nicknames.js';
import { Sessions } from './sessions.js';
import { signInWords } from './sign-in-words.js';

const nicknameSchema = v.object({ nickname: v.pipe(v.string(), v.maxLength(200)) });

type Nickname = v.InferOutput<typeof nicknameSchema>;

/** The name under which somebody appears, as they want it. */
export function nicknameRoutes(app: FastifyInstance, { settings, database, keys }: City): void {
  const nicknames = new Nicknames(database.db, keys, settings.cityName);
  const sessions = new Sessions(database.db, keys, settings.sessionMinutes * 60_000);

  app.put<{ Body: Nickname }>(
    '/api/v1/session/nickname',
    {
      config: { personal: true },
      schema: {
        body: nicknameSchema,
        response: { 200: nicknameSchema },
        operationId: 'changeNickname',
        summary: 'Changes the name under which somebody appears',
      },
    },
    async (request): Promise<Nickname> => {
      const { identity } = visitorOf(request);
      idempotencyKey(request);
      const fault = await nicknames.change(identity, request.body.nickname);
      if (fault) {
        const t = signInWords(readerLocale(request, settings.locale));
        throw new Problem('invalid-fields', {
          fields: [{ pointer: '/nickname', detail: t(`nickname.${fault}`, nicknameLength) }],
        });
      }
      const nickname = await nicknames.of(identity);
      await sessions.rename(identity, nickname);
      return { nickname };
    },
  );
}
