import * as v from 'valibot';

/** One page of a list. Ask again with `next` to go on; without it the list has ended. */
export interface Page<Item> {
  items: Item[];
  next?: string | undefined;
}

export function pageSchema<Item>(item: v.GenericSchema<unknown, Item>): v.GenericSchema<unknown, Page<Item>> {
  return v.object({ items: v.array(item), next: v.exactOptional(v.string()) });
}
