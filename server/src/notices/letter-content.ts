import type { Text } from '../../../src/model/text.js';

/** What a letter says, before it has words. It waits locked, and without the address: that is looked up when the letter leaves. */
export type LetterContent =
  | { readonly kind: 'confirm'; readonly process: string; readonly title: Text }
  | {
      readonly kind: 'receipt';
      readonly process: string;
      readonly title: Text;
      /** What was received. */
      readonly what: 'acceptance' | 'observation';
      readonly subject: Text;
      readonly reference: string;
      /** An instant. */
      readonly at: string;
      readonly timeZone: string;
      readonly next?: Text;
    }
  | {
      readonly kind: 'answer';
      readonly process: string;
      readonly title: Text;
      readonly reference: string;
      readonly subject: Text;
      /** Where the answer stands. */
      readonly url: string;
    }
  | {
      readonly kind: 'reminder';
      readonly process: string;
      readonly title: Text;
      readonly phase: Text;
      /** The last day of the phase, a day or an instant. */
      readonly end: string;
      readonly timeZone: string;
      readonly url?: string;
    }
  | {
      readonly kind: 'waiting-list';
      readonly process: string;
      readonly title: Text;
      readonly subject: Text;
      /** Until when the place is kept, an instant. */
      readonly until: string;
      readonly timeZone: string;
      readonly url: string;
    };
