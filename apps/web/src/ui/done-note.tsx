import StatusIndicator from '@cloudscape-design/components/status-indicator';
import './done-note.css';

/** Says that what somebody just did worked; read aloud, and without an outcome's colour. */
export function DoneNote({ text }: { text: string | null }) {
  return (
    <div role="status" className="done-note">
      {text === null ? null : (
        <StatusIndicator type="success" colorOverride="grey">
          {text}
        </StatusIndicator>
      )}
    </div>
  );
}
