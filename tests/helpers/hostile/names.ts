const RLO = '\u202e'

const STEMS = [
  '../x',
  '../../../../tmp/x',
  '..\\..\\x',
  '/etc/passwd',
  '/',
  'C:\\x',
  'C:x',
  '\\\\server\\share\\x',
  '//server/x',
  '\\\\?\\C:\\x',
  '\\\\.\\pipe\\x',
  'file:///etc/passwd',
  'a:b',
  'x:ads:$DATA',
  'CON',
  'con.txt',
  'Nul',
  'aux',
  'COM1',
  'LPT9',
  'COM¹',
  'CONOUT$',
  '.',
  '..',
  '...',
  '',
  ' ',
  '.bashrc',
  '-rf',
  '~',
  '~/x',
  '%2e%2e%2fx',
  '%APPDATA%\\x',
  '$HOME',
  '$(rm)',
  '`id`',
  '&calc|x',
  'a\nb',
  'a\rb',
  'a\tb',
  'a\u2028b',
  'a\u200bb',
  '\ufeffa',
  '\ud800',
  'a'.repeat(300),
  'é'.repeat(300),
  '😀'.repeat(100),
  `photo${' '.repeat(200)}`,
  'a／b＼c∕d',
  'desktop',
  'autorun',
  'مرحبا',
  `${RLO}fdp`,
]

const ENDINGS = [
  '.pdf',
  '.exe',
  '.docx ',
  '.txt.',
  '.pdf\0.exe',
  `${RLO}fdp.scr`,
  '.hta',
  '.desktop',
  '.lnk',
  '.iso',
  '.url',
]

/** More than two hundred names that mean something else to one system or another. */
export const hostileNames: readonly string[] = STEMS.flatMap((stem, index) => [
  stem + ENDINGS[index % ENDINGS.length]!,
  stem + ENDINGS[(index + 4) % ENDINGS.length]!,
  stem + ENDINGS[(index + 7) % ENDINGS.length]!,
  stem,
])

const DEVICES = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** What is wrong with a name under the rules of Windows, macOS and Linux; empty when nothing is. */
export function troubleWith(name: string): string[] {
  const wrong = {
    empty: name.length === 0,
    'a character of a path or a stream': /[<>:"/\\|?*]/.test(name),
    'what cannot be seen': /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name.replace(/[\u200c\u200d]/g, '')),
    'a device': DEVICES.test(name),
    'an end that Windows drops': /[. ]$/.test(name),
    'a beginning that hides it or is an option': /^[.\-~ ]/.test(name),
    'too long': Buffer.byteLength(name) > 255 || name.length > 255,
    'another form of itself': name !== name.normalize('NFC'),
  }
  return Object.entries(wrong).flatMap(([what, is]) => (is ? [what] : []))
}
