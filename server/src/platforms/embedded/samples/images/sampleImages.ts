import type { SampleImage } from '../../SampleContent.js';
import { burnerFlames, originBars, roastCurve } from './charts.js';
import { cup, harbour, logo, route } from './drawings.js';

function svg(key: string, fileName: string, source: string): SampleImage {
  return { key, fileName, mime: 'image/svg+xml', bytes: new TextEncoder().encode(source) };
}

function png(key: string, fileName: string, bytes: Uint8Array): SampleImage {
  return { key, fileName, mime: 'image/png', bytes };
}

/** The pictures of the handbook, all drawn by this code. */
export function sampleImages(): readonly SampleImage[] {
  return [
    svg('logo', 'kettle-lane.svg', logo),
    svg('harbour', 'port ansel.svg', harbour),
    svg('cup', 'cup.svg', cup),
    svg('route', 'tuesday-round.svg', route),
    png('roast-curve', 'night-ferry-curve.png', roastCurve()),
    png('origins', 'origins-2025.png', originBars()),
    png('burner', 'burner-flames.png', burnerFlames()),
  ];
}
