// Sets the theme before the first paint. Kept apart from the app because it must not wait for it.
;(function () {
  var chosen = null
  try {
    chosen = localStorage.getItem('binhan.theme')
  } catch {
    // Storage may be closed by the browser's policy: the system's theme holds.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
