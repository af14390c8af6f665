import { Component, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { hrefOf } from '../../state/route.ts'

/**
 * Keeps a mistake of ours in one screen from taking the frame with it. Every change is on the disk by then, so drawing
 * anew is always safe.
 */
export class TroubleBoundary extends Component<{ children: ReactNode }, { hasTrouble: boolean }> {
  override state = { hasTrouble: false }

  static getDerivedStateFromError() {
    return { hasTrouble: true }
  }

  override render() {
    if (!this.state.hasTrouble) return this.props.children
    return (
      <EmptyState
        title="This page could not be drawn"
        actions={
          <>
            <Button variant="primary" onPress={() => this.setState({ hasTrouble: false })}>
              Try again
            </Button>
            <a href={hrefOf('overview')}>Go to the overview</a>
          </>
        }
      >
        What you entered is saved in the workbook. Try again, or go on with another page.
      </EmptyState>
    )
  }
}
