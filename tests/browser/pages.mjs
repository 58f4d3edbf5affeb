// Pages as people open them: in a real browser, on a desktop, a phone, in the dark and on paper.
//
// Needs node, playwright-core with @axe-core/playwright (npm ci in this folder) and Chromium; says that it skipped where one of
// them is missing. `node pages.mjs` after `cargo build --release`; with PICTURES=1 pictures are kept in target/browser.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { accessible, browser, looks, narrow, out, picture, program, root } from './browser.mjs';

/** Writes a page with the program; where it is. */
function written(name, ...args) {
  const path = join(out, `${name}.html`);
  try {
    execFileSync(program, [...args, '--format', 'html', '-o', path], { cwd: root, stdio: 'pipe' });
  } catch (error) {
    // 1 is an answer too: nothing was found, and the page says why
    assert.equal(error.status, 1, String(error.stderr));
  }
  return path;
}

/** Sums a cohort up; where the page is. */
function summed(name, ...args) {
  const path = join(out, `${name}.html`);
  const result = join(out, `${name}.csv`);
  execFileSync(program, ['cohort', ...args, '-o', result, '--summary', path], { cwd: root, stdio: 'pipe' });
  return path;
}

const today = ['--today', '2026-11'];
const recommend = (person, ...more) => ['recommend', `profiles/${person}.json`, ...today, ...more];
const pages = {
  report: written('report', ...recommend('transcriptionist-displaced')),
  'report-long': written('report-long', ...recommend('school-leaver-inland-empire', '--top', '3', '--nominal')),
  'report-unknown': written('report-unknown', ...recommend('rural-no-pay-published')),
  'report-fr': written('report-fr', ...recommend('records-clerk-halifax', '--language', 'fr')),
  'report-es': written('report-es', ...recommend('school-leaver-inland-empire', '--language', 'es')),
  explained: written('explained', 'explain', 'profiles/office-coder-to-auditor.json', '--role', 'coding-auditor', ...today),
  'explained-closed': written(
    'explained-closed', 'explain', 'profiles/transcriptionist-displaced.json', '--role', 'cdi-specialist', ...today, '--language', 'fr',
  ),
  map: written('map', 'map', '--profile', 'profiles/transcriptionist-displaced.json'),
  summary: summed('summary', 'profiles/cohort.csv', ...today),
  'map-graph': written('map-graph', 'map', '--graph', 'graphs/ca-ns-him', '--language', 'es'),
};

/** Opens a page; whatever it asks the network for or stumbles over is a fault. */
async function opened(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) faults.push(`it asks for ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(pathToFileURL(pages[name]).href);
  return { page, faults, close: () => context.close() };
}

let seen = 0;
for (const name of Object.keys(pages)) {
  for (const [look, options] of Object.entries(looks)) {
    const { page, faults, close } = await opened(name, options);
    await accessible(page, `${name} ${look}`, look);
    await narrow(page, `${name} ${look}`);
    await picture(page, `${name}-${look}`, { fullPage: true });
    assert.deepEqual(faults, [], `${name} ${look}`);
    await close();
    seen += 1;
  }
}

// two printed pages, and what is drawn stays told in words
for (const name of Object.keys(pages).filter((name) => name.startsWith('report'))) {
  const { page, close } = await opened(name);
  await page.emulateMedia({ media: 'print' });
  const pdf = join(out, `${name}.pdf`);
  await page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true });
  const sheets = readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
  assert.ok(sheets <= 2, `${name} prints on ${sheets} pages`);
  for (const drawing of await page.locator('figure > svg').all()) {
    const [title, about] = [await drawing.locator('title').textContent(), await drawing.locator('desc').textContent()];
    assert.ok(title.length > 10 && about.length > 20, `${name}: a drawing is not told in words`);
  }
  assert.ok(await page.locator('svg pattern').count() > 0, `${name}: the band is told by colour alone`);
  await close();
}

// the map by keyboard alone: the search, then from point to point
{
  const { page, faults, close } = await opened('map');
  await page.locator('#search').focus();
  await page.keyboard.type('registrar');
  assert.match(await page.locator('#found').textContent(), /^\d+ ha(s|ve) it$/);
  const pale = await page.locator('.point.pale').count();
  const all = await page.locator('.point').count();
  assert.ok(pale > all / 2 && pale < all, `${pale} of ${all} are pale`);
  await picture(page, 'map-search');
  await page.locator('#search').fill('');
  assert.equal(await page.locator('.point.pale').count(), 0);
  await page.locator('.point').first().focus();
  const first = await page.locator('#details').textContent();
  await page.keyboard.press('ArrowRight');
  const second = await page.locator('#details').textContent();
  await page.keyboard.press('ArrowDown');
  const third = await page.locator('#details').textContent();
  assert.equal(new Set([first, second, third]).size, 3, 'arrows go from point to point');
  assert.ok(await page.locator('.line.lit').count() > 0, 'what it is joined to is lit');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\w+-/);
  await page.locator('.point.chosen').last().hover();
  assert.match(await page.locator('#details').textContent(), /on the pathway shown/);
  await picture(page, 'map-details');
  assert.deepEqual(faults, []);
  await close();
}

// without a script, everything on the map is still there
{
  const { page, close } = await opened('map', { javaScriptEnabled: false });
  assert.equal(await page.locator('article').count(), await page.locator('.stage .point').count());
  assert.ok(!(await page.locator('form').isVisible()));
  await page.locator('.stage .point').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\w+-/);
  await close();
}

await browser.close();
console.log(`${seen} looks of ${Object.keys(pages).length} pages, print, keyboard and no script: all well`);
