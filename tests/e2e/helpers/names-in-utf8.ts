/** The environment, with a locale in which a browser finds files whose names are not plain ASCII: a bare machine has none. */
export function namesInUtf8(): Record<string, string> {
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const env = Object.fromEntries(given)
  return env.LC_ALL || env.LANG ? env : { ...env, LC_ALL: 'C.UTF-8' }
}
