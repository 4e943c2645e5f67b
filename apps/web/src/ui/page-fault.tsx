import { Component, lazy, Suspense, type ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import './page-fault.css';

// The sentences of problems come with the pages, not with the frame.
const ProblemText = lazy(async () => ({
  default: (await import('./problem-text.tsx')).ProblemText,
}));

type Props = {
  /** The page's address: another one is tried anew. */
  at: string;
  children: ReactNode;
};
type State = { fault: unknown };

/** A page that fails to draw says so in its place: the frame around it stays. */
export class PageFault extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault };
  }

  override componentDidUpdate({ at }: Props): void {
    if (at !== this.props.at && this.state.fault !== null) this.setState({ fault: null });
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault === null ? this.props.children : <Said fault={fault} />;
  }
}

function Said({ fault }: { fault: unknown }) {
  const t = useText();
  const again = <a href={location.href}>{t('fault.reload')}</a>;
  if (problemOf(fault))
    return (
      <div className="page-fault">
        <h1>{t('fault.title')}</h1>
        <Suspense>
          <ProblemText error={fault} action={again} />
        </Suspense>
      </div>
    );
  return (
    <div className="page-fault" role="alert">
      <h1>{t('fault.title')}</h1>
      <p>{t('fault.about')}</p>
      <p className="mono">{fault instanceof Error ? fault.message : String(fault)}</p>
      <p>{again}</p>
    </div>
  );
}
