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

/** Whether axe finds nothing amiss. */
export async function accessible(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.slice(0, 3).map((n) => n.html).join('\n    ')}`);
  assert.deepEqual(told, [], `${what}: axe`);
}

/** The screens that every page is looked at on. */
export const looks = {
  desktop: {},
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

/** Whether a page is no wider than its window. */
export async function narrow(page, what) {
  const [has, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(has <= room + 1, `${what} is ${has} wide where there are ${room}`);
}
