import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useText } from '../i18n/text.tsx';
import { shortcutsEnabled } from '../lib/use-shortcuts-enabled.ts';
import { useGo } from '../lib/use-go.ts';
import { paths } from './paths.ts';

const KeyList = lazy(async () => ({
  default: (await import('../features/search/key-list.tsx')).KeyList,
}));

/** After `g`. */
const places: Readonly<Record<string, string>> = {
  o: paths.overview,
  s: paths.firstSteps,
  w: paths.weekly,
  f: paths.findings,
  r: paths.regions,
};
const goWithinMs = 1_500;

/** Single keys on every page, unless one is typing or has switched them off. */
export function Shortcuts() {
  const t = useText();
  const go = useGo();
  const navigate = useNavigate();
  const back = (useLocation().state as { back?: true } | null)?.back === true;
  const [list, setList] = useState(false);
  const [said, setSaid] = useState('');
  const gAt = useRef(0);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      if (event.key === 'Escape' && back) return void navigate(-1);
      if (!shortcutsEnabled()) return;
      const place = Date.now() - gAt.current < goWithinMs ? places[event.key] : undefined;
      gAt.current = event.key === 'g' ? Date.now() : 0;
      if (place !== undefined) go(place);
      else if (event.key === '/') openSearch();
      else if (event.key === '?') setList(true);
      else if (event.key === 'j') moveInRows(1);
      else if (event.key === 'k') moveInRows(-1);
      else if (event.key === 'c') void copyLink().then(() => setSaid(t('shell.link-copied')));
      else return;
      event.preventDefault();
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [back, go, navigate, t]);

  return (
    <>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {list ? (
        <Suspense fallback={null}>
          <KeyList onClose={() => setList(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** The bar is drawn twice, once unseen to be measured. */
function openSearch(): void {
  const doors = [...document.querySelectorAll<HTMLElement>('[data-search]')];
  doors.find((door) => door.checkVisibility({ visibilityProperty: true }))?.click();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role=combobox]'))
  );
}

/** The link of each row of the page's lists, from top to bottom. */
function rowLinks(): HTMLElement[] {
  const rows = document.querySelectorAll(
    '#content tbody:not(.matrix tbody) tr, #content [data-row]',
  );
  return [...rows].flatMap((row) => row.querySelector<HTMLElement>('a[href]') ?? []);
}

function moveInRows(step: 1 | -1): void {
  const links = rowLinks();
  const row = document.activeElement?.closest('tr, [data-row]') ?? null;
  const at = links.findIndex((link) => row?.contains(link));
  const next = at < 0 ? (step === 1 ? 0 : links.length - 1) : at + step;
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: 'nearest' });
}

/** The selected row's address, else the page's. */
async function copyLink(): Promise<void> {
  const row = document.activeElement?.closest('tr, [data-row]');
  const link = row?.querySelector<HTMLAnchorElement>('a[href]') ?? document.activeElement;
  const href = link instanceof HTMLAnchorElement ? link.href : location.href;
  await navigator.clipboard.writeText(href);
}
