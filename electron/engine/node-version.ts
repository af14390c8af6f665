/** The Node-API version that better-sqlite3 is built for; loading it into an older Node ends the process. */
const NEEDED_NAPI = 10

/** One sentence saying that this Node cannot run the engine, or null when it can. */
export function nodeTooOld(versions: NodeJS.ProcessVersions = process.versions): string | null {
  if (Number(versions.napi ?? 0) >= NEEDED_NAPI) return null
  return `Ninefold needs Node 22.14 or newer and this is Node ${versions.node}: run it with npm, which brings the right one along.`
}
