import { SingleBar } from 'cli-progress';
import type { Language, ScanProgress } from '@ippo/contracts';
import { say } from './words.ts';

/** Shows a scan's progress on stderr: a bar on a terminal, a line every tenth elsewhere. */
export type ProgressShow = { update(progress: ScanProgress): void; stop(): void };

/** Progress for the stream that a person may watch; stdout is never touched. */
export function progressShow(stream: NodeJS.WriteStream, language: Language): ProgressShow {
  return stream.isTTY ? bar(stream, language) : lines(stream, language);
}

function bar(stream: NodeJS.WriteStream, language: Language): ProgressShow {
  const single = new SingleBar({
    stream,
    format: `${say(language, 'asking')} {bar} {value}/{total}  {now}`,
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    emptyOnZero: true,
  });
  single.start(1, 0, { now: '' });
  return {
    update({ done, total, now }) {
      single.setTotal(Math.max(total, 1));
      const [first] = now;
      single.update(done, { now: first ? `${first.operation} ${first.region}` : '' });
    },
    stop() {
      single.stop();
    },
  };
}

function lines(stream: NodeJS.WriteStream, language: Language): ProgressShow {
  let written = -1;
  return {
    update({ done, total }) {
      const tenth = total === 0 ? 0 : Math.floor((10 * done) / total);
      if (tenth === written) return;
      written = tenth;
      stream.write(`${say(language, 'asking')} ${done}/${total}\n`);
    },
    stop() {},
  };
}
