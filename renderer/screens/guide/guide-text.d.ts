/** The guide, as renderer/guide-plugin.ts gives it. */
declare module '*/docs/guide/README.md' {
  export const guide: import('./tokens.ts').Guide
}
