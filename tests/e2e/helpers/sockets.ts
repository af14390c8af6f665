import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** The network sockets, as `local > remote`, of a process and of all it started, by what Linux says of them. */
export function socketsOf(root: number): { processes: number; sockets: string[] } {
  const family = familyOf(root)
  return { processes: family.length, sockets: [...new Set(family.flatMap(networkSockets))] }
}

function familyOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
    const stat = readText(`/proc/${name}/stat`)
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const family = [root]
  for (const pid of family)
    family.push(...[...parents].filter(([, parent]) => parent === pid).map(([child]) => child))
  return family
}

function networkSockets(pid: number): string[] {
  const inodes = new Set<string>()
  for (const fd of listOf(`/proc/${pid}/fd`)) {
    const inode = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1]
    if (inode) inodes.add(inode)
  }
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap(kind =>
    readText(`/proc/${pid}/net/${kind}`)
      .split('\n')
      .slice(1)
      .map(line => line.trim().split(/\s+/))
      .filter(columns => inodes.has(columns[9] ?? ''))
      .map(columns => `${kind} ${addressOf(columns[1]!)} > ${addressOf(columns[2]!)}`),
  )
}

/** `0100007F:1F90` is 127.0.0.1:8080; what is longer stays as it is. */
function addressOf(hex: string): string {
  const [address = '', port = ''] = hex.split(':')
  const bytes = address.match(/../g) ?? []
  const shown = bytes.length === 4 ? bytes.reverse().map(byte => Number.parseInt(byte, 16)) : [address]
  return `${shown.join('.')}:${Number.parseInt(port, 16)}`
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function listOf(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
