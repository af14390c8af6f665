import type { Client, Shell } from '../../renderer/boot/shell.ts'

const about = {
  version: '0.1.0',
  runsOn: [{ name: 'SQLite', version: '3.53.0' }],
  system: 'Linux 6.1, x64',
  schemaVersion: 60,
  framework: { id: 'nine-principles', version: '1' },
}

/** A shell for drawing screens: it opens nothing, saves nothing and says what it was asked. */
export function createFakeShell(client: Client | null, more: Partial<Shell> = {}): Shell {
  let isOpen = client !== null
  const saved = { token: 'token', name: 'Northmoor and Vale.xlsx', where: 'Documents', remarks: [] }
  return {
    kind: 'desktop',
    can: { choosePlaces: true, openSaved: true, reveal: true, attachFolder: true, openPlaces: true },
    isOpening: client !== null,
    person: async () => ({ name: 'Anna Whitcombe', role: 'Mental health lead' }),
    setPerson: async () => {},
    current: async () =>
      isOpen ? { name: 'Northmoor and Vale', where: 'Documents, Mental health board' } : null,
    listRecent: async () => [],
    forgetRecent: async () => {},
    create: async () => ({ kind: 'cancelled' }),
    openByChoice: async () => ({ kind: 'cancelled' }),
    openRecent: async () => ({ kind: 'cancelled' }),
    findRecent: async () => ({ kind: 'cancelled' }),
    openRehearsal: async () => ({ kind: 'cancelled' }),
    connect: async () => ({ client: client!, whenGone: new Promise<void>(() => {}) }),
    closeWorkbook: async () => {
      isOpen = false
    },
    attachByChoice: async () => null,
    attachFiles: async () => ({ evidenceIds: [], problems: [], wasCancelled: false }),
    saveEvidence: async () => saved,
    openEvidence: async () => 'opened',
    exportFile: async () => saved,
    readReturned: async () => null,
    readReturnedFiles: async () => ({ read: 0, refused: 0, wasCancelled: false, problems: [] }),
    saveCopy: async () => saved,
    openLocked: async () => ({ kind: 'cancelled' }),
    listSnapshots: async () => ({
      snapshots: [],
      folderName: 'Northmoor and Vale (snapshots)',
      isBeside: true,
      unreadable: 0,
      isKeeping: true,
      problem: null,
    }),
    openSnapshot: async () => ({ kind: 'opened' }),
    snapshotPlace: async () => ({ where: null, limitBytes: 2 * 1024 ** 3 }),
    setSnapshotPlace: async () => ({ where: 'Backups', limitBytes: 2 * 1024 ** 3 }),
    setSnapshotLimit: async limitBytes => ({ where: null, limitBytes }),
    savePicture: async () => saved,
    openSaved: async () => {},
    revealSaved: async () => {},
    print: async () => window.print(),
    openPresenter: async () => {},
    setTitle: () => {},
    about: async () => ({ ...about, places: [{ id: 'workbook', where: 'Documents' }] }),
    openPlace: async () => {},
    support: async () => ({
      about,
      memory: { total: 16 * 1024 ** 3, free: 4 * 1024 ** 3 },
      processors: 8,
      workbookSize: 1024 ** 2,
      logLines: [],
    }),
    reportFault: () => {},
    news: async () => null,
    onLeaving: () => () => {},
    onCommand: () => () => {},
    ...more,
  }
}
