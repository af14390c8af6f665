import { type ComponentType, useEffect, useState } from 'react'

/** A part of the page that is fetched when it is first shown, or earlier when `load` is called. */
export type LoadedWhenShown<Props> = ComponentType<Props> & { load(): Promise<unknown> }

/**
 * Not React's `lazy`: its Suspense keeps whatever arrives within 300 ms of an empty place waiting until those have passed,
 * and empties the place even when the part has long been loaded. Nothing is drawn until the part is here; a part that
 * cannot be fetched is thrown to the boundary above, and asked for again when it is shown again.
 */
export function loadedWhenShown<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
): LoadedWhenShown<Props> {
  let loaded: ComponentType<Props> | null = null
  let loading: Promise<ComponentType<Props>> | null = null

  function load() {
    loading ??= fetchPart().then(
      part => {
        loaded = part
        return part
      },
      error => {
        loading = null
        throw error
      },
    )
    return loading
  }

  function Later(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    const [problem, setProblem] = useState<{ readonly error: unknown } | null>(null)
    useEffect(() => {
      if (Part) return
      let isGone = false
      load().then(
        part => !isGone && setPart(() => part),
        error => !isGone && setProblem({ error }),
      )
      return () => {
        isGone = true
      }
    }, [Part])
    if (problem) throw problem.error
    return Part && <Part {...props} />
  }

  return Object.assign(Later, { load })
}
