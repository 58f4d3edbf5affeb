'use strict';
(() => {
  const points = [...document.querySelectorAll('.stage .point')];
  const lines = [...document.querySelectorAll('.stage .line')];
  const byKey = new Map(points.map((point) => [point.dataset.key, point]));
  const details = document.getElementById('details');
  const search = document.getElementById('search');
  const found = document.getElementById('found');
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  // what a point is about, beside the drawing; the list below says the same without a script
  const show = (point) => {
    const entry = document.querySelector(`article[data-key="${CSS.escape(point.dataset.key)}"]`);
    details.replaceChildren(...[...entry.cloneNode(true).childNodes]);
    for (const line of lines) {
      const beside = [line.dataset.from, line.dataset.to].includes(point.dataset.key);
      line.classList.toggle('lit', beside);
    }
  };

  const middle = (point) => {
    const box = point.getBBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };

  // the nearest point in a direction: up and down within a column, left and right across them
  const toward = (point, dx, dy) => {
    const [x, y] = middle(point);
    let best = null;
    for (const other of points) {
      const [ox, oy] = middle(other);
      const along = (ox - x) * dx + (oy - y) * dy;
      const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
      if (other === point || along < 5 || (dy !== 0 && aside > 5)) continue;
      const far = along + aside * 2;
      if (best === null || far < best.far) best = { other, far };
    }
    return best && best.other;
  };

  const arrows = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  for (const point of points) {
    point.addEventListener('focus', () => show(point));
    point.addEventListener('mouseenter', () => show(point));
    point.addEventListener('keydown', (event) => {
      const direction = arrows[event.key];
      const next = direction && toward(point, ...direction);
      if (next) {
        event.preventDefault();
        next.focus();
      }
    });
  }

  search.addEventListener('input', () => {
    const asked = plain(search.value.trim());
    const has = (point) => asked === '' || plain(point.getAttribute('aria-label')).includes(asked);
    const count = points.filter(has).length;
    for (const point of points) point.classList.toggle('pale', !has(point));
    for (const line of lines) {
      const ends = [line.dataset.from, line.dataset.to].map((key) => byKey.get(key));
      line.classList.toggle('pale', !ends.every((end) => end && has(end)));
    }
    const text = count === 1 ? found.dataset.one : found.dataset.more.replace(/\d+/, String(count));
    found.textContent = asked === '' ? '' : text;
    const first = points.find((point) => asked !== '' && has(point));
    if (first) first.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  search.form.addEventListener('submit', (event) => event.preventDefault());
  search.form.hidden = false;
  details.hidden = false;
})();
