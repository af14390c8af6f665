const { app } = require('electron')

/** Prints the moment when the first window is shown, what is looked for is painted and the page has nothing more to do. */
const FOUND = `new Promise(resolve => {
  const look = () => document.querySelector(${JSON.stringify(process.env.BENCH_READY)}) && resolve()
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
  look()
})`
const PAINTED_AND_IDLE = `new Promise(resolve =>
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => resolve()))))`

let isFirst = true
app.on('browser-window-created', (_event, window) => {
  if (!isFirst) return
  isFirst = false
  const shown = new Promise(resolve => window.once('show', resolve))
  window.webContents.once('dom-ready', async () => {
    await Promise.all([shown, window.webContents.executeJavaScript(FOUND)])
    await window.webContents.executeJavaScript(PAINTED_AND_IDLE)
    process.stdout.write(`bench-ready ${Date.now()}\n`)
  })
})
