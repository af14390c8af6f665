/**
 * What a log may say of an error: its kind and its places in our code. Messages may quote what the user wrote, and places of
 * modules may name the user, so neither is told.
 */
export function faultWords(error: unknown): string {
  const words: string[] = []
  for (let at: unknown = error, depth = 0; depth < 4; depth++) {
    words.push(oneFault(at))
    at = at instanceof Error ? at.cause : undefined
    if (at === undefined || at === null) break
  }
  return words.join('; caused by ')
}

/** Whether words are such as `faultWords` makes: what comes from elsewhere is written down only then. */
export function areFaultWords(words: string): boolean {
  return words.length <= LONGEST && words.split('; caused by ').every(one => ONE_FAULT.test(one))
}

const MOST_PLACES = 5
const LONGEST = 2_000

/** Kinds that are told. Any other name of an error is somebody's text. */
const KINDS = [
  'AbortError',
  'AggregateError',
  'AssertionError',
  'DataCloneError',
  'Error',
  'EvalError',
  'InvalidStateError',
  'NetworkError',
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'ORPCError',
  'PlainError',
  'QuotaExceededError',
  'RangeError',
  'ReferenceError',
  'SecurityError',
  'SqliteError',
  'SyntaxError',
  'SystemError',
  'TimeoutError',
  'Trouble',
  'TypeError',
  'URIError',
  'ZodError',
] as const

/** Codes as Node and SQLite give them. */
const CODE = /^(SQLITE_[A-Z_]{2,40}|ERR_[A-Z0-9_]{2,60}|E[A-Z0-9]{2,14}|ABORT_ERR)$/

const NAME = '[A-Za-z_$][\\w$.<>]{0,80}'
const FILE =
  '(?:[a-z0-9@][\\w.@-]{0,80}|node:[a-z_/]{1,60}|node_modules/(?:@[a-z0-9.-]{1,40}/)?[a-z0-9._-]{1,60})'
const PLACE = `(?:${NAME} )?\\(${FILE}:\\d{1,8}:\\d{1,8}\\)`
const ONE_FAULT = new RegExp(
  `^(?:${KINDS.join('|')}|other error|string|number|boolean|object|undefined|function|symbol|bigint)` +
    `(?: (?:SQLITE_[A-Z_]{2,40}|ERR_[A-Z0-9_]{2,60}|E[A-Z0-9]{2,14}|ABORT_ERR))?` +
    `(?: at ${PLACE}(?: < ${PLACE}){0,${MOST_PLACES - 1}})?$`,
)

function oneFault(error: unknown): string {
  const places = placesOf(error)
  const told = [kindOf(error), codeOf(error)].filter(Boolean).join(' ')
  return places.length > 0 ? `${told} at ${places.join(' < ')}` : told
}

function kindOf(error: unknown): string {
  const text = textOf(error)
  if (text === null) return error instanceof Error ? 'other error' : typeof error
  // What came from another thread as text begins with its kind.
  const name = error instanceof Error ? readOf(error, 'name') : /^(\w{1,40}):? /.exec(text ?? '')?.[1]
  if (KINDS.some(kind => kind === name)) return String(name)
  return error instanceof Error ? 'other error' : typeof error
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? readOf(error, 'code') : null
  return typeof code === 'string' && CODE.test(code) ? code : ''
}

/** Newest first. Where the message cannot be told from the places with certainty names are left out: it may look like one. */
function placesOf(error: unknown): string[] {
  const { text, isAllStack } = stackOf(error)
  const told = text.split('\n').flatMap(line => {
    const parts = partsOf(line)
    const file = parts && fileOf(parts.path)
    if (!file) return []
    return `${isAllStack ? nameOf(parts.name) : ''}(${file}:${parts.line}:${parts.column})`
  })
  return told.slice(0, MOST_PLACES)
}

/** The lines below the message. Firefox writes none above them, the others at least the kind of error. */
function stackOf(error: unknown): { text: string; isAllStack: boolean } {
  const text = textOf(error) ?? ''
  const [first = '', ...rest] = text.split('\n')
  const message = typeof error === 'object' && error !== null ? readOf(error, 'message') : null
  if (typeof message !== 'string') return { text, isAllStack: false }
  if (/^[^@\s]*@/.test(first) && !message.includes('@')) return { text, isAllStack: true }
  if (!message.includes('\n')) return { text: rest.join('\n'), isAllStack: first.endsWith(message) }
  const at = text.lastIndexOf(message)
  return at < 0 ? { text, isAllStack: false } : { text: text.slice(at + message.length), isAllStack: true }
}

function textOf(error: unknown): string | null {
  if (typeof error === 'string') return error
  const stack = typeof error === 'object' && error !== null ? readOf(error, 'stack') : null
  return typeof stack === 'string' ? stack : null
}

/** As Chromium and Node write a place, and as Firefox does. */
function partsOf(line: string) {
  const found =
    /^\s*at (?:async |new )*(?:(.*?) )?\(?([^()]*):(\d{1,8}):(\d{1,8})\)?\s*$/.exec(line) ??
    /^([^@]*)@(.*):(\d{1,8}):(\d{1,8})$/.exec(line)
  if (!found) return null
  const [, name = '', path = '', at = '', column = ''] = found
  return { name, path, line: at, column }
}

function nameOf(name: string): string {
  const plain = name.replace(/ \[as .*$/, '')
  return new RegExp(`^${NAME}$`).test(plain) ? `${plain} ` : ''
}

/** Our own files by their name alone, packages by theirs; of any other file nothing is said. */
function fileOf(path: string): string | null {
  const plain = path.replaceAll('\\', '/').replace(/[?#].*$/, '')
  if (/^node:[a-z_/]{1,60}$/.test(plain)) return plain
  const inPackage = /\/node_modules\/((?:@[a-z0-9.-]{1,40}\/)?[a-z0-9._-]{1,60})\//.exec(plain)?.[1]
  if (inPackage) return `node_modules/${inPackage}`
  return OURS.map(pattern => pattern.exec(plain)?.[1]).find(Boolean) ?? null
}

const OURS = [
  // As it is built.
  /\/dist\/electron\/((?:main|preload|engine|host|cli|[a-z-]{1,30}-worker)\.[cm]js)$/,
  /^(?:app:\/\/ninefold|http:\/\/127\.0\.0\.1:\d{1,5})\/assets\/([\w-]{1,70}\.m?js)$/,
  // From the sources, for whoever works on it.
  /\/(?:electron|renderer|shared|scripts|tests)\/(?:[a-z0-9-]{1,40}\/){0,6}([a-z0-9-]{1,50}(?:\.test)?\.tsx?)$/,
]

/** An error may be anything, also one whose parts throw when they are read. */
function readOf(error: object, name: 'name' | 'code' | 'stack' | 'message'): unknown {
  try {
    return (error as Record<string, unknown>)[name]
  } catch {
    return null
  }
}
