import { useState } from 'react'
import type { StayingFile } from '../../../shared/contract/copy-request.ts'
import { count } from '../../../shared/text/dates.ts'
import { refOf } from '../../../shared/text/names.ts'
import { sizeOf } from '../../../shared/text/sizes.ts'
import { Button } from '../../components/button.tsx'

/** The index of the files that a light copy names and does not hold. */
export function StayingFiles({ files }: { files: readonly StayingFile[] }) {
  const [isUnfolded, setIsUnfolded] = useState(false)
  return (
    <div>
      <Button variant="link" isExpanded={isUnfolded} onPress={() => setIsUnfolded(!isUnfolded)}>
        {`${isUnfolded ? 'Hide' : 'Show'} the list of ${count(files.length, 'file')} that ${files.length === 1 ? 'stays' : 'stay'}`}
      </Button>
      {isUnfolded && (
        <table className="sent-table staying">
          <caption className="hidden-words">Files that stay here</caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">File</th>
              <th scope="col">Size</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {files.map(file => (
              <tr key={file.ref}>
                <th scope="row">
                  {refOf('evidence', file.ref)} <bdi>{file.title}</bdi>
                  {file.shows && <p className="quiet small">{file.shows}</p>}
                </th>
                <td>
                  <bdi>{file.fileName}</bdi>
                </td>
                <td>{sizeOf(file.size)}</td>
                <td>
                  <code>{file.hash}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
