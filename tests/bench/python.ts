import { spawnSync } from 'node:child_process'

/** A Python with XlsxWriter; `null` where there is none (Debian: python3-xlsxwriter). */
export const python =
  ['python3', '/usr/bin/python3'].find(
    command => spawnSync(command, ['-c', 'import xlsxwriter'], { stdio: 'ignore' }).status === 0,
  ) ?? null
