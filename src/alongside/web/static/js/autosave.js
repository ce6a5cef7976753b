// Keeps what is being written, a moment after the writing stops. The form itself saves as ever without scripts.
const PAUSE = 2000 // milliseconds

export function start (form) {
  const status = form.querySelector('[data-autosave-status]')
  let timer
  let kept = new URLSearchParams(new FormData(form)).toString()

  async function keep () {
    const body = new URLSearchParams(new FormData(form))
    if (body.toString() === kept) return
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin',
      })
      const said = await answer.json()
      status.textContent = said.sentence
      if (answer.ok) {
        kept = body.toString()
        refresh()
        if (said.revision !== undefined && form.elements.revision) form.elements.revision.value = said.revision
      }
    } catch {
      status.textContent = 'Not kept: there is no connection. Keep this page open and use the button when you are back.'
    }
  }

  // What the page says of the text, such as what the checks found, is fetched as it now stands.
  async function refresh () {
    const part = document.querySelector('[data-autosave-part]')
    if (!part) return
    const answer = await fetch(window.location.pathname, { credentials: 'same-origin' })
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.getElementById(part.id)
    if (fresh) document.getElementById(part.id).replaceWith(document.adoptNode(fresh))
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE)
  })
  form.addEventListener('submit', () => clearTimeout(timer))
}
