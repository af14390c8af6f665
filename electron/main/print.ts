import type { BrowserWindow, WebContentsPrintOptions } from 'electron'
import type { Paper } from '../../shared/model/kit.ts'
import { PlainError } from './sentence.ts'

/** Prints the page as it stands, through the system's own window. Changing one's mind there is no error. */
export function print(window: BrowserWindow, paper: Paper | null): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print(printOptions(paper), (isDone, reason) => {
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

/** A3 and A5 lie on their side. Without a paper the system's own settings stand. */
export function printOptions(paper: Paper | null): WebContentsPrintOptions {
  return { printBackground: true, ...(paper && { pageSize: paper, landscape: paper !== 'A4' }) }
}
