/** One thing that is wrong with content, and the way to it: `['pacts', 0, 'versions', 1, 'sections', 2, 'id']`. */
export interface ContentFault {
  path: readonly (string | number)[];
  message: string;
}

/** Takes down a fault at a path below the one where it was made. */
export type Fault = (path: readonly (string | number)[], message: string) => void;

/** The same for what stands below a path. */
export const below =
  (fault: Fault, ...above: readonly (string | number)[]): Fault =>
  (path, message) => {
    fault([...above, ...path], message);
  };
