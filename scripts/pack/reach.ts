/** A network that does not answer in this time is taken for closed. */
const ANSWER_WITHIN_MS = 5_000

/** Whether the place Electron and the tools of electron-builder come from can be reached: a closed network may otherwise be waited on for minutes. */
export async function canFetchElectron(): Promise<boolean> {
  if (process.env.HTTPS_PROXY ?? process.env.https_proxy) return true
  const mirror =
    process.env.npm_config_electron_mirror ?? process.env.ELECTRON_MIRROR ?? 'https://github.com/'
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    return true
  } catch {
    return false
  }
}
