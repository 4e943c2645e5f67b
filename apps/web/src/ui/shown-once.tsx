import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import './things.css';

/** A link or key that nobody can see a second time, with its copy button; it stays until it is closed. */
export function ShownOnce(props: {
  header: string;
  text: ReactNode;
  secret: string;
  copy: string;
  close: string;
  onClose: () => void;
}) {
  return (
    <Alert type="info" header={props.header}>
      <SpaceBetween size="s">
        <div>{props.text}</div>
        <code className="mono secret">{props.secret}</code>
        <SpaceBetween size="s" direction="horizontal">
          <CopyButton text={props.secret} label={props.copy} />
          <Button onClick={props.onClose}>{props.close}</Button>
        </SpaceBetween>
      </SpaceBetween>
    </Alert>
  );
}
