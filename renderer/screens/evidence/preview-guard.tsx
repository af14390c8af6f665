import { Component, type ReactNode } from 'react'

/** Holds back the failure of a preview, such as a viewer that could not be loaded, from the rest of the page. */
export class PreviewGuard extends Component<
  { readonly fallback: ReactNode; readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children
  }
}
