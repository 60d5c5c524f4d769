/** The house sign: a kettle with steam. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160" width="240" height="160" role="img">
  <title>Kettle Lane</title>
  <rect width="240" height="160" rx="18" fill="#fdf8f0"/>
  <g fill="none" stroke="#d66a2e" stroke-width="5" stroke-linecap="round">
    <path d="M96 48c-8-10 8-16 0-28"/>
    <path d="M118 44c-8-10 8-18 0-30"/>
    <path d="M140 48c-8-10 8-16 0-28"/>
  </g>
  <path d="M76 66h84l12 58a8 8 0 0 1-8 10H72a8 8 0 0 1-8-10z" fill="#5e4230"/>
  <path d="M166 84l34-16 6 10-34 28z" fill="#5e4230"/>
  <path d="M72 74c-38 4-38 50-6 50" fill="none" stroke="#5e4230" stroke-width="9" stroke-linecap="round"/>
  <ellipse cx="118" cy="64" rx="44" ry="8" fill="#7b5a44"/>
  <circle cx="118" cy="54" r="6" fill="#d66a2e"/>
</svg>
`;

/** The quay in the morning. */
export const harbour = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 240" width="480" height="240" role="img">
  <title>The quay at Port Ansel</title>
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#f6c28b"/>
      <stop offset="1" stop-color="#fdf0dc"/>
    </linearGradient>
  </defs>
  <rect width="480" height="150" fill="url(#sky)"/>
  <circle cx="360" cy="118" r="34" fill="#ee8f4c"/>
  <rect y="150" width="480" height="90" fill="#46768c"/>
  <path d="M0 170q30-8 60 0t60 0 60 0 60 0 60 0 60 0 60 0 60 0v8H0z" fill="#5b8ba1"/>
  <g fill="#5e4230">
    <path d="M20 150V92l32-22 32 22v58z"/>
    <path d="M84 150V78h58v72z" fill="#8a6248"/>
    <path d="M142 150V100l26-18 26 18v50z" fill="#704d38"/>
  </g>
  <g fill="#fbe3a2">
    <rect x="40" y="104" width="12" height="16"/>
    <rect x="98" y="92" width="12" height="16"/>
    <rect x="118" y="92" width="12" height="16"/>
    <rect x="160" y="112" width="12" height="16"/>
  </g>
  <path d="M270 176h96l-16 24h-66z" fill="#fdf8f0"/>
  <path d="M314 176v-66l40 58z" fill="#d66a2e"/>
</svg>
`;

/** A cup from the side, with the line to which it is filled. */
export const cup = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 140" width="200" height="140" role="img">
  <title>Filled to 150 ml</title>
  <rect width="200" height="140" fill="#fdf8f0"/>
  <ellipse cx="92" cy="122" rx="70" ry="8" fill="#e8decf"/>
  <path d="M40 36h104l-10 72a12 12 0 0 1-12 10H62a12 12 0 0 1-12-10z" fill="#fff" stroke="#5e4230" stroke-width="4"/>
  <path d="M44 62h96l-6 44a10 10 0 0 1-10 9H60a10 10 0 0 1-10-9z" fill="#704d38"/>
  <path d="M142 50c34-4 34 40-6 38" fill="none" stroke="#5e4230" stroke-width="6"/>
  <path d="M34 62h122" stroke="#d66a2e" stroke-width="2" stroke-dasharray="5 4"/>
  <text x="158" y="40" font-family="sans-serif" font-size="11" fill="#d66a2e">150 ml</text>
</svg>
`;

/** The round of the cargo bike. */
export const route = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 220" width="400" height="220" role="img">
  <title>Tuesday round</title>
  <rect width="400" height="220" fill="#eef3e6"/>
  <path d="M0 170q80-30 160-6t240-18v74H0z" fill="#b9d3df"/>
  <g stroke="#fff" stroke-width="10" fill="none">
    <path d="M30 20l120 90 230-70"/>
    <path d="M150 110l60 60"/>
    <path d="M280 0l-40 200"/>
  </g>
  <path d="M62 46l84 64 66 56 46-92 92-28-190-34z" fill="none" stroke="#d66a2e" stroke-width="4" stroke-dasharray="9 5"/>
  <g font-family="sans-serif" font-size="12" fill="#3c2f26">
    <circle cx="62" cy="46" r="8" fill="#5e4230"/><text x="76" y="42">shop</text>
    <circle cx="146" cy="110" r="6" fill="#6f8f5c"/><text x="92" y="132">market</text>
    <circle cx="212" cy="166" r="6" fill="#46768c"/><text x="224" y="186">harbour</text>
    <circle cx="350" cy="46" r="6" fill="#be4642"/><text x="320" y="70">hospital</text>
  </g>
</svg>
`;
