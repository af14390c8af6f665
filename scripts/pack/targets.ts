/** What a package is made for. */
export type Target = {
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly arch: 'x64' | 'arm64'
}

/** Every target a package can be made for. */
export const TARGETS: readonly Target[] = (['linux', 'darwin', 'win32'] as const).flatMap(platform =>
  (['x64', 'arm64'] as const).map(arch => ({ platform, arch })),
)

/** The computer this runs on. Throws one sentence where Ninefold is made for no such computer. */
export function thisTarget(): Target {
  const found = TARGETS.find(({ platform, arch }) => platform === process.platform && arch === process.arch)
  if (found) return found
  throw new Error(`Ninefold is not made for ${process.platform} on ${process.arch}.`)
}
