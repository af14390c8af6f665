/**
 * Stands in for the runtime's `FormData` in the engine, which serves message ports only: no form ever comes through one, and
 * to ask whether something is a form would load all of Node's `fetch`, a tenth of the engine's start.
 */
export class FormData {}
