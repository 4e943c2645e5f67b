import { Component, lazy, Suspense, type ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import { problemOf } from '../lib/api-problem.ts';
import { useSilence } from '../lib/use-silence.ts';
import './page-fault.css';

// The sentences of problems come with the pages, not with the frame.
const ProblemText = lazy(async () => ({
  default: (await import('./problem-text.tsx')).ProblemText,
}));

type Props = {
  /** The page's address: another one is tried anew. */
  at: string;
  /** Where there is no frame around it. */
  bare?: boolean;
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
    return fault === null ? (
      this.props.children
    ) : (
      <Said fault={fault} bare={this.props.bare === true} />
    );
  }
}

function Said({ fault, bare }: { fault: unknown; bare: boolean }) {
  const t = useText();
  const Place = bare ? 'main' : 'div';
  const silence = useSilence(fault);
  const again = (
    <a
      href={location.href}
      onClick={(event) => {
        // Following an address that ends in a place of its page loads nothing.
        event.preventDefault();
        location.reload();
      }}
    >
      {t('fault.reload')}
    </a>
  );
  if (problemOf(fault))
    return (
      <Place className="page-fault">
        <h1>{t('fault.title')}</h1>
        <Suspense>
          <ProblemText error={fault} action={again} />
        </Suspense>
      </Place>
    );
  return (
    <Place className="page-fault">
      <h1>{t('fault.title')}</h1>
      <div role="alert">
        {silence === 'lasts' ? <p>{t('fault.silent')}</p> : null}
        {silence === 'ended' ? <p>{t('state.offline')}</p> : null}
        {silence === 'none' ? (
          <>
            <p>{t('fault.about')}</p>
            <p className="mono">{fault instanceof Error ? fault.message : String(fault)}</p>
          </>
        ) : null}
        {silence === 'lasts' ? null : <p>{again}</p>}
      </div>
    </Place>
  );
}
