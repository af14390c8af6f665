import type { BrowserWindow } from 'electron'
import { PlainError } from './sentence.ts'

/** Prints the page as it stands, through the system's own window. Changing one's mind there is no error. */
export function print(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ printBackground: true }, (isDone, reason) => {
      if (isDone || /cancel/i.test(reason)) resolve()
      else
        reject(
          new PlainError(
            'This computer did not print the page: check that a printer is set up and try again.',
          ),
        )
    })
  })
}
