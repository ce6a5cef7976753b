// Passkeys: asks the browser for one and posts its answer. The server's options and the answer are JSON, in which
// bytes are base64url text (W3C Web Authentication, level 3, sections 5.1.8 to 5.1.10).
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const known = list => (list ?? []).map(one => ({ ...one, id: bytes(one.id) }))

async function made (options, passwordless) {
  const asked = options.publicKey
  const selection = { ...asked.authenticatorSelection }
  if (passwordless !== undefined) {
    selection.residentKey = passwordless ? 'required' : 'discouraged'
    selection.requireResidentKey = passwordless
    if (passwordless) selection.userVerification = 'required'
  }
  const key = await navigator.credentials.create({
    publicKey: {
      ...asked,
      authenticatorSelection: selection,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: known(asked.excludeCredentials),
    },
  })
  return {
    ...shared(key),
    response: {
      clientDataJSON: text(key.response.clientDataJSON),
      attestationObject: text(key.response.attestationObject),
      transports: key.response.getTransports?.() ?? [],
    },
  }
}

async function shown (options) {
  const asked = options.publicKey
  const key = await navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) },
  })
  const { clientDataJSON, authenticatorData, signature, userHandle } = key.response
  return {
    ...shared(key),
    response: {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : null,
    },
  }
}

const shared = key => ({
  type: key.type,
  id: key.id,
  rawId: text(key.rawId),
  authenticatorAttachment: key.authenticatorAttachment ?? null,
  clientExtensionResults: key.getClientExtensionResults(),
})

async function options (form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options)
  const answer = await fetch(form.action, { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } })
  if (!answer.ok) throw new Error('no options')
  return answer.json()
}

export function start (form) {
  if (!window.PublicKeyCredential) return
  const status = form.querySelector('[data-passkey-status]')
  form.querySelectorAll('[hidden]').forEach(part => { part.hidden = false })
  form.addEventListener('submit', async event => {
    event.preventDefault()
    status.textContent = ''
    try {
      const given = await options(form)
      const credential = form.dataset.passkey === 'make'
        ? await made(given.creation_options, form.elements.passwordless?.checked)
        : await shown(given.request_options)
      form.elements.credential.value = JSON.stringify(credential)
      form.submit()
    } catch (problem) {
      status.textContent = problem.name === 'NotAllowedError'
        ? 'The passkey was not used: it was cancelled, or it took too long. You can try again.'
        : 'The passkey could not be used in this browser. Sign in with a code by email instead.'
    }
  })
}
