import { watched } from '../../electron/engine/busy-watch.ts'

/** Works for ever, or waits and then ends: `node busy-child.ts busy|waiting`. */
const [how] = process.argv.slice(2)
console.log(watched('“a.ninefold” is quick.', () => 'quick'))
watched('a.ninefold kept Ninefold busy without end.', () => {
  if (how === 'waiting') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 6500)
  else for (;;);
})
console.log('done')
