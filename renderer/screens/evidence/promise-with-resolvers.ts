/**
 * pdf.js expects `Promise.withResolvers`, even in its build for older browsers. Chrome has it from 119 on, and the
 * Electron that the tests run in is older. Import this before pdf.js, in the page and in its worker.
 */
if (!('withResolvers' in Promise))
  Object.defineProperty(Promise, 'withResolvers', {
    configurable: true,
    writable: true,
    value: function withResolvers(this: PromiseConstructor) {
      const parts: Partial<Record<'resolve' | 'reject', unknown>> = {}
      const promise = new this((resolve, reject) => Object.assign(parts, { resolve, reject }))
      return { promise, ...parts }
    },
  })
