(() => {
  'use strict';
  const bar = document.getElementById('filter');
  const [query, mark, severity, shown] = ['query', 'mark', 'severity', 'shown'].map((id) =>
    document.getElementById(id),
  );
  if (!bar || !query || !mark || !severity || !shown) return;
  const checks = [...document.querySelectorAll('section.check')].map((element) => ({
    element,
    text: textOf(element.querySelector('h4')) + textOf(element.querySelector('.about')),
    groups: [...element.querySelectorAll('.group')].map((group) => ({
      element: group,
      text: textOf(group.querySelector('.verdict')),
      list: group.querySelector('.places'),
      places: [...group.querySelectorAll('.places > li')],
      texts: null,
      now: null,
    })),
  }));
  const all = checks
    .flatMap(({ groups }) => groups)
    .reduce((sum, { places }) => sum + places.length, 0);

  function textOf(element) {
    return element ? ' ' + element.textContent.toLowerCase() : '';
  }

  function apply() {
    const wanted = query.value.trim().toLowerCase();
    let count = 0;
    for (const check of checks) {
      let inCheck = 0;
      for (const group of check.groups) {
        const { dataset } = group.element;
        const fits =
          (mark.value === '' || dataset.mark === mark.value) &&
          (severity.value === '' || dataset.severity === severity.value);
        const inWords = wanted === '' || check.text.includes(wanted) || group.text.includes(wanted);
        let found = [];
        if (fits && inWords) found = group.places;
        else if (fits) {
          group.texts ??= group.places.map(textOf);
          found = group.places.filter((_, at) => group.texts[at].includes(wanted));
        }
        group.element.hidden = found.length === 0;
        const now = group.now ?? group.places;
        if (found.length !== now.length || found.some((place, at) => place !== now[at])) {
          group.now = found;
          // Taking them out is quicker than hiding them one by one.
          const kept = document.createDocumentFragment();
          for (const place of found) kept.append(place);
          group.list.replaceChildren(kept);
        }
        inCheck += found.length;
      }
      check.element.hidden = inCheck === 0;
      count += inCheck;
    }
    const language = document.documentElement.lang;
    shown.textContent = shown.dataset.words
      .replace('{shown}', count.toLocaleString(language))
      .replace('{all}', all.toLocaleString(language));
  }

  let waiting = 0;
  query.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  });
  mark.addEventListener('change', apply);
  severity.addEventListener('change', apply);
  bar.hidden = false;
  apply();
})();
