/** Reads folders and files by URI; `undefined`: not there, or not a place that can be read. */
export interface FolderReader {
  /** Names in a folder, whose URI ends in a slash. */
  names(uri: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[] | undefined>;
  /** The whole file, or its first `limit` bytes. */
  text(uri: string, limit?: number): Promise<string | undefined>;
}
