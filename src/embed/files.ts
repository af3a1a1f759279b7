/** The files of one release, seen from the folder of the loader. What a widget begins with follows from its name. */
export interface BuiltFiles {
  readonly version: string;
  /** The folder of this very release, so that a floating loader never mixes two. */
  readonly release: string;
  /** Names of the files in `locales/` and `themes/`. */
  readonly locales: readonly string[];
  readonly themes: readonly string[];
}

/** The build puts the value here, since only it knows the names. */
export declare const files: BuiltFiles;
