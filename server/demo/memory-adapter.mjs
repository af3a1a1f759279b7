/** Where the provider of the demonstration keeps what is under way: in memory, until it ends or the process does. */
export function memoryAdapter() {
  const kept = new Map();

  const alive = key => {
    const entry = kept.get(key);
    if (!entry) return undefined;
    if (entry.until > Date.now()) return entry.payload;
    kept.delete(key);
    return undefined;
  };
  const forgetWhatEnded = () => {
    for (const key of kept.keys()) alive(key);
  };
  const findBy = (prefix, matches) => {
    const found = [...kept].find(([key, { payload }]) => key.startsWith(prefix) && matches(payload));
    return found && alive(found[0]);
  };

  /** The shape that oidc-provider asks for: one of these for each kind of thing. */
  return class MemoryAdapter {
    constructor(kind) {
      this.prefix = `${kind}:`;
    }

    async upsert(id, payload, expiresIn) {
      forgetWhatEnded();
      kept.set(this.prefix + id, { payload, until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
    }

    async find(id) {
      return alive(this.prefix + id);
    }

    async findByUid(uid) {
      return findBy(this.prefix, payload => payload.uid === uid);
    }

    async findByUserCode(code) {
      return findBy(this.prefix, payload => payload.userCode === code);
    }

    async consume(id) {
      const payload = alive(this.prefix + id);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    }

    async destroy(id) {
      kept.delete(this.prefix + id);
    }

    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    }
  };
}
