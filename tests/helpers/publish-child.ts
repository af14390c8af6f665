import { engineOn, laptopWith } from './laptop.ts'

/**
 * A laptop in a process of its own: opens the shared workbook, adds one place after another and tells which are acknowledged,
 * publishing all the while, until it is killed.
 */
const [path, folder, working, prefix] = process.argv.slice(2) as [string, string, string, string]
const engine = engineOn(laptopWith('Sam', folder, { workingFolder: working, idleMs: 1, everyMs: 1 }))
await engine.open(path)
process.send!({ ready: true })
for (let index = 0; ; index++) {
  const name = `${prefix} ${index}`
  await engine.add(name)
  process.send!({ added: name })
  if (index % 3 === 0) void engine.place().send()
  await new Promise(resolve => setTimeout(resolve, 3))
}
