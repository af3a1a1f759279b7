import type { ContentFault } from '../content-fault.js';
import type { ContentProblem, Place } from '../content-problem.js';
import type { Path } from './read-by-schema.js';

/** Remembers from which place of which file each value of the content came. */
export class Locations {
  private readonly _places = new Map<string, Place>();

  note(path: Path, place: Place): void {
    this._places.set(path.join('/'), place);
  }

  /** Where something is wrong; where nobody noted the value itself, the place of what it is part of. */
  problem({ path, message }: ContentFault): ContentProblem {
    for (let length = path.length; length > 0; length -= 1) {
      const place = this._places.get(path.slice(0, length).join('/'));
      if (place) return { ...place, message };
    }
    return { file: '', line: 1, column: 1, message };
  }
}
