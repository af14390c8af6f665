/// <reference path="./guide-text.d.ts" />
/** The whole guide, worked out while the app was built (renderer/guide-plugin.ts). */
export { guide } from '../../../docs/guide/README.md'
