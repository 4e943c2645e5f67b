import StatusIndicator from '@cloudscape-design/components/status-indicator';

/** Says that what somebody just did worked; read aloud, and without an outcome's colour. */
export function DoneNote({ text }: { text: string | null }) {
  return (
    <div role="status">
      {text === null ? null : (
        <StatusIndicator type="success" colorOverride="grey">
          {text}
        </StatusIndicator>
      )}
    </div>
  );
}
