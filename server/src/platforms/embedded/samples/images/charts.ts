import type { Color } from './encodePng.js';
import { encodePng } from './encodePng.js';

const paper: Color = [253, 248, 240];
const grid: Color = [232, 222, 207];
const ink: Color = [94, 66, 48];
const flame: Color = [214, 106, 46];

/** `under` where `amount` is 0, `over` where it is 1. */
function blend(under: Color, over: Color, amount: number): Color {
  const part = Math.min(1, Math.max(0, amount));
  const channel = (index: 0 | 1 | 2) => under[index] + (over[index] - under[index]) * part;
  return [channel(0), channel(1), channel(2)];
}

/** Bean temperature in degrees Celsius, `minute` after the charge: falls, turns, climbs and flattens. */
function beanTemperature(minute: number): number {
  const cooling = 108 * Math.exp(-minute * 1.9);
  const heating = 150 * (1 - Math.exp(-minute / 5.6));
  return 78 + cooling + heating;
}

/** The curve of one roast over twelve minutes, with first crack marked; 480 by 200 pixels. */
export function roastCurve(): Uint8Array {
  const width = 480;
  const height = 200;
  const heightOf = (x: number) => height - 10 - (beanTemperature((x / width) * 12) - 60) * 1.15;
  const crack = Math.round((9.3 / 12) * width);
  return encodePng(width, height, (x, y) => {
    const slope = heightOf(x + 0.5) - heightOf(x - 0.5);
    const distance = Math.abs(y - heightOf(x)) / Math.hypot(1, slope);
    const lined = x % 40 === 0 || y % 40 === 0 ? grid : paper;
    const area = y > heightOf(x) ? blend(lined, flame, 0.22 * (1 - (y - heightOf(x)) / height)) : lined;
    const marked = x === crack && y % 6 < 3 ? ink : area;
    const dot = blend(marked, ink, 6 - Math.hypot(x - crack, y - heightOf(crack)));
    return blend(dot, flame, 2.4 - distance);
  });
}

const origins: readonly { readonly bags: number; readonly color: Color }[] = [
  { bags: 64, color: [111, 143, 92] },
  { bags: 38, color: [214, 106, 46] },
  { bags: 22, color: [70, 118, 140] },
  { bags: 9, color: [190, 70, 66] },
  { bags: 6, color: [148, 112, 168] },
];

/** Bags of green coffee by country as lying bars, most first; 420 by 180 pixels. */
export function originBars(): Uint8Array {
  const width = 420;
  const height = 180;
  const step = 34;
  return encodePng(width, height, (x, y) => {
    const bar = origins[Math.floor((y - 5) / step)];
    const inside = (y - 5) % step >= 6;
    const length = bar ? 16 + bar.bags * 5.8 : 0;
    const ground = (x - 16) % 58 === 0 ? grid : paper;
    if (x === 15) return ink;
    return bar && inside && x > 15 && x < length ? blend(bar.color, paper, (x / width) * 0.35) : ground;
  });
}

/** Three gas flames side by side, from too lean to too rich; 360 by 140 pixels. */
export function burnerFlames(): Uint8Array {
  const night: Color = [38, 36, 44];
  const flames: readonly { readonly tip: number; readonly color: Color }[] = [
    { tip: 88, color: [120, 170, 235] },
    { tip: 56, color: [64, 132, 240] },
    { tip: 18, color: [245, 190, 70] },
  ];
  return encodePng(360, 140, (x, y) => {
    if (y > 126) return ink;
    const place = flames[Math.floor(x / 120)];
    if (!place) return night;
    const rise = (126 - y) / (126 - place.tip);
    const half = rise >= 1 || rise < 0 ? 0 : 34 * Math.sqrt(1 - rise) * (0.55 + 0.9 * rise * (1 - rise));
    const offset = Math.abs((x % 120) - 60);
    const edge = blend(night, place.color, half - offset);
    return blend(edge, [255, 252, 240], (half * 0.4 - offset) / 14);
  });
}
