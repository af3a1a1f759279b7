import * as v from 'valibot';

/** Why the city may write to somebody. */
export const noticeKinds = ['receipt', 'answer', 'reminder', 'waiting-list'] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** The kinds that a person is offered: those for which there is something in the city to write about today. */
export const offeredKinds: readonly NoticeKind[] = ['receipt', 'answer', 'reminder'];

/** How the kinds stand in one column: with a blank on each side, so that one is found without reading the others. */
export const toColumn = (kinds: readonly NoticeKind[]): string =>
  ` ${noticeKinds.filter(kind => kinds.includes(kind)).join(' ')} `;

export const fromColumn = (column: string): NoticeKind[] => noticeKinds.filter(kind => column.includes(` ${kind} `));

/** The longest address that mail can carry (RFC 5321, 4.5.3.1.3, without its angle brackets). */
const longestAddress = 254;

export const mailAddressSchema = v.pipe(v.string(), v.trim(), v.maxLength(longestAddress), v.email());

const kindsSchema = v.pipe(v.array(v.picklist(noticeKinds)), v.minLength(1), v.maxLength(noticeKinds.length));

/** What somebody asks for. Without an address the one that is known stays. */
export const noticesDraftSchema = v.object({ address: v.exactOptional(mailAddressSchema), kinds: kindsSchema });

export type NoticesDraft = v.InferOutput<typeof noticesDraftSchema>;

/** What somebody asked for. The address is shown in part: pages that are not the city's can read this. */
export const noticesSchema = v.object({
  kinds: v.array(v.picklist(noticeKinds)),
  address: v.exactOptional(v.string()),
  /** Whether the link in the first letter was followed. Before that no other letter is sent. */
  confirmed: v.boolean(),
});

export type Notices = v.InferOutput<typeof noticesSchema>;

/** `m…@comune.example`: enough to know which of one's addresses it is. */
export function inPart(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
