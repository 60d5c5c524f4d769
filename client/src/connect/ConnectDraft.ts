import type { ProbePlatformRequest, SyncDirection } from '../../../server/src/protocol.js';

/** What the steps of Connect have found out so far. */
export interface ConnectDraft {
  kind: string;
  platformUrl: string;
  subjects: ProbePlatformRequest.Result['subjects'];
  subject: string;
  subjectName: string;
  repositoryUrl: string;
  branches: readonly string[];
  branch: string;
  directory: string;
  direction: SyncDirection;
}

export function emptyDraft(): ConnectDraft {
  return {
    kind: 'ondoki',
    platformUrl: '',
    subjects: [],
    subject: '',
    subjectName: '',
    repositoryUrl: '',
    branches: [],
    branch: 'main',
    directory: 'docs',
    direction: 'both',
  };
}
