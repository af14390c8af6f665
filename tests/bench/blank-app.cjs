const { app, BrowserWindow } = require('electron')

/** One blank window, as the shortest guide to Electron makes it. */
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false })
  window.once('ready-to-show', () => window.show())
  window.loadURL('data:text/html,<!doctype html><title>Blank</title><h1>Blank</h1>')
})
