/** Catches a fault of the pane while it is being drawn, so that words stand where a blank pane would. */
import * as React from "react";
import { PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { defect } from "../strings";
import { CopyDetails } from "./CopyDetails";

interface Props { readonly fallback: (error: Error, again: () => void) => React.ReactElement }
interface State { readonly error: Error | null }

export class ErrorBoundary extends React.Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State { return { error }; }

  override render(): React.ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : this.props.fallback(error, () => this.setState({ error: null }));
  }
}

export function Defect({ details, onAgain }: { readonly details: string; readonly onAgain: () => void }): React.ReactElement {
  return (
    <main className="screen alone" role="alert">
      <h1>{defect.title}</h1>
      <p>{defect.says}</p>
      <PrimaryButton text={defect.again} onClick={onAgain} />
      <CopyDetails details={details} />
    </main>
  );
}
