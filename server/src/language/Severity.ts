/** How bad a finding is; the words of the Language Server Protocol. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
