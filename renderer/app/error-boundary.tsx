import { Component, type ReactNode } from 'react';
import { ViewCrashed } from './view-crashed.tsx';

/** Keeps the frame when a view cannot be drawn: the view says so, and the rest of the window goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
	override state = { failed: false };

	static getDerivedStateFromError() {
		return { failed: true };
	}

	override render() {
		if (!this.state.failed) return this.props.children;
		return <ViewCrashed again={() => this.setState({ failed: false })} />;
	}
}
