import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const scss = readFileSync(join(__dirname, '../src/tokens.scss'), 'utf8');

type Palette = Record<string, string>;

function coloursOf(block: string): Palette {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

const [lightPart = '', darkPart = ''] = scss.split('@media (prefers-color-scheme: dark)');
const [, light = '', lightHelp = ''] =
  /:root \{([^}]*)\}[^.]*\.screen--help \{([^}]*)\}/.exec(lightPart) ?? [];
const [, dark = '', darkHelp = ''] =
  /:root \{([^}]*)\}[^.]*\.screen--help \{([^}]*)\}/.exec(darkPart) ?? [];

const palettes: Record<string, Palette> = {
  light: coloursOf(light),
  'light help': { ...coloursOf(light), ...coloursOf(lightHelp) },
  dark: { ...coloursOf(light), ...coloursOf(dark) },
  'dark help': {
    ...coloursOf(light),
    ...coloursOf(lightHelp),
    ...coloursOf(dark),
    ...coloursOf(darkHelp),
  },
};

// WCAG 2.2, 1.4.3 for text and 1.4.11 for edges of inputs.
const text = 4.5;
const edge = 3;
const pairs: [string, string, number][] = [
  ...['card', 'paper', 'sunk'].flatMap((back): [string, string, number][] => [
    ['ink-9', back, text],
    ['ink-7', back, text],
    ['ink-5', back, text],
  ]),
  ['border', 'card', edge],
  ['border', 'paper', edge],
  ['on-action', 'action', text],
  ['on-action', 'action-pressed', text],
  ['action-text', 'card', text],
  ['action-text', 'paper', text],
  ['action-text', 'tint', text],
  ['action', 'card', edge],
  ...['ok', 'warn', 'error', 'info'].flatMap((tone): [string, string, number][] => [
    [tone, 'card', text],
    [tone, `${tone}-back`, text],
  ]),
  ['error', 'paper', text],
  // Small words inside a notice, on a chosen row, in a bar without network.
  ...['ok-back', 'warn-back', 'error-back', 'info-back', 'tint'].flatMap(
    (back): [string, string, number][] => [
      ['ink-9', back, text],
      ['ink-5', back, text],
      ['action-text', back, text],
    ],
  ),
  ['on-exit', 'exit', text],
  ['focus', 'paper', edge],
  ['focus', 'card', edge],
];

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(palettes))('colours, %s', (_mode, palette) => {
  it.each(pairs)('%s on %s', (front, back, least) => {
    const [one, other] = [palette[front], palette[back]];
    if (!one || !other) throw new Error(`no token ${front} or ${back}`);
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
  });
});

describe('help pages', () => {
  const isRed = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      parseInt(hex.slice(at, at + 2), 16),
    );
    return red > Math.max(green, blue) + 40;
  };

  it.each(['light help', 'dark help'] as const)('show no red to a stranger, %s', (mode) => {
    const shown = ['paper', 'card', 'action', 'action-text', 'tint', 'error', 'error-back', 'exit'];
    expect(shown.filter((token) => isRed(palettes[mode]?.[token] ?? '#ff0000'))).toEqual([]);
  });
});

describe('the bars that WeChat draws', () => {
  const themes = JSON.parse(readFileSync(join(__dirname, '../src/static/theme.json'), 'utf8')) as {
    [mode in 'light' | 'dark']: Palette;
  };

  it.each(['light', 'dark'] as const)('have the colours of the pages, %s', (mode) => {
    const theme = themes[mode];
    expect([theme['navBackground'], theme['pageBackground'], theme['helpBackground']]).toEqual(
      [palettes[mode], palettes[mode], palettes[`${mode} help`]].map((palette) =>
        palette?.['paper']?.toUpperCase(),
      ),
    );
    for (const front of ['tabText', 'tabSelected'])
      expect(contrast(theme[front] ?? '', theme['tabBackground'] ?? '')).toBeGreaterThanOrEqual(
        text,
      );
  });
});
