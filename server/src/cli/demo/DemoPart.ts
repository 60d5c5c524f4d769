import type { DemoStage } from './DemoStage.js';
import type { Narrator } from './Narrator.js';

/** What each part of the demo plays with. */
export interface DemoPart {
  readonly stage: DemoStage;
  readonly narrator: Narrator;
  readonly signal: AbortSignal;
}

/** Pages and the app of the sample content that the story is about; paths as the projection gives them. */
export const pages = {
  shown: 'Safety/Fire and smoke.md',
  edited: 'Safety/Lifting sacks.md',
  moved: 'Welcome/Start here.md',
  movedTo: 'Safety/Read this first.md',
  movedTitle: 'Read this first',
  added: 'Safety/Earthquake drill.md',
  addedTitle: 'Earthquake drill',
  app: 'Green bean stock/v2.json',
  conflicting: 'Safety/Fire and smoke.md',
} as const;
