// The work at the desk: decisions with a reason, comparing, the map, a plan, notes, what moved, a student who answers alone,
// a cohort that is handed in, and a client who is erased.
//
// `node desk-work.mjs` after `cargo build --release`; with PICTURES=1 pictures are kept in target/browser.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { looks, root } from './browser.mjs';
import { answerAll, data, end, first, home, look, person, seen } from './served.mjs';

const planted = 'planted 7f3a words of a note';
const place = { region: 'Halifax', education: 'high_school' };

try {
  const { page, faults } = await person({ javaScriptEnabled: false });
  await first(page);
  await page.getByLabel('Reference', { exact: true }).fill('C-77 planted reference');
  await page.getByRole('button', { name: 'Add client' }).click();
  const client = page.url();

  // notes, and one that is had back
  await page.getByLabel('New note').fill(planted);
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByText(planted).waitFor();
  await page.getByRole('button', { name: /^Remove: ana/ }).click();
  assert.equal(await page.getByText(planted).count(), 0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(planted).waitFor();

  // a student answers alone, by a link that opens once
  await page.getByRole('button', { name: 'Start short assessment' }).click();
  await page.getByText('Send to student').click();
  await page.getByRole('button', { name: 'Create link' }).click();
  const link = await page.getByLabel('Link').inputValue();
  const student = await person({ javaScriptEnabled: false });
  await student.page.goto(link);
  await look('student', student.page);
  await student.page.getByRole('button', { name: 'Start' }).click();
  await student.page.getByText('Question 1 of').waitFor();
  assert.equal(await student.page.getByText('C-77').count(), 0, 'a student does not see what the office calls them');
  await look('student-question', student.page);
  assert.equal((await student.page.request.get(link)).status(), 404, 'the link opens once');
  assert.equal((await student.page.request.get(client, { maxRedirects: 0 })).status(), 303);
  await answerAll(student.page, place, 'Send the answers');
  await look('student-review', student.page);
  await student.page.getByRole('button', { name: 'Send the answers' }).click();
  await student.page.getByText('Thank you').waitFor();
  await look('student-done', student.page);
  assert.equal((await student.page.request.get(`${home}/answers`)).status(), 404, 'nothing is shown any more');
  assert.deepEqual(student.faults, []);
  await page.goto(client);
  await page.getByRole('link', { name: /^Answered by the student/ }).click();
  await page.getByRole('button', { name: 'See results' }).click();
  await page.getByRole('heading', { name: 'Result for C-77' }).waitFor();
  const result = page.url();

  // why, the map, side by side
  const further = page.getByRole('region', { name: 'Further' });
  await further.waitFor();
  const [one, other] = await further.locator('.offer label').allTextContents();
  await further.getByRole('link', { name: one, exact: true }).click();
  await page.getByRole('heading', { name: 'Why, and what would change it' }).waitFor();
  await look('why', page);
  await page.goto(result);
  await page.getByRole('link', { name: 'Map' }).click();
  await page.locator('.stage .map').waitFor();
  await look('map', page);
  await page.goto(result);
  await page.getByRole('button', { name: 'Compare' }).click();
  for (const title of [one, other]) await page.getByRole('columnheader', { name: title, exact: true }).first().waitFor();
  await look('compare', page);

  // a step is left out, with a reason, and had again
  await page.goto(result);
  const best = await page.locator('.line').first().textContent();
  await page.getByRole('link', { name: 'Adjust results' }).click();
  await look('decisions', page);
  const steps = page.getByRole('region', { name: 'Exclude a step, or require it' });
  const left = await steps.getByLabel('Step').locator('optgroup').first().locator('option').first().textContent();
  await steps.getByRole('button', { name: 'Exclude' }).click();
  assert.ok(page.url().endsWith('/decisions'), 'a browser asks for the reason');
  await steps.getByLabel('Reason').fill('the school closed in June');
  await steps.getByRole('button', { name: 'Exclude' }).click();
  await page.getByRole('heading', { name: 'Result for C-77' }).waitFor();
  await page.getByRole('region', { name: 'Decisions in force' }).getByText('the school closed in June').waitFor();
  await page.locator('#notes, section').getByText(/Decision: excluded: .*the school closed in June/).first().waitFor();
  for (const line of await page.locator('.line').allTextContents()) assert.ok(!line.includes(left), line);
  const exported = await page.request.get(`${result}/page`);
  assert.ok((await exported.text()).includes('the school closed in June'), 'exports tell why');
  await page.getByRole('link', { name: 'Adjust results' }).click();
  await page.getByRole('button', { name: /^Remove: excluded/ }).click();
  assert.equal(await page.locator('.line').first().textContent(), best, 'as it was');
  await page.getByRole('link', { name: 'Adjust results' }).click();
  await look('decisions-undo', page);
  // weights, a figure, a pathway that stays
  const weights = page.getByRole('region', { name: 'Priorities' });
  for (const slider of await weights.getByRole('slider').all()) await slider.fill('0');
  await weights.getByLabel('cost', { exact: true }).fill('100');
  await weights.getByLabel('Reason').fill('no savings');
  await weights.getByRole('button', { name: 'Update with these priorities' }).click();
  await page.getByText('priorities: earnings 0 %').first().waitFor();
  await page.getByRole('link', { name: 'Adjust results' }).click();
  const figure = page.getByRole('region', { name: 'Correct a figure' });
  await figure.getByLabel('Value').fill('much');
  await figure.getByLabel('Reason').fill('told by the college');
  await figure.getByRole('button', { name: 'Update with this figure' }).click();
  await page.getByRole('alert').filter({ hasText: 'A price is a number' }).waitFor();
  await figure.getByLabel('Value').fill('1234');
  await figure.getByRole('button', { name: 'Update with this figure' }).click();
  await page.getByText('$1,234').first().waitFor();
  await page.getByRole('link', { name: 'Adjust results' }).click();
  const pin = page.getByRole('region', { name: 'Keep a pathway in the list' });
  await pin.getByLabel('Reason').fill('asked for by the client');
  await pin.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('heading', { name: 'Result for C-77' }).waitFor();
  await look('result-decided', page);

  // a plan whose steps are ticked off
  await page.getByRole('button', { name: 'Make this the plan' }).click();
  await page.getByRole('heading', { name: 'Plan of C-77' }).waitFor();
  await page.getByRole('button', { name: /^Done: / }).first().click();
  await page.getByText(/1 of \d+ steps done/).waitFor();
  await page.getByText('Change the months').first().click();
  await page.getByLabel('First month').first().fill('2027-05');
  await page.getByLabel('Done by').first().fill('2027-01');
  await page.getByRole('button', { name: /^Save: / }).first().click();
  await page.getByRole('alert').waitFor();
  await look('plan', page);

  // a second assessment, and what moved
  await page.goto(client);
  await look('client-work', page);
  await page.getByRole('button', { name: 'Update the last answers' }).click();
  await page.getByRole('button', { name: /^Change: .*schooling/i }).click();
  await answerAll(page, { education: 'bachelor' });
  await page.getByRole('button', { name: 'See results' }).click();
  await page.getByRole('link', { name: 'What changed since the last result' }).click();
  await page.getByRole('heading', { name: /Because of another answer/ }).first().waitFor();
  await page.getByRole('heading', { name: 'Because of the decisions' }).waitFor();
  await look('moved', page);

  // the whole record, then nothing
  const record = await (await page.request.get(`${client}/record`)).json();
  assert.equal(record.format, 'careerpath.client/1');
  assert.equal(record.notes[0].said, planted);
  assert.equal(record.assessments.length, 2);
  await page.goto(client);
  await page.getByRole('link', { name: 'Erase client' }).click();
  await look('erase', page);
  await page.getByRole('button', { name: 'Erase client' }).click();
  await page.getByText('This client will be erased').waitFor();
  await look('client-removed', page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Erase client' }).click();
  await page.getByRole('button', { name: 'Erase at once' }).click();
  await page.getByText(/none is left/).waitFor();
  await page.goto(client);
  assert.equal((await page.request.get(client)).status(), 404);
  for (const file of readdirSync(data)) {
    const holds = file.includes('desk') ? readFileSync(join(data, file)) : Buffer.alloc(0);
    for (const text of [planted, 'C-77 planted', 'the school closed', 'asked for by the client']) {
      assert.ok(!holds.includes(text), `${text} is in ${file}`);
    }
  }

  // a cohort is handed in; what cannot be read is answered as on the command line
  await page.goto(home);
  await page.getByRole('link', { name: 'Cohorts' }).click();
  await look('cohorts', page);
  const handIn = async (name, buffer) => {
    await page.getByRole('navigation').getByRole('link', { name: 'Cohorts' }).click();
    await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Run' }).click();
    for (let tries = 0; tries < 300; tries += 1) {
      if (!(await page.getByRole('link', { name: 'Refresh' }).count())) return;
      if (tries === 0) await look(`cohort-${name}`, page);
      await new Promise((resolve) => { setTimeout(resolve, 200); });
      await page.getByRole('link', { name: 'Refresh' }).click();
    }
  };
  await handIn('no-people.csv', Buffer.from('colour\nred\n'));
  await page.getByText('We could not read this file.').waitFor();
  await page.locator('.amiss').filter({ hasText: 'colour' }).first().waitFor();
  await look('cohort-failed', page);
  const people = readFileSync(join(root, 'profiles', 'cohort.csv'), 'utf8').split('\n').slice(0, 121);
  people[5] = people[5].replace(/^[^,]*,[^,]*/, (cells) => `${cells.split(',')[0]},Brigadoon`);
  await handIn('people.csv', Buffer.from(`${people.join('\n')}\n`));
  await page.getByText('120 rows: 119 scored, 1 rejected.').waitFor();
  await look('cohort-whole', page);
  await page.getByRole('link', { name: 'Summary', exact: true }).click();
  await look('cohort-summary', page);
  await page.goBack();
  for (const [name, part] of [[/^Scored rows/, 'net_earnings'], [/^Rejected rows/, 'Brigadoon'], [/^Download summary/, '<html'], [/^Summary \(JSON/, 'careerpath']]) {
    const file = await page.request.get(home + await page.getByRole('link', { name }).getAttribute('href'));
    assert.ok(file.headers()['content-disposition'].startsWith('attachment'), `${name}`);
    assert.ok((await file.text()).includes(part), `${name}`);
  }
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('it will be deleted within a day').waitFor();

  // the office
  await page.getByRole('link', { name: 'Office' }).click();
  await page.getByText('Log intact').waitFor();
  await page.getByLabel('Months').fill('60');
  await page.getByRole('button', { name: 'Save' }).click();
  assert.equal(await page.getByLabel('Months').inputValue(), '60');
  await look('office', page);

  // in every language, with the keyboard alone: Tab to the field, type, Enter
  for (const language of ['Français', 'Español']) {
    await page.getByRole('navigation').getByRole('link', { name: 'ana' }).click();
    await page.locator('#language').selectOption({ label: language });
    await page.locator('form[action="/account/language"] button').click();
    const short = language.slice(0, 2).toLowerCase();
    for (const place of ['clients', 'cohorts', 'accounts', 'office', 'account']) {
      await page.goto(`${home}/${place}`);
      await look(`${place}-${short}`, page);
    }
    await page.goto(`${home}/clients`);
    const typed = `C-${short}`;
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.locator('#reference:focus').count()) break;
    }
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: typed }).waitFor();
    await look(`client-${short}`, page);
    const begin = page.locator('button[value="quick"]');
    for (let presses = 0; presses < 30 && !(await begin.evaluate((button) => button === document.activeElement)); presses += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('#said').waitFor();
    await look(`question-${short}`, page);
    for (let presses = 0; presses < 30 && !(await page.locator('#said:focus').count()); presses += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Halifax');
    await page.keyboard.press('Enter');
    await page.getByRole('radio').first().waitFor();
  }

  // where scripts run: a warning before the time is out, and weights as they are moved
  const scripted = await person();
  await scripted.context.addCookies(await page.context().cookies());
  await scripted.page.clock.install();
  await scripted.page.goto(home);
  assert.ok(await scripted.page.getByRole('alertdialog').isHidden());
  await scripted.page.clock.fastForward('29:00');
  await scripted.page.getByRole('alertdialog').waitFor();
  await scripted.page.getByRole('alertdialog').getByRole('button').click();
  await scripted.page.getByRole('alertdialog').waitFor({ state: 'hidden' });
  assert.deepEqual(scripted.faults, []);
  assert.deepEqual(faults, []);
  console.log(`the work at the desk, ${seen.size} pages on ${Object.keys(looks).length} screens`);
} finally {
  await end();
}
