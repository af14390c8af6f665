import { parentPort, workerData } from 'node:worker_threads'
import { textOfOffice } from './office-text.ts'

const bytes = workerData as Uint8Array
textOfOffice(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).then(
  text => parentPort!.postMessage(text),
  // What is wrong with the file is nobody's business here: it was not read.
  () => parentPort!.postMessage(null),
)
