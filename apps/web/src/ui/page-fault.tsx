import { Component, type ReactNode } from 'react';
import { useText } from '../i18n/text.tsx';
import './page-fault.css';

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
  return (
    <div className="page-fault" role="alert">
      <h1>{t('fault.title')}</h1>
      <p>{t('fault.about')}</p>
      <p className="mono">{fault instanceof Error ? fault.message : String(fault)}</p>
      <p>
        <a href={location.href}>{t('fault.reload')}</a>
      </p>
    </div>
  );
}
