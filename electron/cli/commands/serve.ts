import { Command } from 'commander'
import { serve } from '../../host/serve.ts'
import { Failed } from '../failed.ts'

/** `ninefold serve`: the app in a browser on this computer (spec CN9). */
export function serveCommand(): Command {
  return new Command('serve')
    .summary('serve the app to a browser on this computer')
    .description(
      'Serves the app and a folder of workbooks to a browser on this computer, and prints the one address that opens it. Press Ctrl+C to stop.',
    )
    .argument('[folder]', 'the folder of workbooks; a Ninefold folder in Documents if left out')
    .action(serveFolder)
}

async function serveFolder(folder?: string): Promise<void> {
  const served = await serve(folder)
  console.log(`Ninefold is ready. Open this link in a browser on this computer:\n\n  ${served.url}\n`)
  console.log(`Workbooks are kept in ${served.folder}. Press Ctrl+C here to stop.`)
  process.on('SIGINT', () => void served.stop())
  process.on('SIGTERM', () => void served.stop())
  const sentence = await served.ended
  if (sentence) throw new Failed(sentence)
}
