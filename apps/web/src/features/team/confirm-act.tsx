import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useText } from '../../i18n/text.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useWithRecent } from '../../ui/recent-sign-in.tsx';

/** Says what an act does to somebody before it is done. */
export function ConfirmAct(props: {
  act: string;
  why: string;
  /** Does it; answers what to say then. */
  run: () => Promise<string>;
  onDone: (text: string) => void;
  onStop: () => void;
}) {
  const t = useText();
  const withRecent = useWithRecent();
  const act = useMutation({ mutationFn: () => withRecent(props.run), onSuccess: props.onDone });
  return (
    <SpaceBetween size="s">
      {act.error ? <ProblemText error={act.error} /> : null}
      <Alert type="warning">{props.why}</Alert>
      <SpaceBetween size="s" direction="horizontal">
        <Button loading={act.isPending} onClick={() => act.mutate()}>
          {props.act}
        </Button>
        <Button variant="link" onClick={props.onStop}>
          {t('people.cancel')}
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}
