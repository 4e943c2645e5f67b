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
      lists: [...group.querySelectorAll('.places')].map((list) => ({
        element: list,
        places: [...list.children],
        texts: null,
      })),
    })),
  }));
  const all = document.querySelectorAll('.places > li').length;

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
        let inGroup = 0;
        if (fits) for (const list of group.lists) inGroup += narrow(list, inWords ? '' : wanted);
        group.element.hidden = inGroup === 0;
        inCheck += inGroup;
      }
      check.element.hidden = inCheck === 0;
      count += inCheck;
    }
    const language = document.documentElement.lang;
    shown.textContent = shown.dataset.words
      .replace('{shown}', count.toLocaleString(language))
      .replace('{all}', all.toLocaleString(language));
  }

  // A list in which nothing fits is hidden whole: quicker than each of its places.
  function narrow(list, wanted) {
    if (wanted !== '') list.texts ??= list.places.map(textOf);
    const fit = list.places.map((_, at) => wanted === '' || list.texts[at].includes(wanted));
    const count = fit.filter(Boolean).length;
    list.element.hidden = count === 0;
    if (count > 0)
      list.places.forEach((place, at) => {
        if (place.hidden === fit[at]) place.hidden = !fit[at];
      });
    return count;
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
