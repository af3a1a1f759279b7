/** A command of `portico-server`. Resolves with the exit code. */
export type Command = (args: string[], environment: NodeJS.ProcessEnv, out: (line: string) => void) => Promise<number>;
