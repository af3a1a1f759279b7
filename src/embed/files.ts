/** The files of one release, seen from the folder of the loader. */
export interface BuiltFiles {
  readonly version: string;
  /** The folder of this very release, so that a floating loader never mixes two. */
  readonly release: string;
  /** All chunks that a widget needs to begin, by its name. */
  readonly widgets: Readonly<Record<string, readonly string[]>>;
  /** Names of the files in `locales/` and `themes/`. */
  readonly locales: readonly string[];
  readonly themes: readonly string[];
}

/** The build puts the value here, since only it knows the names of the chunks. */
declare const __PORTICO_FILES__: BuiltFiles;

export const files = __PORTICO_FILES__;
