'use strict';
(() => {
  // a warning before somebody is signed out, with a way to stay
  const { left, warn, stay } = document.body.dataset;
  const warning = document.getElementById('warning');
  if (left && warning) {
    const early = 120;
    let timer;
    const begin = (seconds) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const text = document.createElement('p');
        text.textContent = warn;
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = stay;
        button.addEventListener('click', async () => {
          const answer = await fetch('/account', { redirect: 'manual' });
          warning.hidden = answer.ok;
          if (answer.ok) begin(Number(left));
          else location.reload();
        });
        warning.replaceChildren(text, button);
        warning.hidden = false;
        button.focus();
      }, Math.max(seconds - early, 1) * 1000);
    };
    begin(Number(left));
  }

  // how much each weight is, as it is moved
  for (const slider of document.querySelectorAll('input[type="range"]')) {
    const output = document.querySelector(`output[for="${slider.id}"]`);
    if (!output) continue;
    const show = () => { output.textContent = slider.value; };
    slider.addEventListener('input', show);
    show();
  }

  // how far a cohort is
  const progress = document.querySelector('[data-again]');
  if (progress) setTimeout(() => location.replace('?again'), Number(progress.dataset.again) * 1000);
})();
