import pg from 'pg';

/** Bytes on the disk for each row, with indexes, of the tables that grow with every acceptance. */
export async function bytesForEach(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const tables = ['session', 'submission', 'acceptance', 'log_entry'];
    const sizes: string[] = [];
    for (const table of tables) {
      const { rows } = await client.query<{ bytes: number }>(
        `select (pg_total_relation_size('${table}') / greatest(1, count(*)))::int as bytes from ${table}`,
      );
      sizes.push(`${table} ${String(rows[0]?.bytes ?? 0)}`);
    }
    return sizes.join(', ');
  } finally {
    await client.end();
  }
}
