import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../root.ts'
import { iconFolder, THEME_SIZES } from './icons.ts'
import { product } from './stage.ts'

/** What kind of file a workbook is, to the desktops of Linux; its icon is found by the same name. */
const MIME_TYPE = 'application/x-ninefold'
const MIME_ICON = 'application-x-ninefold'

/** Writes what makes a Linux desktop know workbooks, into a `usr` folder: their kind of file, and icons of each size. */
export function writeLinuxEntries(usr: string): void {
  write(join(usr, 'share/mime/packages/ninefold.xml'), mimeType())
  const theme = join(usr, 'share/icons/hicolor')
  for (const [from, kind, name, source] of [
    ['icon', 'apps', 'ninefold', 'icon'],
    ['ninefold', 'mimetypes', MIME_ICON, 'document'],
  ] as const) {
    for (const size of THEME_SIZES) {
      const to = join(theme, `${size}x${size}`, kind, `${name}.png`)
      mkdirSync(dirname(to), { recursive: true })
      copyFileSync(join(iconFolder, from, `${size}x${size}.png`), to)
    }
    cpSync(join(root, `resources/icons/${source}.svg`), join(theme, 'scalable', kind, `${name}.svg`))
  }
}

/** The entry of the app in the menu of a Linux desktop. */
export function desktopEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Ninefold',
    'GenericName=Self-assessment workbook',
    `Comment=${product().description}`,
    // Workbooks as paths, never as addresses.
    `Exec=${program} %F`,
    'Icon=ninefold',
    'Terminal=false',
    'StartupWMClass=ninefold',
    'Categories=Office;',
    `MimeType=${MIME_TYPE};`,
    '',
  ].join('\n')
}

/** By its extension: SQLite's own mark at the start of a file is every SQLite file's. */
function mimeType(): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${MIME_TYPE}">
    <comment>Ninefold workbook</comment>
    <glob pattern="*.ninefold" weight="80"/>
    <icon name="${MIME_ICON}"/>
  </mime-type>
</mime-info>
`
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
