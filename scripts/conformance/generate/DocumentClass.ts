/** What the generated documents of one class may hold. */
export interface DocumentClass {
  readonly name: string;
  /** Beside StarterKit's blocks: tables, tasks, images, atoms, details, further marks, alignment. */
  readonly full: boolean;
  /** A third of the words is Markdown syntax; words stick together; marks begin and end with spaces. */
  readonly hostile: boolean;
  /** One block in ten is an empty paragraph. */
  readonly empties: boolean;
  /** What the best of the existing converters reaches. */
  readonly best: string;
}

/** The four classes that converters are compared by. */
export const DOCUMENT_CLASSES: readonly DocumentClass[] = [
  { name: 'core plain', full: false, hostile: false, empties: false, best: '97 %' },
  { name: 'full plain', full: true, hostile: false, empties: false, best: '37.5 %' },
  { name: 'core hostile', full: false, hostile: true, empties: false, best: '28 %' },
  { name: 'full hostile and empties', full: true, hostile: true, empties: true, best: '6 %' },
];
