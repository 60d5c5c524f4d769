import type { SampleContent } from '../SampleContent.js';
import { appEnvelope } from './toolJet/appEnvelope.js';
import { greenBeanStock } from './toolJet/greenBeanStock.js';
import { roastPlanner } from './toolJet/roastPlanner.js';
import { handbook } from './handbook/handbook.js';
import { sampleImages } from './images/sampleImages.js';

/**
 * The handbook and the two apps of a small coffee-roasting cooperative that does not exist. All of it is
 * made by code, without clock or randomness: two calls give equal content.
 */
export function sampleContent(): SampleContent {
  return {
    project: { name: 'Kettle Lane handbook', slug: 'kettle-lane' },
    users: [
      { name: 'Wen Li', email: 'wen@kettlelane.example', role: 'admin', password: 'first crack at nine' },
      { name: 'Maren Holt', email: 'maren@kettlelane.example', role: 'member', password: 'agnes hums in c' },
    ],
    root: handbook,
    images: sampleImages(),
    apps: [greenBeanStock, roastPlanner].map((plan) => ({
      name: plan.name,
      slug: plan.slug,
      versionName: plan.versionName,
      envelope: appEnvelope(plan),
    })),
  };
}
