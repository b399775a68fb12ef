import { Component } from 'react';
import type { ReactNode } from 'react';
import { FaultNote } from './fault-note';
import { isPartMissing, loadPage } from './reload-when-outdated';

interface ErrorBoundaryProps {
  /** Going somewhere else leaves the fault behind. */
  place: string;
  children: ReactNode;
}

interface State {
  readonly failed: boolean;
  readonly place?: string | undefined;
}

/** A page that fails says so and offers a way on; the frame around it keeps working. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failed: false };

  static getDerivedStateFromProps({ place }: ErrorBoundaryProps, before: State): State | null {
    return place === before.place ? null : { failed: false, place };
  }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  override componentDidMount(): void {
    window.addEventListener('online', this.retry);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('online', this.retry);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <FaultNote onRetry={this.retry} />;
  }

  private readonly retry = (): void => {
    if (!this.state.failed) return;
    if (!isPartMissing()) this.setState({ failed: false });
    else void loadPage(window.location.href);
  };
}
