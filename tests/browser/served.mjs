// A desk that is served from a folder of its own, and people who use it in browsers of their own.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { accessible, browser, looks, narrow, out, picture, program } from './browser.mjs';

export const data = mkdtempSync(join(tmpdir(), 'desk-'));
const desk = spawn(program, ['serve', '--data', data, '--addr', '127.0.0.1:0'], { stdio: ['ignore', 'ignore', 'pipe'] });
const said = await new Promise((resolve, reject) => {
  let text = '';
  desk.stderr.on('data', (more) => {
    text += more;
    if (text.includes('hint: ')) resolve(text);
  });
  desk.on('exit', () => reject(new Error(text)));
});
export const [setUp] = said.match(/http:\S+\/set-up\/\S+/);
export const [home] = setUp.match(/^http:\/\/[^/]+/);
export const password = 'a few words in a row';

/** A browser of somebody's own, in which nothing may go wrong or leave the desk. */
export async function person(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, locale: 'en-US', ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) faults.push(`it asks for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} for ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  return { context, page, faults };
}

export const seen = new Map();
/** Looks at a page on every screen, as whoever has it open. */
export async function look(name, page) {
  seen.set(name, page.url());
  const cookies = await page.context().cookies();
  for (const [screen, options] of Object.entries(looks)) {
    const viewer = await person(options);
    await viewer.context.addCookies(cookies);
    const answer = await viewer.page.goto(page.url());
    assert.equal(answer.status(), 200, `desk ${name}`);
    await accessible(viewer.page, `desk ${name} ${screen}`, screen);
    await narrow(viewer.page, `desk ${name} ${screen}`);
    await picture(viewer.page, `desk-${name}-${screen}`, { fullPage: true });
    assert.deepEqual(viewer.faults, [], `desk ${name} ${screen}`);
    await viewer.context.close();
  }
}

/** Ends the desk and takes its folder away. */
export async function end() {
  desk.kill('SIGKILL');
  await browser.close();
  rmSync(data, { recursive: true, force: true });
}

/** Makes the first account, and has it open. */
export async function first(page, name = 'ana') {
  await page.goto(setUp);
  await page.getByLabel('User name').fill(name);
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Confirm password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
}

/** Answers what is asked until all of it is, with answers by the key of the question. */
export async function answerAll(page, answers = {}, last = 'See results') {
  for (let steps = 0; steps < 60; steps += 1) {
    if (await page.getByRole('button', { name: last }).count()) return;
    const key = await page.locator('input[name="key"]').getAttribute('value');
    const radio = page.getByRole('radio');
    const text = page.locator('#said');
    if (answers[key] !== undefined && await text.count()) await text.fill(answers[key]);
    else if (answers[key] !== undefined) await page.locator(`input[value="${answers[key]}"]`).check();
    else if (await radio.count()) await radio.first().check();
    else if (await text.count()) await text.fill(await page.getByRole('button', { name: 'Skip' }).count() ? '' : '10');
    await page.getByRole('button', { name: 'Next' }).click();
  }
  assert.fail(`it is asked on and on: ${page.url()}`);
}
