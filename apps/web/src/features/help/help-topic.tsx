import HelpPanel from '@cloudscape-design/components/help-panel';
import type { MessageId } from '../../i18n/message-ids.ts';
import { LazyTexts } from '../../i18n/lazy-texts.tsx';
import { useText } from '../../i18n/text.tsx';

/** Every topic that has texts. */
type TopicOf<Id> = Id extends `help.${infer Name}.title` ? Name : never;
type Topic = TopicOf<MessageId>;

/** What a page is, where it comes from and how it is worked out, in five lines; nothing needed to act. */
export function HelpTopic({ topic }: { topic: Topic }) {
  return (
    <LazyTexts part="help">
      <Lines topic={topic} />
    </LazyTexts>
  );
}

function Lines({ topic }: { topic: Topic }) {
  const t = useText();
  return (
    <HelpPanel header={<h2>{t(`help.${topic}.title`)}</h2>}>
      {([1, 2, 3, 4, 5] as const).map((line) => (
        <p key={line}>{t(`help.${topic}.${line}`)}</p>
      ))}
    </HelpPanel>
  );
}
