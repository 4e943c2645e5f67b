// Runs before anything is drawn, so that neither theme nor language is seen to change.
(function () {
  var query = new URLSearchParams(location.search);
  function read(key) {
    try {
      return localStorage.getItem(key);
    } catch (_) {
      return null;
    }
  }
  var theme = read('ippo.theme');
  var dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.body.classList.toggle('awsui-dark-mode', dark);
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  var language = query.get('lang') || read('ippo.language') || navigator.language || 'en';
  document.documentElement.lang = language.slice(0, 2) === 'ja' ? 'ja' : 'en';
})();
