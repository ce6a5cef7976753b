// Shows the question that belongs to a chosen radio, and hides it otherwise. In place of GOV.UK's own module, which
// says `aria-expanded` on radios: ARIA does not allow it there, and screen readers differ in what they make of it.
export function start (group) {
  delete group.dataset.module
  const pairs = [...group.querySelectorAll('input[data-aria-controls]')]
    .map(input => [input, document.getElementById(input.dataset.ariaControls)])
  const show = () => pairs.forEach(([input, part]) => {
    part.classList.toggle('govuk-radios__conditional--hidden', !input.checked)
  })
  group.addEventListener('change', show)
  window.addEventListener('pageshow', show) // the browser's way back restores what was chosen
  show()
}
