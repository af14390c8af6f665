import { Command } from 'commander'
import { serveInTerminal } from '../../host/serve.ts'
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
  const sentence = await serveInTerminal(folder)
  if (sentence) throw new Failed(sentence)
}
