import { dashed, stepIds, type OverviewRow, type StepId, type StepState } from '@ippo/contracts';
import { paths, stepPath } from '../../app/paths.ts';
import { useText } from '../../i18n/text.tsx';
import type { api } from '../../lib/api-client.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { OutcomeIcon } from '../../ui/outcome-icon.tsx';
import { shapeOfState } from '../../ui/stairs.tsx';
import { Ago } from '../../ui/when.tsx';

type Overview = Awaited<ReturnType<typeof api.overview>>;
type Props = { overview: Overview; nameOf: (account: string) => string | null };

/** One row of seven marks for each account, the lowest score first; everything opens the account. */
export function AccountRows({ overview, nameOf }: Props) {
  const t = useText();
  const total = overview.accounts.length;
  return (
    <table className="rows account-rows">
      <thead>
        <tr>
          <th scope="col">{t('all.account')}</th>
          {stepIds.map((id) => (
            <th key={id} scope="col" className="mark-column">
              {t(`name.${id}`)}
            </th>
          ))}
          <th scope="col">{t('all.steps')}</th>
          <th scope="col">{t('all.score')}</th>
        </tr>
      </thead>
      <tbody>
        {overview.accounts.map((row) => (
          <AccountRow key={row.account} row={row} name={nameOf(row.account)} />
        ))}
      </tbody>
      {total > 1 ? (
        <tfoot>
          <tr>
            <th scope="row">{t('all.done-in')}</th>
            {overview.steps.map(({ id, done }) => (
              <td key={id} className="mark-column">
                <span className="mark-name">{t(`name.${id}`)}</span>
                {t('all.of', { done, total })}
              </td>
            ))}
            <td colSpan={2} />
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function AccountRow({ row, name }: { row: OverviewRow; name: string | null }) {
  const t = useText();
  const { account, score, from, upTo } = row;
  const to = `${paths.overview}?account=${account}`;
  return (
    <tr>
      <th scope="row">
        <AppLink to={to}>
          <bdi>{name ?? dashed(account)}</bdi>
        </AppLink>
        <div className="fine">
          {name === null ? null : <span className="code-name">{dashed(account)} · </span>}
          <Ago at={row.at} />
        </div>
      </th>
      {stepIds.map((id) => (
        <td key={id} className={`mark-column mark-${row.steps[id] ?? 'unknown'}`}>
          <Mark account={account} id={id} state={row.steps[id] ?? 'unknown'} />
        </td>
      ))}
      <td className="account-figure">
        <span className="mark-name">{t('overview.first-steps')}: </span>
        {t('all.steps-of', { done: row.stepsDone, total: stepIds.length })}
      </td>
      <td className="account-figure">
        {score === null ? null : <span className="mark-name">{t('all.score')}: </span>}
        {score === null ? t('all.no-score', { from, to: upTo }) : <b>{score}</b>}
        {score !== null && upTo > score ? (
          <div className="fine">{t('score.up-to', { to: upTo })}</div>
        ) : null}
      </td>
    </tr>
  );
}

function Mark(props: { account: string; id: StepId; state: StepState }) {
  const t = useText();
  const { account, id, state } = props;
  const [path = '', hash = ''] = stepPath(id).split('#');
  return (
    <AppLink to={`${path}?account=${account}#${hash}`}>
      <span className={`mark outcome-${shapeOfState[state]}`}>
        <OutcomeIcon shape={shapeOfState[state]} size={20} />
        <span className="mark-name">{t(`name.${id}`)}: </span>
        <span className="mark-word">{t(`state.${state}`)}</span>
      </span>
    </AppLink>
  );
}
