// The desk as people use it: from the first run to a result, without a script; every page looked at on every screen.
//
// `node desk.mjs` after `cargo build --release`; with PICTURES=1 pictures are kept in target/browser.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { looks, out } from './browser.mjs';
import { end, home, look, password, person, seen, setUp } from './served.mjs';

try {
  // the whole way with scripts off
  const { page, faults } = await person({ javaScriptEnabled: false });
  await page.goto(setUp);
  await page.getByLabel('User name').fill('ana');
  await page.getByLabel('New password', { exact: true }).fill('short');
  await page.getByLabel('Confirm password').fill('short');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('alert').filter({ hasText: '15 to 200' }).waitFor();
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Confirm password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Caseload' }).waitFor();
  await look('caseload-empty', page);
  const again = await page.request.get(setUp);
  assert.equal(again.status(), 404, 'the set-up link opens once');

  await page.getByLabel('Reference', { exact: true }).fill('C-101 <b>');
  await page.getByRole('button', { name: 'Add client' }).click();
  await page.getByRole('heading', { name: 'C-101 <b>' }).waitFor();
  await look('client', page);
  await page.getByRole('button', { name: 'Start short assessment' }).click();

  const next = () => page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Question 1 of').waitFor();
  await look('question', page);
  await page.locator('#said').fill('xqzw');
  await next();
  await page.getByRole('alert').waitFor();
  await page.locator('#said').fill('Inland Empire');
  await next();
  for (let steps = 0; steps < 30; steps += 1) {
    if (await page.getByRole('button', { name: 'See results' }).count()) break;
    const radio = page.getByRole('radio');
    const text = page.locator('#said');
    if (await page.locator('input[value="high_school"]').count()) {
      if (!seen.has('choice')) await look('choice', page);
      await page.locator('input[value="high_school"]').check();
    } else if (await radio.count()) {
      await radio.first().check();
    } else if (await text.count()) {
      await text.fill(await page.getByRole('button', { name: 'Skip' }).count() ? '' : '10');
    }
    await next();
  }
  await look('review', page);
  // an answer is changed and given again
  await page.getByRole('button', { name: /^Change: / }).first().click();
  await page.locator('#said').fill('Halifax');
  await next();
  while (!(await page.getByRole('button', { name: 'See results' }).count())) {
    const radio = page.getByRole('radio');
    if (await radio.count()) await radio.first().check();
    await next();
  }
  await page.getByRole('button', { name: 'See results' }).click();
  await page.getByRole('heading', { name: 'Result for C-101 <b>' }).waitFor();
  assert.ok(await page.locator('.line').count(), 'the result tells a pathway');
  await look('result', page);
  for (const [name, kind] of [['Download page', 'html'], ['Table (CSV)', 'csv'], ['Report (JSON)', 'json']]) {
    const link = await page.getByRole('link', { name }).getAttribute('href');
    const file = await page.request.get(home + link);
    assert.ok(file.ok() && file.headers()['content-disposition'].includes(`report.${kind}`), name);
    if (kind === 'json') assert.equal((await file.json()).format, 'careerpath.report/2');
  }
  const finished = await page.request.get(seen.get('review'), { maxRedirects: 0 });
  assert.equal(finished.headers().location, new URL(seen.get('result')).pathname, 'a finished assessment leads to its result');
  await page.pdf({ path: join(out, 'desk-result.pdf') });
  const pages = readFileSync(join(out, 'desk-result.pdf'), 'latin1').match(/\/Type\s*\/Page[^s]/g).length;
  assert.ok(pages <= 3, `the result prints on ${pages} pages`);
  await page.getByRole('link', { name: 'Caseload' }).click();
  await page.getByRole('searchbox').fill('101');
  await page.getByRole('button', { name: 'Find' }).click();
  await page.getByRole('link', { name: 'C-101 <b>' }).waitFor();
  await look('caseload', page);
  await page.getByRole('link', { name: 'Accounts' }).click();
  await look('accounts', page);
  await page.getByLabel('User name').fill('ben');
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Confirm password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('cell', { name: 'ben' }).waitFor();
  await page.getByRole('link', { name: 'ana' }).click();
  await look('account', page);

  // another counsellor sees nothing of it, and is answered as if it were not there
  const other = await person({ javaScriptEnabled: false });
  await other.page.goto(home);
  await look('sign-in', other.page);
  await other.page.getByLabel('User name').fill('ben');
  await other.page.getByLabel('Password').fill('a few words in a wrong row');
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await other.page.getByRole('alert').waitFor();
  await other.page.getByLabel('Password').fill(password);
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await other.page.getByText('No clients yet.').waitFor();
  const theirs = await other.page.request.get(seen.get('client'));
  const absent = await other.page.request.get(`${home}/clients/${'0'.repeat(32)}`);
  assert.deepEqual([theirs.status(), await theirs.text()], [404, await absent.text()]);
  assert.ok(!(await theirs.text()).includes('C-101'));
  // until it is shared, to be read alone
  await page.goto(seen.get('client'));
  await page.getByLabel('Colleague').selectOption('ben');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Stop sharing: ben' }).waitFor();
  await look('client-shared', page);
  await other.page.getByRole('link', { name: 'Caseload' }).click();
  await other.page.getByRole('link', { name: 'C-101 <b>' }).click();
  await other.page.getByRole('link', { name: /^Result of/ }).click();
  await other.page.getByRole('heading', { name: 'Result for C-101 <b>' }).waitFor();
  await other.page.goBack();
  assert.equal(await other.page.getByRole('button', { name: /^(Start|Update)/ }).count(), 0, 'what is shared is read alone');
  await page.getByRole('button', { name: 'Stop sharing: ben' }).click();
  await page.getByText('Nobody else sees this client.').waitFor();
  assert.equal((await other.page.request.get(seen.get('client'))).status(), 404);
  assert.deepEqual(other.faults, []);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  const after = await page.request.get(seen.get('client'), { maxRedirects: 0 });
  assert.equal(after.status(), 303, 'nothing is seen after signing out');
  assert.deepEqual(faults, []);
  console.log(`the desk from its first run to a result, ${seen.size} pages on ${Object.keys(looks).length} screens`);
} finally {
  await end();
}
