// Enhancement only: every page works without this file.
import { initAll } from '../build/govuk-frontend.js'
import { start as reveal } from './reveal.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
document.querySelectorAll('[data-module="govuk-radios"]').forEach(reveal)
initAll()

const wanted = [
  ['form[data-autosave]', './autosave.js'],
  ['form[data-passkey]', './passkey.js'],
  ['[data-print]', './print.js'],
]
for (const [selector, module] of wanted) {
  const found = document.querySelectorAll(selector)
  if (found.length) {
    import(module).then(({ start }) => found.forEach(start))
  }
}
