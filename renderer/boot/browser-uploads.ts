import type { Attached, ReadReturned } from '../../shared/contract/control.ts'
import type { EvidenceTargets } from '../../shared/model/evidence.ts'
import type { HostFetch } from './host-fetch.ts'

/** Attaches files. One request a file: its body is the file and nothing else, so that it streams from disk to disk. */
export async function attachAll(
  fetchHost: HostFetch,
  id: string,
  files: readonly File[],
  targets: EvidenceTargets,
): Promise<Attached> {
  const total: Attached = { evidenceIds: [], problems: [], wasCancelled: false }
  for (const file of files) {
    if (!(await isReadable(file))) {
      const sentence = `“${file.name}” could not be read, so it was not attached. If it is a folder, use the button for folders.`
      total.problems.push({ name: file.name, sentence })
      continue
    }
    const asked = new URLSearchParams({ name: file.name, targets: JSON.stringify(targets) })
    const response = await put(fetchHost, `/w/${id}/evidence?${asked}`, file)
    const one = (await response.json()) as Attached
    total.evidenceIds.push(...one.evidenceIds)
    total.problems.push(...one.problems)
    if (one.wasCancelled) return { ...total, wasCancelled: true }
  }
  return total
}

/**
 * Sends files that came back, to be read together; the host reads them when asked by this `batch`, which is null when
 * none arrived.
 */
export async function sendReturned(
  fetchHost: HostFetch,
  id: string,
  files: readonly File[],
): Promise<{ batch: string | null; problems: ReadReturned['problems'] }> {
  const batch = crypto.randomUUID()
  const problems: ReadReturned['problems'] = []
  let arrived = 0
  for (const file of files) {
    const { name } = file
    if (!(await isReadable(file))) {
      const sentence = `“${name}” could not be read. If it is open in Excel, close it there; if it is a folder, use the button for folders.`
      problems.push({ name, sentence })
      continue
    }
    try {
      await put(fetchHost, `/w/${id}/returned?${new URLSearchParams({ batch, name })}`, file)
      arrived++
    } catch (error) {
      problems.push({ name, sentence: (error as Error).message })
    }
  }
  return { batch: arrived > 0 ? batch : null, problems }
}

function put(fetchHost: HostFetch, address: string, file: File): Promise<Response> {
  return fetchHost(location.origin + address, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
}

/** A dropped folder looks like a file until it is read, and a file may be gone by now. */
function isReadable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )
}
