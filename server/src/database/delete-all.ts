/**
 * Deletes again and again until nothing is left, and says how many rows went. For statements that take only some rows at once; and for
 * those that wait for a row which somebody is replacing, since they do not see the new one before they look again.
 */
export async function deleteAll(remove: () => Promise<{ numDeletedRows: bigint }>): Promise<number> {
  let all = 0;
  for (;;) {
    const { numDeletedRows } = await remove();
    all += Number(numDeletedRows);
    if (numDeletedRows === 0n) return all;
  }
}
