import { createElement, Fragment, type ReactNode, useState } from 'react'
import { shownShortcut } from '../../commands/keys.ts'
import { Button } from '../../components/button.tsx'
import { Scroller } from '../../components/scroller.tsx'
import { hrefOfPlace } from './place.ts'
import type { Block, Cell, Span } from './tokens.ts'

/** The parts of a chapter as elements of the page. */
export function Blocks({ blocks }: { blocks: readonly Block[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes its order
  return blocks.map((block, index) => <OneBlock key={index} block={block} />)
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return createElement(
        `h${block.depth}`,
        { id: block.id, tabIndex: -1, className: 'guide-heading' },
        <Words spans={block.spans} />,
      )
    case 'paragraph':
      return (
        <p>
          <Words spans={block.spans} />
        </p>
      )
    case 'list': {
      const items = block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes its order
        <li key={index}>
          <Blocks blocks={item} />
        </li>
      ))
      return block.isOrdered ? (
        <ol className="guide-steps" start={block.start}>
          {items}
        </ol>
      ) : (
        <ul className="guide-points">{items}</ul>
      )
    }
    case 'table':
      return <Table head={block.head} rows={block.rows} />
    case 'lines':
      return (
        <Scroller className="guide-lines" label="Lines to type">
          <pre>{block.text}</pre>
        </Scroller>
      )
    case 'note':
      return (
        <div className="guide-note" role="note">
          <Blocks blocks={block.blocks} />
        </div>
      )
    case 'picture':
      return <Picture picture={block} />
  }
}

/** A screen of the app, small beside the words; as large as it was when asked for. */
function Picture({ picture }: { picture: Extract<Block, { kind: 'picture' }> }) {
  const { src, alt, width, height } = picture
  const [isLarge, setIsLarge] = useState(false)
  return (
    <figure className={isLarge ? 'guide-picture is-large' : 'guide-picture'}>
      <Scroller className="guide-picture-box" label={alt}>
        <img src={src} alt={alt} width={width} height={height} />
      </Scroller>
      <Button
        variant="link"
        className="small"
        label={`${isLarge ? 'Smaller' : 'Larger'}: ${alt}`}
        onPress={() => setIsLarge(!isLarge)}
      >
        {isLarge ? 'Smaller' : 'Larger'}
      </Button>
    </figure>
  )
}

function Table({ head, rows }: { head: readonly Cell[]; rows: readonly (readonly Cell[])[] }) {
  return (
    <Scroller className="guide-table" label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes its order
              <th key={index} scope="col">
                <Words spans={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes its order
            <tr key={at}>
              {row.map((cell, index) =>
                createElement(
                  index === 0 ? 'th' : 'td',
                  { key: index, ...(index === 0 ? { scope: 'row' } : {}) },
                  <Words spans={cell} />,
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

/** Words with what stands out in them. */
export function Words({ spans }: { spans: readonly Span[] }): ReactNode {
  return spans.map((span, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes its order
    <Fragment key={index}>
      <OneSpan span={span} />
    </Fragment>
  ))
}

function OneSpan({ span }: { span: Span }) {
  switch (span.kind) {
    case 'text':
      return span.text
    case 'key':
      return <kbd>{shownShortcut(span.text)}</kbd>
    case 'code':
      return <code>{span.text}</code>
    case 'strong':
      return (
        <strong>
          <Words spans={span.spans} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Words spans={span.spans} />
        </em>
      )
    case 'link':
      return (
        <a href={hrefOfPlace(span.to)}>
          <Words spans={span.spans} />
        </a>
      )
  }
}
