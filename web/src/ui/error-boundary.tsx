import { Component } from 'react';
import type { ReactNode } from 'react';
import { FaultNote } from './fault-note';

interface State {
  readonly failed: boolean;
}

/** A page that fails says so and offers a way on; the frame around it keeps working. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <FaultNote onRetry={() => this.setState({ failed: false })} />;
  }
}
