// The browser that pages are looked at in, and what is asked of every page.
//
// Whatever needs it skips, and says so, where the program, Chromium or the packages are missing.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const program = join(root, 'target', 'release', 'careerpath');
export const out = join(root, 'target', 'browser');
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const skipped = (why) => {
  console.log(`skipped: ${why}`);
  process.exit(0);
};
if (!existsSync(program)) skipped('target/release/careerpath is not built');
if (!existsSync(browserPath)) skipped(`${browserPath} is not there (set CHROMIUM to use another)`);
let chromium, AxeBuilder;
try {
  ({ chromium } = await import('playwright-core'));
  ({ default: AxeBuilder } = await import('@axe-core/playwright'));
} catch {
  skipped('playwright-core and @axe-core/playwright are not installed: npm ci');
}
mkdirSync(out, { recursive: true });

export const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** Asks something of a page; again where the page reloads itself meanwhile, as that of a cohort at work does. */
async function steady(page, ask) {
  for (let left = 5; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0 || !/context was destroyed|navigation/.test(String(error))) throw error;
      await page.waitForLoadState();
    }
  }
}

/** Whether axe finds nothing amiss on one of the screens: colours once in the light and once in the dark, the rest once on each width. */
export async function accessible(page, what, look) {
  const axe = () => {
    const builder = new AxeBuilder({ page });
    if (look === 'dark') return builder.withRules(['color-contrast']);
    return look === 'phone' ? builder.disableRules(['color-contrast']) : builder;
  };
  const { violations } = await steady(page, () => axe().analyze());
  const told = violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.slice(0, 3).map((n) => n.html).join('\n    ')}`);
  assert.deepEqual(told, [], `${what}: axe`);
}

/** Keeps a picture of a page in target/browser where PICTURES is set: large pages take seconds each. */
export async function picture(page, name, options = {}) {
  if (process.env.PICTURES) await page.screenshot({ path: join(out, `${name}.png`), ...options });
}

/** The screens that every page is looked at on. */
export const looks = {
  desktop: {},
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

/** Whether a page is no wider than its window. */
export async function narrow(page, what) {
  const widths = () => page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  const [has, room] = await steady(page, widths);
  assert.ok(has <= room + 1, `${what} is ${has} wide where there are ${room}`);
}
